package import ChatScreen
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
  /// Those that will not be sent any more.
  private var dropped: Deque<String> = []
  /// Whether a part of the oldest one that waits is written.
  private var isBegun = false

  /// As many lines as tell what was lost; the rest is a number.
  package static let told = 20

  package init() {}

  /// A line for each message that may not have arrived, equal neighbours folded.
  package var losses: [Phrase] {
    let lines =
      Outgoing.folded(silent, as: .unconfirmed)
      + Outgoing.folded(isBegun ? [waiting.first ?? ""] : [], as: .sentInPart)
      + Outgoing.folded(dropped + waiting.dropFirst(isBegun ? 1 : 0), as: .notSent)
    return Outgoing.some(of: lines)
  }

  /// A line for each message that was given up, equal neighbours folded.
  package var givenUp: [Phrase] { Outgoing.some(of: Outgoing.folded(dropped, as: .notSent)) }

  private static func some(of lines: [Phrase]) -> [Phrase] {
    guard lines.count > told else { return lines }
    return lines.prefix(told) + [.more(lines.count - told)]
  }

  private static func folded(_ texts: Deque<String>, as fate: Phrase) -> [Phrase] {
    var runs: [(text: String, count: Int)] = []
    for text in texts {
      if let last = runs.last, last.text == text {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((text, 1))
      }
    }
    return runs.map { .fate(fate, $0.count, $0.text) }
  }

  /// What the kernel has not taken, oldest first, in the protocol's words.
  package var unwritten: [String] { Array(waiting) }

  /// Whether so much waits that no answer to the server's questions is put behind it: one that asks without reading
  /// must not cost memory, and whatever it reads of ours tells it that we live.
  package var isLong: Bool { waiting.count >= Outgoing.long }

  private static let long = 16

  /// What is written and not yet repeated by the room, oldest first; commands don't count.
  package var unconfirmed: [String] { Array(silent) }

  /// A message was handed to the connection, in the protocol's words.
  package mutating func sent(_ message: String) {
    waiting.append(message)
  }

  /// The kernel took a part of the oldest unwritten message.
  package mutating func wrotePart() {
    isBegun = true
  }

  /// No unwritten message will be sent any more.
  package mutating func gaveUp() {
    dropped += waiting
    waiting = []
    isBegun = false
  }

  /// The kernel took the oldest unwritten message.
  ///
  /// - Parameter awaitsEcho: the room repeats what is said, so that silence means something.
  package mutating func wrote(awaitsEcho: Bool) {
    isBegun = false
    guard let message = waiting.popFirst(), awaitsEcho else { return }
    switch Command(message) {
    case .say(let text), .me(let text), .inRoom(_, .say(let text)), .inRoom(_, .me(let text)):
      guard !text.isEmpty else { return }
      if silent.count == Outgoing.limit { silent.removeFirst() }
      silent.append(text)
    default: break
    }
  }

  /// What the room repeats in our name is confirmed, and what went before it is settled.
  package mutating func heard(_ event: Event, as nick: String) {
    switch event {
    case .inRoom(_, let event): heard(event, as: nick)
    case .said(_, _, nick, let text), .did(_, _, nick, let text):
      guard let index = silent.firstIndex(of: text) else { return }
      silent.removeFirst(index + 1)
    default: break
    }
  }
}
