package import ChatWire

/// How long our own words take to come back from the room, measured on what is said anyway: nothing is sent for it.
package struct Lag: Equatable, Sendable {
  private enum State: Equatable {
    case idle
    /// Something was said, but nothing is written yet.
    case said
    case written(Microseconds)
  }

  /// Microseconds from our write to the read that brought the words back; nil while it is not known.
  package private(set) var value: Microseconds?
  private var state = State.idle
  private var lastRead: Microseconds = 0

  mutating func said() { if state == .idle { state = .said } }

  mutating func take(_ entry: WireEntry) {
    switch entry {
    case .wrote(_, let at, _): if state == .said { state = .written(at) }
    case .read(_, let at): lastRead = at
    case .opened: self = Lag()
    default: break
    }
  }

  mutating func heardOwn() {
    guard case .written(let start) = state else { return }
    state = .idle
    if lastRead >= start { value = lastRead - start }
  }

  /// What was said last may never come back.
  mutating func refused() { state = .idle }

  /// Whether it is long enough to be troubled by it.
  var isLong: Bool { (value ?? 0) >= 100_000 }
}
