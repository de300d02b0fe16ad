import ChatWire

/// The rooms that we are in and the private talks, in the order of joining; the first is the lobby.
package struct RoomList: Sendable {
  /// More rooms than that no server can make us show.
  package static let limit = 64
  /// The most names that are kept for completion.
  private static let knownLimit = 1_000

  package internal(set) var places = [Place(RoomName.lobby.text)]
  /// Which of them is in the model.
  package internal(set) var shown = 0
  /// Whether that is for a moment only, to put something into it.
  var isAside = false
  /// Names that the server told, of rooms that we may not be in.
  private var known: Set<String> = []

  package init() {}

  /// The room that is in the model.
  package var place: Place {
    get { places.indices.contains(shown) ? places[shown] : Place("") }
    set { if places.indices.contains(shown) { places[shown] = newValue } }
  }

  package var isLobby: Bool { shown == 0 }

  /// The lobby, as it is while another room is in the model.
  var lobby: Place { places.first ?? Place("") }

  func place(named name: String) -> Int? {
    places.firstIndex { $0.name == name && $0.partner == nil }
  }

  /// The place that something is for, and what it is there; nil if it is for none that we are in.
  mutating func place(for heard: Heard) -> (place: Int, heard: Heard)? {
    switch heard {
    case .event(.inRoom(let name, let event)):
      if case .welcome(let connection, let nick, _, let next) = event {
        let event = Event.welcome(connection: connection, nick: nick, room: name, next: next)
        return open(name).map { ($0, .event(event)) }
      }
      return place(named: name).map { ($0, .event(event)) }
    case .event(.told(_, let from, let to, _)):
      return (talk(with: from) ?? talk(with: to) ?? shown, heard)
    case .event(.error), .event(.pong), .event(.room): return (shown, heard)
    case .event, .text, .rawRead, .datagram: return (0, heard)
    case .notice, .table, .trouble: return (shown, heard)
    }
  }

  private mutating func open(_ name: String) -> Int? {
    if let place = place(named: name) { return place }
    guard RoomName(name)?.text == name, places.count < RoomList.limit else { return nil }
    places.append(Place(name))
    return places.count - 1
  }

  /// Counts a line that came while nobody looked at the room.
  mutating func count(isForUs: Bool) {
    guard isAside else { return }
    if isForUs { place.mentions += 1 } else { place.news += 1 }
  }

  mutating func cutOff() {
    for place in places.indices { places[place].catchUp.cutOff() }
  }

  /// Messages go by without numbers from now on.
  mutating func loseNumbers() {
    for place in places.indices { places[place].catchUp.lost() }
  }

  mutating func learn(_ name: String) {
    if known.count < RoomList.knownLimit { known.insert(name) }
  }

  /// The names that begin like this, upper and lower case the same.
  func names(beginning: String) -> [String] {
    let key = beginning.lowercased()
    return known.union(places.filter { $0.partner == nil }.map(\.name)).filter { $0.hasPrefix(key) }
      .sorted()
  }
}
