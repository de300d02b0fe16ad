import ChatWire

/// Looking for bytes in what the log keeps; they may be cut by any number of writes or reads.
extension WireLog {
  /// How many blocks further on the rest of a match is looked for.
  private static let run = 64

  /// The next place before or after `start`, around the end where there is none on the way to it.
  ///
  /// `start` is the block and the offset in it from which to go on, not itself a hit.
  /// - Returns: the place and whether the search went around; nil if there is none at all.
  func find(
    _ search: Search, from start: (number: Int, offset: Int), _ step: PaneIntent.Step
  ) -> (hit: Search.Hit, wrapped: Bool)? {
    let numbers = blocks.numbers
    guard !numbers.isEmpty else { return nil }
    let middle = min(max(start.number, numbers.lowerBound), numbers.upperBound - 1)
    let forward = Array(middle..<numbers.upperBound) + Array(numbers.lowerBound...middle)
    let backward =
      (numbers.lowerBound...middle).reversed() + (middle..<numbers.upperBound).reversed()
    let seam = step == .forward ? numbers.upperBound - middle : middle - numbers.lowerBound + 1
    for (turn, number) in (step == .forward ? forward : backward).enumerated() {
      var offsets = offsets(of: search, in: number)
      if turn == 0 {
        offsets = offsets.filter { step == .forward ? $0 > start.offset : $0 < start.offset }
      }
      guard let offset = step == .forward ? offsets.first : offsets.last,
        let hit = hit(at: offset, in: number, search)
      else { continue }
      return (hit, turn >= seam)
    }
    return nil
  }

  /// Where in a block the pattern begins.
  func offsets(of search: Search, in number: Int) -> [Int] {
    guard let block = blocks[number], !block.bytes.isEmpty else { return [] }
    var bytes = block.bytes
    let wanted = bytes.count + search.pattern.bytes.count - 1
    var next = number + 1
    var end = block.range.upperBound
    while bytes.count < wanted, next <= number + WireLog.run, let other = blocks[next] {
      if other.connection == block.connection, other.direction == block.direction,
        other.range.lowerBound == end, !other.bytes.isEmpty
      {
        bytes += other.bytes.prefix(wanted - bytes.count)
        end = other.range.upperBound
      }
      next += 1
    }
    return search.offsets(in: bytes, before: block.bytes.count)
  }

  private func hit(at offset: Int, in number: Int, _ search: Search) -> Search.Hit? {
    guard let block = blocks[number], var span = block.span else { return nil }
    let start = span.range.lowerBound + offset
    span.range = start..<start + search.pattern.bytes.count
    return Search.Hit(block: block.id, span: span)
  }
}
