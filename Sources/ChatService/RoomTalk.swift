import ChatRoom
import ChatWire

// What members do in the rooms beside the lobby.
extension Hub {
  private static let lobby = RoomName.lobby.text

  /// Carries out a command about rooms; whoever has not said `/hello` stays in the lobby.
  func visit(_ command: Command, by peer: any Peer, _ member: MemberID) {
    guard peer.view.isEvents else {
      return refuse("rooms are for clients that said /hello 1 NICK", peer)
    }
    switch command {
    case .rooms: list(peer)
    case .join(let room):
      if let name = name(room, peer) { join(name, peer, member) }
    case .part(let room, let reason):
      if let name = name(room, peer) { part(name, reason, peer, member) }
    case .topic(let room, let text):
      if let name = name(room, peer) { topic(name, text, peer, member) }
    case .inRoom(let room, let command):
      if let name = name(room, peer) { carryOut(command, in: name, peer, member) }
    default: break
    }
  }

  private func name(_ text: String, _ peer: any Peer) -> String? {
    if let name = RoomName(text) { return name.text }
    refuse(
      "a room has a name of 1 to \(Nick.maximum) of \(Nick.characters)", peer)
    return nil
  }

  private func refuse(_ text: String, _ peer: any Peer) {
    ledger.count(.refused(.room), peer.address)
    peer.reply(.error(.room, text))
  }

  private func changed() {
    if rooms.hasNews { wake() }
    arm()
  }
}

// MARK: - Coming and going

extension Hub {
  private func join(_ name: String, _ peer: any Peer, _ member: MemberID) {
    guard let occupant = room.roster[member] else { return }
    guard name != Hub.lobby else { return refuse("you are in \(name) already", peer) }
    // What was said before is not for the newcomer.
    handOutRooms()
    do throws(Rooms.Refusal) {
      try rooms.join(member, occupant, name, at: Clock.monotonic())
    } catch {
      switch error {
      case .isInside: return refuse("you are in \(name) already", peer)
      case .tooMany(let count): return refuse("there are \(count) rooms, and no more", peer)
      case .tooManyOfMember(let count):
        return refuse("you are in \(count) rooms, and no more", peer)
      }
    }
    guard let room = rooms[name] else { return }
    let welcome = Event.welcome(
      connection: connectionName(peer.number), nick: occupant.nick, room: name, next: room.log.next)
    peer.reply(.inRoom(name, welcome))
    peer.reply(.inRoom(name, names(in: name)))
    if let topic = room.topic {
      peer.reply(.inRoom(name, .topic(nick: topic.nick, text: topic.text)))
    }
    console.came(occupant.nick, in: name)
    changed()
  }

  private func part(_ name: String, _ reason: String, _ peer: any Peer, _ member: MemberID) {
    guard name != Hub.lobby else { return refuse("everybody is in \(name)", peer) }
    handOutRooms()
    peer.settle()
    let reason = heard(reason.onOneLine, of: member)
    guard rooms.part(member, name, reason: reason, at: Clock.monotonic()) else {
      return refuse("you are not in \(name)", peer)
    }
    let nick = room.roster[member]?.nick ?? ""
    let told = reason.isEmpty ? Departure.quit.rawValue : reason
    peer.reply(.inRoom(name, .left(nick, reason: told)))
    console.went(nick, told, in: name)
    changed()
  }

  /// Whoever leaves the server gets what was said in its rooms until then, its own words too.
  func leaveRooms(_ member: MemberID, _ departure: Departure, reason: String) {
    guard !rooms.names(of: member).isEmpty else { return }
    handOutRooms()
    peer(member)?.settle()
    rooms.leave(member, departure, reason: reason, at: Clock.monotonic())
    changed()
  }

  func renameInRooms(_ member: MemberID) {
    guard !rooms.names(of: member).isEmpty, let nick = room.roster[member]?.nick else { return }
    rooms.rename(member, to: nick, at: Clock.monotonic())
    changed()
  }
}

// MARK: - Talking

