/// The last messages of the room, for those who ask.
package struct History: Sendable {
  /// The answer to `/history N`.
  package struct Answer: Equatable, Sendable {
    /// The numbers that were asked for and are gone, nil if none is.
    package let gap: ClosedRange<Int>?
    /// The numbers that are there.
    package let messages: Range<Int>
  }

  /// A part of what was asked for.
  package enum Part: Sendable {
    case message(Entry)
    /// Gone since it was asked for.
    case gap(ClosedRange<Int>)
  }

  private let count: Int
  private let weight: Int
  /// The position of an entry is its number.
  private var entries = Queue<Entry>(start: 1)
  private var kept = 0

  /// - Parameters:
  ///   - count: the most messages that are kept.
  ///   - weight: the most bytes, names included, that are kept.
  package init(count: Int = 1_000, weight: Int = 1 << 20) {
    self.count = count
    self.weight = weight
  }

  /// Keeps the next utterance; other entries are no part of the history.
  mutating func append(_ entry: Entry) {
    guard entry.utterance != nil else { return }
    entries.append(entry)
    kept += entry.weight
    while entries.count > count || (kept > weight && entries.count > 1) {
      kept -= entries.popFirst()?.weight ?? 0
    }
  }

  /// The message with this number, nil if it is gone or was never said.
  package subscript(number: Int) -> Entry? { entries[number] }

  /// Takes the first part off `messages`, nil if they are empty.
  package func next(_ messages: inout Range<Int>) -> Part? {
    guard let number = messages.first else { return nil }
    if let entry = entries[number] {
      messages.removeFirst()
      return .message(entry)
    }
    let next = min(max(entries.start, number + 1), messages.upperBound)
    messages = next..<messages.upperBound
    return .gap(number...(next - 1))
  }

  /// What there is of the last `count` messages.
  package func last(_ count: Int) -> Answer {
    let wanted = max(1, entries.end - max(0, count))
    let first = max(wanted, entries.start)
    return Answer(gap: wanted < first ? wanted...(first - 1) : nil, messages: first..<entries.end)
  }
}
