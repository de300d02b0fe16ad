/// How long the server waits for one client: for the rest of a message, and for a sign of life.
///
/// Times are monotonic milliseconds. `held` is the time, of all since its accept, for which the server itself kept
/// from reading; the rest of a message, and a sign of life, may take that much longer.
package struct Patience: Sendable {
  package struct Policy: Equatable, Sendable {
    /// How long a message may take from its first byte to its last, in milliseconds.
    package var message: Int
    /// Milliseconds of silence after which a client is asked for a sign of life, and again after as many.
    package var idle: Int
    /// Questions that may stay without one.
    package var missed: Int

    package init(message: Int = 10_000, idle: Int = 60_000, missed: Int = 2) {
      self.message = message
      self.idle = max(1, idle)
      self.missed = missed
    }
  }

  package enum Verdict: Equatable, Sendable {
    /// Nothing is to be done before that time, or ever if it is nil.
    case wait(until: Int?)
    /// It is to be asked for a sign of life; look again at that time.
    case ask(again: Int)
    /// A message took too long.
    case slowMessage
    /// It gave no sign of life.
    case silent
  }

  private let policy: Policy
  private var heard: (at: Int, held: Int)
  private var asked = 0
  private var begun: (at: Int, held: Int)?

  package init(_ policy: Policy, at now: Int) {
    self.policy = policy
    heard = (now, 0)
  }

  /// Something came from it.
  ///
  /// - Parameters:
  ///   - isMidway: whether it ended in a message.
  ///   - isFresh: whether that message began in it.
  ///   - held: as above.
  ///   - now: when.
  package mutating func heard(isMidway: Bool, isFresh: Bool, held: Int, at now: Int) {
    heard = (now, held)
    asked = 0
    guard isMidway else { return begun = nil }
    if isFresh || begun == nil { begun = (now, held) }
  }

  /// When a look is worth while, nil for never; `isAsked` means that it is one to be asked for signs of life.
  package func due(isAsked: Bool, held: Int) -> Int? {
    let silence = isAsked ? silenceDue(held: held) : nil
    guard let begun else { return silence }
    let message = begun.at + policy.message + max(0, held - begun.held)
    return min(message, silence ?? message)
  }

  package mutating func look(isAsked: Bool, held: Int, at now: Int) -> Verdict {
    if let begun, now - begun.at - max(0, held - begun.held) >= policy.message {
      return .slowMessage
    }
    guard isAsked, now >= silenceDue(held: held) else {
      return .wait(until: due(isAsked: isAsked, held: held))
    }
    guard asked < policy.missed else { return .silent }
    asked += 1
    return .ask(again: due(isAsked: isAsked, held: held) ?? now)
  }

  private func silenceDue(held: Int) -> Int {
    heard.at + policy.idle * (asked + 1) + max(0, held - heard.held)
  }
}
