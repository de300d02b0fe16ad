import ChatRoom
import ChatWire

// What members do in the room.
extension Hub {
  func names(for member: MemberID?) -> Event {
    let names = room.roster.names(for: member)
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
  }

  /// - Returns: whether it has that name now.
  @discardableResult
  func rename(_ peer: any Peer, to nick: String) -> Bool {
    guard let member = peer.member else { return false }
    do throws(NameTaken) {
      if let news = try room.rename(member, to: nick, at: Clock.monotonic()) { report([news]) }
      peer.tellObserver()
      return true
    } catch {
      let refusal = Event.error(.nickTaken, "\(error.free) \(error)")
      peer.reply(refusal)
      peer.tellObserver(refusal)
      return false
    }
  }

  func say(_ text: [UInt8], by peer: any Peer) {
    guard let member = peer.member, !text.isEmpty else { return }
    announce(member)
    room.say(text, by: member, time: Clock.unix())
    if peer.framing != .raw { console.said(room.roster[member]?.nick ?? "", text) }
    appended()
  }

  func act(_ text: [UInt8], by peer: any Peer) {
    guard let member = peer.member, !text.isEmpty else { return }
    announce(member)
    room.act(text, by: member, time: Clock.unix())
    if peer.framing != .raw { console.did(room.roster[member]?.nick ?? "", text) }
    appended()
  }
}
