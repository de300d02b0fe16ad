import NIOCore

/// One connection's turn at writing; once it is over, the others have theirs.
final class Turn {
  /// The most writes that go one by one.
  static let writes = 256
  /// The most bytes.
  static let bytes = 262_144
  /// Until the next turn: what is due at once runs before NIO looks at the sockets again, a timer behind it.
  private static let pause = TimeAmount.milliseconds(1)

  private let loop: any EventLoop
  private(set) var isOver = false

  init(on loop: any EventLoop) { self.loop = loop }

  func end(_ next: @escaping () -> Void) {
    isOver = true
    loop.assumeIsolated().scheduleTask(in: Turn.pause) {
      self.isOver = false
      next()
    }
  }
}
