import ChatWire
import Testing

@Suite struct RaceTableTests {
  typealias Tally = RaceTable.Tally

  private static func tally(
    _ sent: Int, _ reads: Int, _ messages: Int, _ sticky: Int, _ half: Int, _ lost: Int
  ) -> Tally {
    var tally = Tally(sent: sent)
    (tally.reads, tally.messages) = (reads, messages)
    (tally.sticky, tally.half, tally.lost) = (sticky, half, lost)
    return tally
  }

  /// Four writes of 5 B, and how they were read.
  @Test(
    arguments: [
      ([0..<5, 5..<10, 10..<15, 15..<20], tally(4, 4, 4, 0, 0, 0)),
      ([0..<20], tally(4, 1, 4, 1, 0, 0)),
      ([0..<3, 3..<5, 5..<20], tally(4, 3, 4, 1, 2, 0)),
      ([0..<7, 7..<20], tally(4, 2, 4, 2, 2, 0)),
      ([0..<10, 10..<13], tally(4, 2, 4, 1, 1, 2)),
      ([], tally(4, 0, 4, 0, 0, 4)),
    ] as [([Range<Int>], Tally)])
  func aStream(reads: [Range<Int>], tally: Tally) {
    #expect(Tally(count: 4, size: 5, reads: reads, messages: 4) == tally)
  }

  @Test(
    arguments: [
      ([5, 5, 5], tally(3, 3, 3, 0, 0, 0)), ([5], tally(3, 1, 1, 0, 0, 2)),
      ([5, 4, 10], tally(3, 3, 3, 1, 1, 1)), ([], tally(3, 0, 0, 0, 0, 3)),
    ] as [([Int], Tally)])
  func datagrams(sizes: [Int], tally: Tally) {
    #expect(Tally(count: 3, size: 5, sizes: sizes) == tally)
  }

  @Test func linesUp() {
    let table = RaceTable([
      RaceTable.Row(.length, .measured(RaceTableTests.tally(20, 2, 20, 1, 0, 0))),
      RaceTable.Row(.raw, .unknown(.isOff)),
      RaceTable.Row(.udp, .measured(RaceTableTests.tally(1_000, 999, 999, 0, 0, 1))),
    ])
    #expect(
      table.lines == [
        "     sent read msgs sticky half lost",
        "len    20    2   20      1    0    0",
        "raw ? off at this server",
        "udp  1000  999  999      0    0    1",
      ])
  }
}
