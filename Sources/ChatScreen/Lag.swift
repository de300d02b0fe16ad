package import ChatWire

/// How long our own words take to come back from the room, measured on what is said anyway: nothing is sent for it.
package struct Lag: Equatable, Sendable {
  private enum State: Equatable {
    case idle
    /// Something was said, but nothing is written yet.
    case said
    /// When, and whether more was said since.
    case written(Microseconds, again: Bool)
  }

  /// Microseconds from our write to the read that brought the words back; nil while it is not known.
  package private(set) var value: Microseconds?
  private var state = State.idle
  private var lastRead: Microseconds = 0

  /// What is not back after so long, in microseconds, is taken for lost once more is said.
  private static let patience = 10_000_000

  /// Words go out.
  mutating func said() {
    switch state {
    case .idle: state = .said
    case .said: break
    case .written(let start, _): state = .written(start, again: true)
    }
  }

  mutating func take(_ entry: WireEntry) {
    switch entry {
    case .wrote(_, let at, _): wrote(at)
    case .read(_, let at): lastRead = at
    case .opened: self = Lag()
    default: break
    }
  }

  private mutating func wrote(_ now: Microseconds) {
    switch state {
    case .said: state = .written(now, again: false)
    case .written(let start, again: true) where now - start > Lag.patience:
      state = .written(now, again: false)
    case .idle, .written: break
    }
  }

  mutating func heardOwn() {
    guard case .written(let start, _) = state else { return }
    state = .idle
    if lastRead >= start { value = lastRead - start }
  }

  /// What was said last may never come back.
  mutating func refused() { state = .idle }

  /// Whether it is long enough to be troubled by it.
  var isLong: Bool { (value ?? 0) >= 100_000 }
}
