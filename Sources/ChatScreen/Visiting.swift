// From room to room.
extension Model {
  /// The name of the room that is shown.
  package var room: String { rooms.place.name }

  /// Shows another room; what is typed stays in the one that is left.
  mutating func visit(_ place: Int) {
    guard place != rooms.shown, rooms.places.indices.contains(place) else { return }
    if conversationView.follows { unread = nil }
    if case .line = selection { selection = nil }
    completion = nil
    composer.leave()
    go(to: place)
    (rooms.place.news, rooms.place.mentions) = (0, 0)
  }

  /// Does something in a room, whether it is shown or not.
  mutating func within<Result>(_ place: Int, _ body: (inout Model) -> Result) -> Result {
    let shown = rooms.shown
    guard place != shown, rooms.places.indices.contains(place) else { return body(&self) }
    go(to: place)
    rooms.isAside = true
    defer {
      rooms.isAside = false
      go(to: shown)
    }
    return body(&self)
  }

  private mutating func go(to place: Int) {
    exchange(with: rooms.shown)
    exchange(with: place)
    rooms.shown = place
  }

  /// Puts a place into the model, and what was there in its stead.
  private mutating func exchange(with place: Int) {
    guard rooms.places.indices.contains(place) else { return }
    swap(&conversation, &rooms.places[place].conversation)
    swap(&conversationView, &rooms.places[place].view)
    swap(&unread, &rooms.places[place].unread)
    swap(&people, &rooms.places[place].people)
    swap(&lookup, &rooms.places[place].lookup)
    swap(&composer.line, &rooms.places[place].draft)
  }
}
