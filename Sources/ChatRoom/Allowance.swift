/// How much one client may send: so many messages at once, then so many messages and bytes a second.
package struct Allowance: Equatable, Sendable {
  package struct Rate: Equatable, Sendable {
    /// Messages at once.
    package var burst: Int
    /// Messages a second.
    package var messages: Int
    /// Bytes a second, and bytes at once.
    package var bytes: Int

    package init(burst: Int = 20, messages: Int = 10, bytes: Int = 65_536) {
      self.burst = max(1, burst)
      self.messages = max(1, messages)
      self.bytes = max(1, bytes)
    }
  }

  private let rate: Rate
  /// What is left, a thousandth of a message or a byte each; below zero is a debt.
  private var messages: Int
  private var bytes: Int
  private var filled: Int

  /// Begins whole at `now`, which is monotonic, in milliseconds, here and below.
  package init(_ rate: Rate, at now: Int) {
    self.rate = rate
    messages = rate.burst.thousandfold
    bytes = rate.bytes.thousandfold
    filled = now
  }

  /// Takes off bytes that were read.
  package mutating func read(_ count: Int) { bytes -= count.thousandfold }

  /// Takes off a message that was carried out.
  package mutating func spend() { messages -= 1_000 }

  /// Whether some of the messages that may come at once were used up, and have not grown back.
  package func isSpent(at now: Int) -> Bool {
    messages.filled(max(0, now - filled), by: rate.messages, to: rate.burst)
      < rate.burst.thousandfold
  }

  /// Milliseconds until the next message may be carried out and the next byte be read, 0 if they may now.
  package mutating func wait(at now: Int) -> Int {
    let passed = max(0, now - filled)
    filled = now
    messages = messages.filled(passed, by: rate.messages, to: rate.burst)
    bytes = bytes.filled(passed, by: rate.bytes, to: rate.bytes)
    let forMessage = messages >= 1_000 ? 0 : (1_000 - messages).quotient(rate.messages)
    let forByte = bytes > 0 ? 0 : (1 - bytes).quotient(rate.bytes)
    return max(forMessage, forByte)
  }
}

extension Int {
  fileprivate var thousandfold: Int {
    let (product, isOver) = multipliedReportingOverflow(by: 1_000)
    return isOver ? .max / 2 : product
  }

  /// After so many milliseconds at `rate` thousandths each, `most` at the highest.
  fileprivate func filled(_ passed: Int, by rate: Int, to most: Int) -> Int {
    let (gain, isOver) = passed.multipliedReportingOverflow(by: rate)
    let (sum, isHigh) = addingReportingOverflow(gain)
    return isOver || isHigh ? most.thousandfold : Swift.min(sum, most.thousandfold)
  }

  /// Rounded up.
  fileprivate func quotient(_ divisor: Int) -> Int {
    self / divisor + (self % divisor > 0 ? 1 : 0)
  }
}
