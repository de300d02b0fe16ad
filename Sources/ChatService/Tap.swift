import ChatWire
import NIOCore

/// What the server does to one connection, call by call, for the one who observes it.
///
/// Until somebody does, the last facts are kept, as long as a connection may come under observation.
final class Tap {
  /// How long after its accept a connection may come under observation.
  static let window = TimeAmount.seconds(2)
  private static let kept = 64

  private let accepted: NIODeadline
  private var read = 0
  private var wrote = 0
  private var early: [WireFact] = []
  private var observer: ((WireFact) -> Void)?

  /// - Parameter accepted: when the connection was accepted.
  init(accepted: NIODeadline = .now()) {
    self.accepted = accepted
  }

  /// Whether the connection may still come under observation.
  var isOpen: Bool { observer == nil && NIODeadline.now() - accepted <= Tap.window }

  /// Hands over what was kept, and from now on each fact as it comes.
  func observe(_ observer: @escaping (WireFact) -> Void) {
    self.observer = observer
    early.forEach(observer)
    early = []
  }

  /// Notes one call that moves or moved `count` bytes.
  ///
  /// - Returns: false once nobody can ask for facts any more.
  func note(_ way: WireFact.Way, _ count: Int) -> Bool {
    let age = NIODeadline.now() - accepted
    let fact = WireFact(
      way, offset: way == .read ? read : wrote, length: count,
      microseconds: Int(age.nanoseconds / 1_000))
    if way == .read { read += count } else { wrote += count }
    if let observer {
      observer(fact)
      return true
    }
    guard age <= Tap.window else { return false }
    if early.count == Tap.kept { early.removeFirst() }
    early.append(fact)
    return true
  }
}
