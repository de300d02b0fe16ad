package import ChatWire
import DequeModule

/// The messages on their way: first those that the kernel has not taken, then those that the room has not repeated.
///
/// When the connection breaks, both are told, and never sent again: nobody knows whether the server had the
/// second kind.
package struct Outgoing: Sendable {
  /// As many unrepeated ones as are kept; a server that repeats nothing must not cost memory.
  package static let limit = 1_000

  private var waiting: Deque<String> = []
  private var silent: Deque<String> = []

  package init() {}

  /// What the kernel has not taken, oldest first, in the protocol's words.
  package var unwritten: [String] { Array(waiting) }

  /// What is written and not yet repeated by the room, oldest first; commands don't count.
  package var unconfirmed: [String] { Array(silent) }

  /// A message was handed to the connection, in the protocol's words.
  package mutating func sent(_ message: String) {
    waiting.append(message)
  }

  /// The kernel took the oldest unwritten message.
  ///
  /// - Parameter awaitsEcho: the room repeats what is said, so that silence means something.
  package mutating func wrote(awaitsEcho: Bool) {
    guard let message = waiting.popFirst(), awaitsEcho else { return }
    switch Command(message) {
    case .say(let text), .me(let text):
      guard !text.isEmpty, silent.count < Outgoing.limit else { return }
      silent.append(text)
    default: break
    }
  }

  /// What the room repeats in our name is confirmed, and what went before it is settled.
  package mutating func heard(_ event: Event, as nick: String) {
    switch event {
    case .said(_, _, nick, let text), .did(_, _, nick, let text):
      guard let index = silent.firstIndex(of: text) else { return }
      silent.removeFirst(index + 1)
    default: break
    }
  }
}
