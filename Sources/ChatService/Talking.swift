import ChatRoom
import ChatTransport
import ChatWire

// What members do in the room.
extension Hub {
  func names(for member: MemberID?) -> Event {
    let names = room.names(for: member)
    return .names(count: names.count, names)
  }

  /// Gives `peer` its name and welcomes it to version 1.
  func greet(_ peer: any Peer, as nick: String) {
    guard rename(peer, to: nick), let member = peer.member else { return }
    announce(member)
    let name = connectionName(peer.number)
    let roomName = configuration.room
    let nick = room.roster[member]?.nick ?? nick
    peer.greet(
      { .welcome(connection: name, nick: nick, room: roomName, next: $0) },
      names: names(for: member))
    if let topic = room.topic { peer.reply(.topic(nick: topic.nick, text: topic.text)) }
  }

  /// Why somebody who was kicked may not have their name yet, nil if they may.
  func barred(_ nick: String, _ address: PeerAddress) -> String? {
    guard let rest = ban.rest(nick, address.host, at: Clock.monotonic()) else { return nil }
    ledger.count(.refused(.kicked), address)
    return Dismissal.refusal(nick, seconds: (rest + 999) / 1_000)
  }

  /// - Returns: whether it has that name now.
  @discardableResult
  func rename(_ peer: any Peer, to nick: String) -> Bool {
    guard let member = peer.member else { return false }
    if let refusal = barred(nick, peer.address) {
      peer.refuse(.kicked, refusal)
      return false
    }
    do throws(NameTaken) {
      let old = room.roster[member].map { Names.key($0.nick) }
      if let news = try room.rename(member, to: nick, at: Clock.monotonic()) { report([news]) }
      if let old, muted.remove(old) != nil { muted.insert(Names.key(nick)) }
      renameInRooms(member)
      hurry()
      peer.tellObserver()
      return true
    } catch {
      ledger.count(.refused(.nick), peer.address)
      let refusal = Event.error(.nickTaken, "\(error.free) \(error)")
      peer.reply(refusal)
      peer.tellObserver(refusal)
      return false
    }
  }

  /// Whether nothing that `peer` says is passed on, which then it is told.
  func isMuted(_ peer: any Peer, _ member: MemberID) -> Bool {
    guard isMuted(member) else { return false }
    ledger.count(.refused(.muted), peer.address)
    peer.reply(.notice("you are muted: nothing was said"))
    return true
  }

  private func isMuted(_ member: MemberID) -> Bool {
    guard !muted.isEmpty, let nick = room.roster[member]?.nick else { return false }
    return muted.contains(Names.key(nick))
  }

  /// Why `member` goes, as the others are told: whoever is muted gives no reason.
  func heard(_ reason: String, of member: MemberID) -> String { isMuted(member) ? "" : reason }

  func say(_ text: [UInt8], by peer: any Peer) {
    guard let member = peer.member, !text.isEmpty, !isMuted(peer, member) else { return }
    announce(member)
    ledger.count(.said)
    let nick = room.say(text, by: member, time: Clock.unix())
    if peer.framing != .raw { console.said(nick, text) }
    appended()
  }

  func act(_ text: [UInt8], by peer: any Peer) {
    guard let member = peer.member, !text.isEmpty, !isMuted(peer, member) else { return }
    announce(member)
    ledger.count(.said)
    let nick = room.act(text, by: member, time: Clock.unix())
    if peer.framing != .raw { console.did(nick, text) }
    appended()
  }
}
