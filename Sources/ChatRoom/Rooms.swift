/// The rooms beside the lobby, by name: each with members, an order, a history and a topic of its own.
///
/// Whoever is in one is in the lobby too, and has its name from there. A room begins with its first member and is
/// gone with its last. Times are monotonic milliseconds.
package struct Rooms: Sendable {
  package struct Bounds: Equatable, Sendable {
    package var all: Int
    /// Those that one member is in.
    package var each: Int

    package init(all: Int = 256, each: Int = 16) {
      self.all = all
      self.each = each
    }
  }

  /// Why somebody is not let in.
  package enum Refusal: Error, Equatable, Sendable {
    case isInside
    case tooMany(Int)
    case tooManyOfMember(Int)
  }

  private let bounds: Bounds
  /// What an empty room begins with.
  private let history: History
  private var rooms: [String: Room] = [:]
  /// Rooms that ever began.
  private var begun = 0
  /// The rooms of each member that is in one, in the order of its joining.
  private var places: [MemberID: [String]] = [:]
  /// Those with something in the log that is not handed out, in the order in which that came.
  private var untold: [String] = []

  package init(_ bounds: Bounds = Bounds(), history: History = History()) {
    self.bounds = bounds
    self.history = history
  }

  /// The room of a name, nil if nobody is in one.
  package subscript(name: String) -> Room? { rooms[name] }

  /// The names of all rooms, sorted.
  package var names: [String] { rooms.keys.sorted() }

  package var count: Int { rooms.count }

  /// The rooms that `member` is in.
  package func names(of member: MemberID) -> [String] { places[member] ?? [] }

  /// The weight of what gathered in a room and is not handed out, in bytes.
  package func openWeight(of name: String) -> Int { rooms[name]?.log.openWeight ?? 0 }

  /// When `tick` is to be called, nil while nothing waits; it may turn out that nothing is due.
  package private(set) var wakeUp: Int?

  /// Whether something is to be handed out.
  package var hasNews: Bool { !untold.isEmpty }
}

// MARK: - Coming and going

extension Rooms {
  package mutating func join(
    _ member: MemberID, _ occupant: Occupant, _ name: String, at now: Int
  ) throws(Refusal) {
    let mine = names(of: member)
    if mine.contains(name) { throw .isInside }
    guard mine.count < bounds.each else { throw .tooManyOfMember(bounds.each) }
    guard rooms[name] != nil || rooms.count < bounds.all else { throw .tooMany(bounds.all) }
    if rooms[name] == nil {
      begun += 1
      rooms[name] = Room(history: history, serial: begun)
    }
    rooms[name]?.enter(member, occupant, at: now)
    expect(name)
    places[member, default: []].append(name)
  }

  /// Lets `member` go from one room.
  ///
  /// - Returns: whether it was there.
  @discardableResult
  package mutating func part(
    _ member: MemberID, _ name: String, _ departure: Departure = .quit, reason: String = "",
    at now: Int
  ) -> Bool {
    guard let place = places[member]?.firstIndex(of: name) else { return false }
    places[member]?.remove(at: place)
    if places[member]?.isEmpty == true { places[member] = nil }
    _ = rooms[name]?.leave(member, departure, reason: reason, at: now)
    expect(name)
    if rooms[name]?.roster.count == 0 {
      rooms[name] = nil
      untold.removeAll { $0 == name }
      if rooms.isEmpty { wakeUp = nil }
    }
    return true
  }

  /// Lets `member` go from all rooms that it is in.
  package mutating func leave(
    _ member: MemberID, _ departure: Departure, reason: String = "", at now: Int
  ) {
    for name in names(of: member) { part(member, name, departure, reason: reason, at: now) }
  }

  /// Gives `member` the name that it has in the lobby by now.
  package mutating func rename(_ member: MemberID, to nick: String, at now: Int) {
    for name in names(of: member) {
      _ = try? rooms[name]?.rename(member, to: nick, at: now)
      expect(name)
    }
  }
}

// MARK: - Talking

extension Rooms {
  /// Lets `member` say or do something in a room, and notes that it is to be handed out.
  ///
  /// - Returns: what `body` returns, nil if `member` is not there.
  package mutating func speak<Result>(
    _ member: MemberID, in name: String, _ body: (inout Room) -> Result
  ) -> Result? {
    guard rooms[name]?.roster[member] != nil else { return nil }
    let result = body(&rooms[name, default: Room()])
    note(name)
    return result
  }

  /// The names that somebody is given of a room.
  package mutating func names(in name: String) -> [String] { rooms[name]?.names(for: nil) ?? [] }

  /// Tells of the changes that waited.
  package mutating func tick(at now: Int) {
    for name in rooms.keys.sorted() where rooms[name]?.wakeUp.map({ $0 <= now }) == true {
      _ = rooms[name]?.tick(at: now)
      note(name)
    }
    wakeUp = rooms.values.lazy.compactMap(\.wakeUp).min()
  }

  /// What is to be handed out: of each room with news what gathered there.
  package mutating func news() -> [(name: String, batch: Batch)] {
    let names = untold
    untold = []
    return names.compactMap { name in
      guard let batch = rooms[name]?.log.seal() else { return nil }
      rooms[name]?.log.forget(before: batch.number + 1)
      return (name, batch)
    }
  }

  /// Something of that room may be due earlier now.
  private mutating func expect(_ name: String) {
    if let due = rooms[name]?.wakeUp { wakeUp = min(due, wakeUp ?? due) }
  }

  private mutating func note(_ name: String) {
    if rooms[name]?.log.isOpenEmpty == false, !untold.contains(name) { untold.append(name) }
  }
}
