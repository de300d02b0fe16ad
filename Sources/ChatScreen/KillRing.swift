/// The texts that were cut, the newest last, as ^Y writes them again (readline(3), "Killing and Yanking").
struct KillRing: Equatable, Sendable {
  enum Way: Sendable {
    case backward, forward
  }

  private static let limit = 16
  /// The most bytes of all texts, but for the newest.
  private static let capacity = 262_144

  private var texts: [String] = []
  /// The text that Alt+y stands at, counted back from the newest.
  private var turn = 0

  /// The text that ^Y writes.
  var top: String? { texts.isEmpty ? nil : texts[texts.count - 1 - turn % texts.count] }

  /// Keeps a text that was cut; if it `joins` what the last key cut, both are one text.
  mutating func keep(_ text: String, _ way: Way, joins: Bool) {
    guard !text.isEmpty else { return }
    turn = 0
    if joins, let last = texts.popLast() {
      texts.append(way == .forward ? last + text : text + last)
    } else {
      texts.append(text)
    }
    while texts.count > 1, texts.count > KillRing.limit || size > KillRing.capacity {
      texts.removeFirst()
    }
  }

  /// Goes back to the newest text.
  mutating func rewind() { turn = 0 }

  /// Goes on to the text before.
  mutating func rotate() { if !texts.isEmpty { turn = (turn + 1) % texts.count } }

  private var size: Int { texts.dropLast().reduce(0) { $0 + $1.utf8.count } }
}
