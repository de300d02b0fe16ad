import ChatWire

// Private talks: places beside the rooms that the server does not know.
extension Model {
  /// Shows the talk with somebody, and opens it first if there is none.
  mutating func talk(with nick: String) {
    guard People.key(nick) != People.key(self.nick) else { return hint = .talkWithOneself }
    guard let place = rooms.openTalk(with: nick) else { return hint = .noMoreRooms }
    visit(place)
    people.joined([nick])
  }

  /// What can't be done in a private talk, which has no numbers and no list of names.
  mutating func mayDoInTalk(_ command: String) -> Bool {
    guard let partner = rooms.place.partner else { return true }
    switch Command(command) {
    case .me, .who, .history, .topic:
      hint = .onlyWordsInTalk(partner)
      return false
    default: return true
    }
  }

  /// Whoever of a talk comes, goes or takes another name does so in the talk too.
  mutating func tellTalk(of event: Event, at time: WallTime) {
    switch event {
    case .joined(let nicks):
      for nick in nicks { move(.joined([nick]), of: nick, at: time) }
    case .left(let nick, let reason): move(.left(nick, reason: reason), of: nick, at: time)
    case .renamed(let old, let new): move(.renamed(old, to: new), of: old, at: time)
    default: break
    }
  }

  private mutating func move(_ movement: Movement, of nick: String, at time: WallTime) {
    guard let place = rooms.talk(with: nick) else { return }
    within(place) { model in
      model.say(.moved(movement), at: time)
      guard case .renamed(let old, let new) = movement else { return }
      model.rooms.place.partner = new
      model.people.renamed(old, to: new)
    }
  }
}

extension RoomList {
  /// The place of the talk with somebody, nil if there is none.
  func talk(with nick: String) -> Int? {
    let key = People.key(nick)
    return places.firstIndex { $0.partner.map { People.key($0) } == key }
  }

  /// The place of the talk with somebody, a new one if there is none; nil if there are too many places.
  mutating func openTalk(with nick: String) -> Int? {
    if let place = talk(with: nick) { return place }
    guard places.count < RoomList.limit else { return nil }
    var place = Place("")
    place.partner = nick
    places.append(place)
    return places.count - 1
  }
}
