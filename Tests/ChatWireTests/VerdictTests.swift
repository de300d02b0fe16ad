import ChatWire
import Testing

@Suite struct VerdictTests {
  @Test(
    arguments: [
      ([5], [5], [.oneToOne]),
      ([5, 7], [5, 7], [.oneToOne, .oneToOne]),
      (Array(repeating: 26, count: 20), [520], [.sticky(20)]),
      ([8], [5, 3], [.half(5, of: 8), .half(3, of: 8)]),
      ([8, 8], [5, 5, 6], [.half(5, of: 8), .mixed, .half(6, of: 8)]),
      ([4, 4, 4], [4, 8], [.oneToOne, .sticky(2)]),
      ([4, 4], [6, 2], [.mixed, .half(2, of: 4)]),
      ([4, 4], [1, 7], [.half(1, of: 4), .mixed]),
      ([4], [4, 4], [.oneToOne, .unknown]),
      ([4], [6], [.unknown]),
      ([], [3], [.unknown]),
      ([0, 4], [4], [.oneToOne]),
      ([4], [0, 4], [.unknown, .oneToOne]),
      ([10], [3, 3, 4], [.half(3, of: 10), .half(3, of: 10), .half(4, of: 10)]),
    ] as [([Int], [Int], [Verdict])])
  func judges(writes: [Int], reads: [Int], verdicts: [Verdict]) {
    #expect(Verdict.judge(writes: writes, reads: reads) == verdicts)
  }

  @Test func words() {
    let verdicts: [Verdict] = [.oneToOne, .sticky(20), .half(5, of: 8), .mixed, .unknown]
    #expect(verdicts.map(\.text) == ["1:1", "STICKY ×20", "HALF 5/8", "MIXED", "?"])
  }

  /// Each verdict says what a count of the seams inside and at the ends of the read says.
  @Test(arguments: 0..<500)
  func agreesWithTheSeams(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let writes = (0..<30).map { _ in Int.random(in: 1...9, using: &generator) }
    var left = writes.reduce(0, +)
    var reads: [Int] = []
    while left > 0 {
      reads.append(min(left, Int.random(in: 1...20, using: &generator)))
      left -= reads[reads.count - 1]
    }
    var seams: Set<Int> = [0]
    _ = writes.reduce(0) { sum, size in
      seams.insert(sum + size)
      return sum + size
    }
    var offset = 0
    for (size, verdict) in zip(reads, Verdict.judge(writes: writes, reads: reads)) {
      let inside = (offset + 1..<offset + size).filter(seams.contains).count
      let clean = seams.contains(offset) && seams.contains(offset + size)
      switch verdict {
      case .oneToOne: #expect(clean && inside == 0)
      case .sticky(let count): #expect(clean && inside == count - 1 && count > 1)
      case .half(let have, let whole):
        #expect(!clean && inside == 0 && have == size && whole > have)
      case .mixed: #expect(!clean && inside > 0)
      case .unknown: Issue.record("all writes are known")
      }
      offset += size
    }
  }

  @Test func aWriteThatNobodyToldOfLeavesItsReadsOpen() {
    var map = CallMap()
    map.add(0..<4)
    map.add(8..<12)
    #expect(map.verdict(of: 0..<4) == .oneToOne)
    #expect(map.verdict(of: 0..<8) == .unknown)
    #expect(map.verdict(of: 4..<8) == .unknown)
    #expect(map.verdict(of: 8..<12) == .oneToOne)
    map.add(2..<6)
    #expect(map.verdict(of: 8..<12) == .oneToOne)
  }

  @Test func onlySoManyWritesAreRemembered() {
    var map = CallMap()
    for index in 0...CallMap.limit { map.add(index..<index + 1) }
    #expect(map.verdict(of: 0..<1) == .unknown)
    #expect(map.verdict(of: 1..<2) == .oneToOne)
    #expect(map.verdict(of: 1..<CallMap.limit + 1) == .sticky(CallMap.limit))
  }

  @Test func forgettingKeepsTheRest() {
    var map = CallMap()
    for index in 0..<5000 { map.add(index * 2..<index * 2 + 2) }
    map.forget(before: 9000)
    #expect(map.verdict(of: 8998..<9000) == .unknown)
    #expect(map.verdict(of: 9000..<9002) == .oneToOne)
    #expect(map.verdict(of: 9000..<10_000) == .sticky(500))
  }
}
