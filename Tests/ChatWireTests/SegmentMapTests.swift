import ChatWire
import Testing

@Suite struct SegmentMapTests {
  typealias Point = (bytes: Int, segments: Int, end: SegmentMap.End)

  private func map(_ points: [Point]) -> SegmentMap {
    var map = SegmentMap()
    for point in points { map.pin(bytes: point.bytes, segments: point.segments, by: point.end) }
    return map
  }

  /// The ends of random segments, and every point that both ends could tell.
  private func stream(_ dice: inout SplitMix) -> (ends: [Int], points: [Point]) {
    var ends: [Int] = []
    for _ in 0..<Int.random(in: 1...40, using: &dice) {
      ends.append((ends.last ?? 0) + Int.random(in: 1...100, using: &dice))
    }
    let points = ends.enumerated().flatMap { index, end -> [Point] in
      [(end, index + 1, .sender), (end, index + 1, .receiver)]
    }
    return (ends, points)
  }

  @Test func nothingToldIsUnknown() {
    #expect(map([]).pieces(in: 0..<10) == [.unknown(0..<10)])
    #expect(map([]).count(in: 0..<10) == SegmentMap.Count(atLeast: 0, atMost: nil))
  }

  @Test func neighboursOneApartAreASegment() {
    let map = self.map([(26, 1, .sender), (52, 2, .sender), (520, 6, .sender)])
    #expect(
      map.pieces(in: 0..<600) == [
        .segment(0..<26), .segment(26..<52), .span(52..<520, segments: 4), .unknown(520..<600),
      ])
    #expect(map.count(in: 0..<520) == SegmentMap.Count(atLeast: 6, atMost: 6))
    #expect(map.count(in: 0..<52) == SegmentMap.Count(atLeast: 2, atMost: 2))
    #expect(map.count(in: 60..<520) == SegmentMap.Count(atLeast: 1, atMost: 4))
    #expect(map.count(in: 500..<600) == SegmentMap.Count(atLeast: 1, atMost: nil))
  }

  @Test func theReceiverFillsWhatTheSenderLeavesOpen() {
    let map = self.map([(520, 6, .sender), (130, 2, .receiver), (520, 6, .receiver)])
    #expect(
      map.pieces(in: 0..<520) == [.span(0..<130, segments: 2), .span(130..<520, segments: 4)])
  }

  /// A segment that comes twice counts twice at the receiver, and once at the sender.
  @Test func aReceiversDriftIsTakenOff() {
    let map = self.map([
      (10, 1, .sender), (20, 2, .sender), (60, 6, .sender), (10, 1, .receiver), (20, 3, .receiver),
      (40, 5, .receiver), (60, 7, .receiver),
    ])
    #expect(
      map.pieces(in: 0..<60) == [
        .segment(0..<10), .segment(10..<20), .span(20..<40, segments: 2),
        .span(40..<60, segments: 2),
      ])
  }

  @Test func aDriftThatGrowsInBetweenLeavesTheReceiverOut() {
    let map = self.map([
      (10, 1, .sender), (50, 5, .sender), (10, 1, .receiver), (30, 4, .receiver),
      (50, 6, .receiver),
    ])
    #expect(map.pieces(in: 0..<50) == [.segment(0..<10), .span(10..<50, segments: 4)])
  }

  @Test(arguments: UInt64(1)...200) func withEverySegmentPinnedTheSeamsAreExact(seed: UInt64) {
    var dice = SplitMix(state: seed)
    let (ends, points) = stream(&dice)
    var start = 0
    let truth = ends.map { end in
      defer { start = end }
      return SegmentMap.Piece.segment(start..<end)
    }
    let both = map(points.shuffled(using: &dice))
    #expect(both.pieces(in: 0..<start) == truth)
    #expect(map(points.filter { $0.end == .sender }).pieces(in: 0..<start) == truth)
    #expect(map(points.filter { $0.end == .receiver }).pieces(in: 0..<start) == truth)
    #expect(both.count(in: 0..<start) == SegmentMap.Count(atLeast: ends.count, atMost: ends.count))
  }

  @Test(arguments: UInt64(1)...200) func spansCoverTheSameBytesAndAddUp(seed: UInt64) throws {
    var dice = SplitMix(state: seed)
    let (ends, points) = stream(&dice)
    let last = try #require(ends.last)
    let told = points.filter { $0.bytes == last || Bool.random(using: &dice) }
    let map = self.map(told)
    let pieces = map.pieces(in: 0..<last)
    var (bytes, segments) = (0, 0)
    for piece in pieces {
      #expect(piece.range.lowerBound == bytes)
      bytes = piece.range.upperBound
      #expect(ends.contains(bytes))
      switch piece {
      case .segment: segments += 1
      case .span(_, let count): segments += count
      case .unknown: Issue.record("unknown in \(pieces)")
      }
      #expect(segments == (ends.firstIndex(of: bytes) ?? -1) + 1)
    }
    #expect(bytes == last && segments == ends.count)
  }

  @Test(arguments: UInt64(1)...200) func anyOrderGivesTheSameMap(seed: UInt64) {
    var dice = SplitMix(state: seed)
    let (ends, points) = stream(&dice)
    let told = points.filter { _ in Int.random(in: 0..<3, using: &dice) > 0 }
    let first = map(told)
    let range = 0..<(ends.last ?? 0) + 10
    for _ in 0..<5 {
      #expect(map(told.shuffled(using: &dice)).pieces(in: range) == first.pieces(in: range))
    }
  }

  /// Whatever a peer tells, nothing traps, and the pieces cover the range.
  @Test(arguments: UInt64(1)...100) func nonsenseIsTolerated(seed: UInt64) {
    var dice = SplitMix(state: seed)
    let extremes = [Int.min, -1, 0, 1, 2, .max >> 2, .max >> 1, .max - 1, .max]
    var map = SegmentMap()
    func number() -> Int {
      Bool.random(using: &dice)
        ? Int.random(in: 0...50, using: &dice) : extremes.randomElement(using: &dice) ?? 0
    }
    for _ in 0..<200 {
      map.pin(
        bytes: number(), segments: number(), by: Bool.random(using: &dice) ? .sender : .receiver)
      let (one, two) = (number(), number())
      let range = min(one, two)..<max(one, two)
      let pieces = map.pieces(in: range)
      _ = map.count(in: range)
      guard range.lowerBound >= 0, !range.isEmpty else { continue }
      #expect(pieces.first.map { $0.range.lowerBound <= range.lowerBound } == true)
      #expect(pieces.last.map { $0.range.upperBound >= range.upperBound } == true)
      for (left, right) in zip(pieces, pieces.dropFirst()) {
        #expect(left.range.upperBound == right.range.lowerBound)
      }
    }
  }

  @Test func oneLieSpoilsLittle() {
    var map = SegmentMap()
    map.pin(bytes: 10, segments: 1, by: .sender)
    map.pin(bytes: 1_000_000, segments: 900, by: .sender)
    for end in 2...20 { map.pin(bytes: end * 10, segments: end, by: .sender) }
    let seams = map.pieces(in: 30..<200)
    #expect(seams.allSatisfy { if case .segment = $0 { true } else { false } })
  }

  /// A count that goes back says that one of the two was wrong, and nobody knows which.
  @Test func whereCountsContradictNothingIsSaid() {
    let map = self.map([
      (10, 1, .sender), (20, 2, .sender), (20, 1, .sender), (30, 2, .sender), (40, 3, .sender),
    ])
    #expect(map.pieces(in: 0..<40) == [.unknown(0..<30), .segment(30..<40)])
  }

  @Test func memoryIsBounded() {
    var map = SegmentMap()
    for end in 1...100_000 {
      map.pin(bytes: end, segments: end, by: .sender)
    }
    #expect(map.pieces(in: 99_999..<100_000) == [.segment(99_999..<100_000)])
    #expect(map.pieces(in: 0..<10) == [.unknown(0..<10)])
  }
}
