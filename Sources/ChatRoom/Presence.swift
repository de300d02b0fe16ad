/// What the room is told of those who come, go and change their name, and when.
///
/// It is told in batches: shortly after the first change if a second has passed since the last batch, else once
/// that second is over; at once when somebody speaks under a new name. A going that may be a broken connection is
/// withheld for a while; if the same name comes back from the same address meanwhile, neither is told. Times are
/// monotonic milliseconds.
package struct Presence: Sendable {
  /// How long the first change waits for others.
  package static let gathering = 40
  /// The time between two batches.
  package static let interval = 1_000
  /// How long a going is withheld.
  package static let grace = 5_000
  /// The most changes that wait for the next batch: one far longer is more than a reader may be behind.
  static let most = 1_000

  private struct Withheld: Sendable {
    let nick: String
    let address: String
    let reason: String
    let due: Int
  }

  private var untold: [Entry] = []
  /// The keys of the names that somebody took whom the room knows by another.
  private var changed: Set<String> = []
  /// Whether nobody knows the names of the last change but from what was told.
  private var isLastUnknown = true
  private var firstUntold = 0
  private var lastTold: Int?
  /// By the name's key; a name is free as soon as its owner is gone, so one key waits once at most.
  private var withheld: [String: Withheld] = [:]
  private var dues = Queue<(key: String, due: Int)>()

  package init() {}

  /// When something is to be told, nil if nothing waits.
  package var next: Int? { [batch, dues.first?.due].compactMap(\.self).min() }

  private var batch: Int? {
    guard !untold.isEmpty else { return nil }
    guard untold.count < Presence.most else { return firstUntold }
    return max(firstUntold + Presence.gathering, (lastTold ?? .min / 2) + Presence.interval)
  }

  /// Someone is to be announced.
  package mutating func joined(_ nick: String, from address: String, at now: Int) {
    if let absent = withheld[Names.key(nick)], absent.nick == nick, absent.address == address {
      withheld[Names.key(nick)] = nil
      return
    }
    release(nick, at: now)
    if case .joined(var nicks) = untold.last {
      untold.removeLast()
      nicks.append(nick)
      untold.append(.joined(nicks))
    } else {
      tell(.joined([nick]), at: now)
    }
  }

  /// Someone who was announced is gone; the going of who `mayReturn` is withheld for a while.
  package mutating func left(
    _ nick: String, from address: String, reason: String, mayReturn: Bool, at now: Int
  ) {
    guard mayReturn else { return tell(.left(nick, reason: reason), at: now) }
    let due = now + Presence.grace
    withheld[Names.key(nick)] = Withheld(nick: nick, address: address, reason: reason, due: due)
    dues.append((Names.key(nick), due))
  }

  /// The names of those who are gone, as the room was not told yet and may never be, in no order.
  package var absent: [String] { withheld.values.map(\.nick) }

  /// Somebody was given names as they are now: whoever has one is told of under it from here on.
  package mutating func disclosed() { isLastUnknown = false }

  /// Someone who was announced has another name; names that it had for a moment in between, and that nobody was
  /// given, are not told.
  package mutating func renamed(_ old: String, to new: String, at now: Int) {
    release(new, at: now)
    changed.insert(Names.key(new))
    guard isLastUnknown, case .renamed(let first, to: old) = untold.last else {
      return tell(.renamed(old, to: new), at: now)
    }
    untold.removeLast()
    if first != new { tell(.renamed(first, to: new), at: now) }
  }

  /// What the room is to be told now.
  package mutating func due(at now: Int) -> [Entry] {
    while let (key, due) = dues.first, due <= now {
      dues.popFirst()
      if withheld[key]?.due == due { release(key, at: now) }
    }
    guard let batch, batch <= now else { return [] }
    lastTold = now
    return all()
  }

  /// What the room is to be told before it hears `nick`: nothing, unless it knows who that is by another name.
  package mutating func due(before nick: String) -> [Entry] {
    changed.isEmpty || !changed.contains(Names.key(nick)) ? [] : all()
  }

  private mutating func all() -> [Entry] {
    defer {
      untold = []
      changed = []
    }
    return untold
  }

  /// Tells the going that was withheld under this name, since somebody else has the name or time is up.
  private mutating func release(_ nick: String, at now: Int) {
    guard let absent = withheld.removeValue(forKey: Names.key(nick)) else { return }
    tell(.left(absent.nick, reason: absent.reason), at: now)
  }

  private mutating func tell(_ entry: Entry, at now: Int) {
    if untold.isEmpty { firstUntold = now }
    untold.append(entry)
    isLastUnknown = true
  }
}
