/// Where the writes of one stream begin and end; offsets are bytes from the stream's first.
package struct WriteMap: Sendable {
  /// In order and without overlap; holes are writes that nobody told of.
  private var writes: [Range<Int>] = []
  /// Writes at the front that are forgotten but not yet removed.
  private var forgotten = 0

  /// As many writes as are remembered: a peer that tells of ever smaller ones must not cost memory.
  package static let limit = 65_536

  package init() {}

  /// Adds one write; writes come in order, one that overlaps the last is left out.
  package mutating func wrote(_ range: Range<Int>) {
    guard !range.isEmpty, range.lowerBound >= writes.last?.upperBound ?? 0 else { return }
    writes.append(range)
    if writes.count - forgotten > WriteMap.limit { forget(before: writes[forgotten].upperBound) }
  }

  /// The verdict on a read, `unknown` until all writes that it covers are told.
  package func verdict(of read: Range<Int>) -> Verdict {
    guard !read.isEmpty else { return .unknown }
    let first = index(of: read.lowerBound)
    guard writes.indices.contains(first), writes[first].contains(read.lowerBound) else {
      return .unknown
    }
    var last = first
    while writes[last].upperBound < read.upperBound {
      guard last + 1 < writes.count, writes[last + 1].lowerBound == writes[last].upperBound else {
        return .unknown
      }
      last += 1
    }
    let whole =
      writes[first].lowerBound == read.lowerBound && writes[last].upperBound == read.upperBound
    switch (last - first + 1, whole) {
    case (1, true): return .oneToOne
    case (1, false): return .half(read.count, of: writes[first].count)
    case (let count, true): return .sticky(count)
    case (_, false): return .mixed
    }
  }

  /// Lets go of the writes that end at or before `offset`.
  package mutating func forget(before offset: Int) {
    while forgotten < writes.count, writes[forgotten].upperBound <= offset { forgotten += 1 }
    guard forgotten > 1024, forgotten > writes.count / 2 else { return }
    writes.removeFirst(forgotten)
    forgotten = 0
  }

  /// The first write that ends after `offset`, by bisection.
  private func index(of offset: Int) -> Int {
    var low = forgotten
    var high = writes.count
    while low < high {
      let middle = low + (high - low) / 2
      if writes[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
