import ChatWire

// Private talks: places beside the rooms that the server does not know.
extension Model {
  /// Shows the talk with somebody, and opens it first if there is none.
  mutating func talk(with nick: String) {
    guard let place = rooms.openTalk(with: nick) else { return }
    visit(place)
    people.joined([nick])
  }

  /// Whether a talk with somebody can be opened; if not, the hint says why.
  mutating func mayTalk(with nick: String) -> Bool {
    if People.key(nick) == People.key(self.nick) {
      hint = .talkWithOneself
    } else if rooms.talk(with: nick) == nil, !rooms.hasRoomForTalk {
      hint = .noMoreTalks
    }
    return hint == nil
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

  /// What is heard in the lobby and concerns other places: whoever of a talk comes, goes or takes another name does so
  /// in the talk too, and the server's own words are for everybody, wherever they look.
  mutating func tellElsewhere(of event: Event, at time: WallTime) {
    switch event {
    case .notice(let text) where !rooms.isLobby: say(.system(Phrase(verbatim: text)), at: time)
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
      // A name that another talk has stays with that.
      guard case .renamed(let old, let new) = movement, model.rooms.talk(with: new) == nil
      else { return }
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

  /// The most talks: they leave places for the rooms.
  var hasRoomForTalk: Bool {
    places.count { $0.partner != nil } < RoomList.limit / 2 && places.count < RoomList.limit
  }

  /// The place of the talk with somebody, a new one if there is none; nil if there are too many places.
  mutating func openTalk(with nick: String) -> Int? {
    if let place = talk(with: nick) { return place }
    guard hasRoomForTalk else { return nil }
    var place = Place("")
    place.partner = nick
    places.append(place)
    return places.count - 1
  }
}
