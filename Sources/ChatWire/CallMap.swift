/// Where the calls of one side of a stream, its writes or its reads, begin and end; offsets are bytes from its first.
package struct CallMap: Sendable {
  /// In order and without overlap; holes are calls that nobody told of.
  private var ranges: [Range<Int>] = []
  /// Writes at the front that are forgotten but not yet removed.
  private var forgotten = 0

  /// As many writes as are remembered: a peer that tells of ever smaller ones must not cost memory.
  package static let limit = 65_536

  package init() {}

  /// The calls that `range` touches, in order.
  package func calls(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = index(of: range.lowerBound)
    var end = first
    while end < ranges.count, ranges[end].lowerBound < range.upperBound { end += 1 }
    return ranges[first..<end]
  }

  /// Adds one call; calls come in order, one that overlaps the last is left out.
  package mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty, range.lowerBound >= ranges.last?.upperBound ?? 0 else { return }
    ranges.append(range)
    if ranges.count - forgotten > CallMap.limit { forget(before: ranges[forgotten].upperBound) }
  }

  /// The verdict on a read, `unknown` until all writes that it covers are told.
  package func verdict(of read: Range<Int>) -> Verdict {
    guard !read.isEmpty else { return .unknown }
    let first = index(of: read.lowerBound)
    guard ranges.indices.contains(first), ranges[first].contains(read.lowerBound) else {
      return .unknown
    }
    var last = first
    while ranges[last].upperBound < read.upperBound {
      guard last + 1 < ranges.count, ranges[last + 1].lowerBound == ranges[last].upperBound else {
        return .unknown
      }
      last += 1
    }
    let whole =
      ranges[first].lowerBound == read.lowerBound && ranges[last].upperBound == read.upperBound
    switch (last - first + 1, whole) {
    case (1, true): return .oneToOne
    case (1, false): return .half(read.count, of: ranges[first].count)
    case (let count, true): return .sticky(count)
    case (_, false): return .mixed
    }
  }

  /// Lets go of the writes that end at or before `offset`.
  package mutating func forget(before offset: Int) {
    while forgotten < ranges.count, ranges[forgotten].upperBound <= offset { forgotten += 1 }
    guard forgotten > 1024, forgotten > ranges.count / 2 else { return }
    ranges.removeFirst(forgotten)
    forgotten = 0
  }

  /// The first write that ends after `offset`, by bisection.
  private func index(of offset: Int) -> Int {
    var low = forgotten
    var high = ranges.count
    while low < high {
      let middle = low + (high - low) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