extension Hub {
  private func carryOut(
    _ command: Command, in name: String, _ peer: any Peer, _ member: MemberID
  ) {
    switch command {
    case .say, .me, .who, .history: break
    default: return refuse("in a room there is text, /me, /who and /history", peer)
    }
    guard name != Hub.lobby else { return interpreter.carryOut(command, for: peer) }
    guard let room = rooms[name], room.roster[member] != nil else {
      return refuse("you are not in \(name)", peer)
    }
    switch command {
    case .say(let text): say(text, isDeed: false, in: name, peer, member)
    case .me(let text): say(text, isDeed: true, in: name, peer, member)
    case .who: peer.reply(.inRoom(name, names(in: name)))
    case .history(let count):
      let answer = room.history.last(count)
      if let gap = answer.gap {
        peer.reply(.inRoom(name, .gap(from: gap.lowerBound, to: gap.upperBound)))
      }
      // What is in the history is in what was handed out, or is so before the answer.
      handOutRooms()
      peer.recall(answer.messages, in: name, room.serial)
    default: break
    }
  }

  private func say(
    _ text: String, isDeed: Bool, in name: String, _ peer: any Peer, _ member: MemberID
  ) {
    guard !text.isEmpty, !isMuted(peer, member) else { return }
    let (bytes, time) = (Array(text.utf8), Clock.unix())
    let nick = rooms.speak(member, in: name) { room in
      isDeed
        ? room.act(bytes, by: member, time: time) : room.say(bytes, by: member, time: time)
    }
    guard let nick else { return }
    ledger.count(.said)
    console.said(nick, bytes, isDeed: isDeed, in: name)
    appended(to: name)
  }

  private func topic(_ name: String, _ text: String, _ peer: any Peer, _ member: MemberID) {
    guard !text.isEmpty else { return tell(name, peer) }
    guard !isMuted(peer, member) else { return }
    let text = text.onOneLine
    guard name != Hub.lobby else {
      if room.discuss(text, by: member) { appended() }
      return
    }
    guard rooms.speak(member, in: name, { $0.discuss(text, by: member) }) != nil else {
      return refuse("you are not in \(name)", peer)
    }
    appended(to: name)
  }

  private func appended(to name: String) {
    guard rooms.openWeight(of: name) > Hub.fullBatch else { return wake() }
    handOutRooms()
    for member in rooms[name]?.roster.members ?? [] { peer(member)?.settle() }
  }

  private func names(in name: String) -> Event {
    let names = rooms.names(in: name)
    return .names(count: names.count, names)
  }

  private func list(_ peer: any Peer) {
    for name in [Hub.lobby] + rooms.names { tell(name, peer) }
  }

  private func tell(_ name: String, _ peer: any Peer) {
    guard let room = name == Hub.lobby ? self.room : rooms[name] else {
      return refuse("there is no room \(name)", peer)
    }
    peer.reply(.room(name, count: room.roster.announced, topic: room.topic?.text ?? ""))
  }
}

// MARK: - Handing out

extension Hub {
  /// Hands out what gathered in the rooms, each batch written once for all who share a view.
  func handOutRooms() {
    guard rooms.hasNews else { return }
    for (name, batch) in rooms.news() {
      var editions = [Encoding?](repeating: nil, count: View.allCases.count)
      for member in rooms[name]?.roster.members ?? [] {
        guard let peer = peer(member) else { continue }
        let view = peer.view.rawValue
        let edition = editions[view] ?? encoded(batch, in: name, for: peer.view)
        editions[view] = edition
        peer.hand(edition)
      }
    }
  }

  private func encoded(_ batch: Batch, in name: String, for view: View) -> Encoding {
    var encoding = Encoding()
    for entry in batch.entries { encoded.scribe(view).write(entry, in: name, to: &encoding) }
    return encoding
  }

  /// Writes the first of these messages of a room; those gone meanwhile are a gap, all of them if the room is.
  ///
  /// Whoever has asked for them was there, and has a right to what was said until then even when it has left since.
  ///
  /// - Returns: nil if there are no more.
  func recollect(
    _ messages: inout Range<Int>, in name: String, _ serial: Int, _ scribe: Scribe
  ) -> Encoding? {
    var encoding = Encoding()
    guard let room = rooms[name], room.serial == serial else {
      guard let last = messages.last else { return nil }
      scribe.write(.inRoom(name, .gap(from: messages.lowerBound, to: last)), to: &encoding)
      messages = messages.upperBound..<messages.upperBound
      return encoding
    }
    while encoding.count < Outbox.piece, let part = room.history.next(&messages) {
      switch part {
      case .message(let entry): scribe.write(entry, in: name, to: &encoding)
      case .gap(let gone):
        let gap = Event.gap(from: gone.lowerBound, to: gone.upperBound)
        scribe.write(.inRoom(name, gap), to: &encoding)
      }
    }
    return encoding.count > 0 ? encoding : nil
  }
}
