/// How many messages of a stream had ended by the end of each call that carried it.
struct Tally: Sendable {
  private var ends: [(offset: Int, messages: Int)] = [(0, 0)]

  /// As many calls as are remembered.
  private static let limit = 16_384

  /// Adds a call that ends at `offset` and completes some messages.
  mutating func add(_ messages: Int, at offset: Int) {
    guard let last = ends.last, offset > last.offset else { return }
    ends.append((offset, last.messages &+ messages))
    if ends.count > Tally.limit { ends.removeFirst(Tally.limit / 4) }
  }

  /// The messages that ended in `range`, as far as its calls came.
  ///
  /// - Returns: nil if that is not known: the calls before it are forgotten, or one goes on across an end of it.
  func messages(in range: Range<Int>) -> Int? {
    let before = count(upTo: range.lowerBound)
    let through = count(upTo: range.upperBound)
    guard before > 0, through >= before, ends[before - 1].offset == range.lowerBound,
      through == ends.count || ends[through - 1].offset == range.upperBound
    else { return nil }
    return ends[through - 1].messages &- ends[before - 1].messages
  }

  private func count(upTo offset: Int) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = low + (high - low) / 2
      if ends[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
