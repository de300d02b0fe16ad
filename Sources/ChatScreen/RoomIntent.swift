import ChatWire

/// What a key or a command asks of the rooms.
package enum RoomIntent: Equatable, Sendable {
  /// Go to a room, and into it first if we are not in it.
  case join(String)
  /// Leave the room that is shown.
  case part(reason: String)
  /// Go to the private talk with somebody, and begin it with a text if there is one.
  case talk(String, text: String)
  /// Show the room of a number, the lobby being 1.
  case show(Int)
  /// Show the room of a name that we are in.
  case find(String)
  case step(PaneIntent.Step)
  /// Give the room that is shown a topic; without a text, ask for it.
  case topic(String)
  case list
}

extension Model {
  /// Does what a key or a command asks of the rooms.
  mutating func carryOut(_ intent: RoomIntent) -> [Effect] {
    let effects = command(of: intent).map { sendingOut(.send($0)) } ?? []
    switch intent {
    case .join(let name): if let place = place(named: name) { visit(place) }
    case .part: leave()
    case .talk(let nick, _): talk(with: nick)
    case .show(let number):
      if rooms.places.indices.contains(number - 1) {
        visit(number - 1)
      } else {
        hint = .noRoom(number)
      }
    case .find(let name):
      if let place = place(named: name) ?? rooms.talk(with: name) {
        visit(place)
      } else {
        hint = .notInRoom(name)
      }
    case .step(let step):
      let count = rooms.places.count
      guard count > 1 else {
        hint = .onlyRoom
        break
      }
      visit((rooms.shown + (step == .forward ? 1 : count - 1)) % count)
    case .topic, .list: break
    }
    return effects
  }

  /// Whether it can be done now; if not, the hint says why.
  mutating func mayDo(_ intent: RoomIntent) -> Bool {
    if case .part = intent, rooms.isLobby {
      hint = .lobbyStays
      return false
    }
    if case .talk(let nick, _) = intent, !mayTalk(with: nick) { return false }
    if case .join = intent, command(of: intent) != nil, rooms.places.count >= RoomList.limit {
      hint = .noMoreRooms
      return false
    }
    guard let command = command(of: intent) else { return true }
    guard hasRooms else {
      hint = .noRooms
      return false
    }
    return mayDoInTalk(command) && maySend(command)
  }

  /// Whether there is more than the lobby on this connection.
  var hasRooms: Bool { !isForeign && endpoint.framing != .raw }

  /// What the server is told for it, nil for nothing.
  private func command(of intent: RoomIntent) -> String? {
    switch intent {
    case .join(let name): place(named: name) == nil ? Command.join(room: name).text : nil
    case .part where rooms.place.partner != nil: nil
    case .part(let reason): Command.part(room: rooms.place.name, reason: reason).text
    case .topic(let text): Command.topic(room: rooms.place.name, text: text).text
    case .list: Command.rooms.text
    case .talk(let nick, let text): text.isEmpty ? nil : Command.msg(to: nick, text: text).text
    case .show, .find, .step: nil
    }
  }

  private func place(named name: String) -> Int? {
    RoomName(name).flatMap { rooms.place(named: $0.text) }
  }

  private mutating func leave() {
    let place = rooms.shown
    guard place > 0 else { return }
    visit(place - 1)
    rooms.places.remove(at: place)
  }

  /// What is to be sent so that a line, or a command for the room, goes to the room that is shown.
  func addressed(_ text: String) -> String {
    guard !rooms.isLobby else { return text }
    if let partner = rooms.place.partner {
      guard case .say(let words) = Command(text) else { return text }
      return Command.msg(to: partner, text: words).text
    }
    switch Command(text) {
    case .say, .me, .who, .history: return "/in \(rooms.place.name) \(text)"
    default: return text
    }
  }
}
