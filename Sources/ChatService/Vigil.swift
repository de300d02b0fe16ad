import ChatRoom
import ChatWire
import NIOCore

/// What the server waits for at one TCP connection: the rest of a message, and a sign of life.
final class Vigil: Waiting {
  private let watch: Watch
  /// Nil once the connection is over.
  private var connection: Connection?
  private let policy: Patience.Policy
  private var patience: Patience
  private lazy var post = Watch.Post(self)

  init(_ connection: Connection, _ policy: Patience.Policy, _ watch: Watch) {
    self.connection = connection
    self.policy = policy
    self.watch = watch
    patience = Patience(policy, at: watch.now)
  }

  /// Bytes came.
  ///
  /// - Parameters:
  ///   - isMidway: whether they end in a message.
  ///   - isFresh: whether that message begins in them.
  func heard(isMidway: Bool, isFresh: Bool) {
    patience.heard(isMidway: isMidway, isFresh: isFresh, held: held, at: watch.now)
    if isMidway { wait() }
  }

  /// Waits for signs of life too, if it is a connection that is asked for them.
  func wait() {
    guard let connection else { return }
    guard let due = patience.due(isAsked: connection.isAsked, held: held) else { return }
    watch.wait(post, until: due)
  }

  func end() {
    connection = nil
    post.leave()
  }

  func look(at now: Int) -> Int? {
    guard let connection, connection.outlet?.isEnding == false else { return nil }
    switch patience.look(isAsked: connection.isAsked, held: held, at: now) {
    case .wait(let due): return due
    case .ask(let again):
      connection.reply(.ping("\(now)"))
      return again
    case .slowMessage:
      connection.expire(
        "the message was not complete within \(policy.message.seconds) of its first byte")
    case .silent:
      let silence = policy.idle * (policy.missed + 1)
      connection.expire("no sign of life came from you for \(silence.seconds)")
    }
    return nil
  }

  /// Milliseconds for which a knob or a limit kept the server from reading.
  private var held: Int { connection?.heldBack ?? 0 }
}
