import ChatClient
import ChatWire
import Testing

@Suite struct PeerClockTests {
  static func fact(_ way: WireFact.Way, _ range: Range<Int>, at microseconds: Int) -> WireFact {
    WireFact(way, offset: range.lowerBound, length: range.count, microseconds: microseconds)
  }

  @Test func theQuickestReportSetsTheClock() {
    var clock = PeerClock()
    #expect(clock.local(PeerClockTests.fact(.read, 0..<1, at: 100), arrival: 1_000) == 1_000)
    #expect(clock.local(PeerClockTests.fact(.read, 1..<2, at: 200), arrival: 1_050) == 1_050)
    // The accept was at 850 or before: what comes late is put where it belongs.
    #expect(clock.local(PeerClockTests.fact(.read, 2..<3, at: 300), arrival: 9_000) == 1_150)
  }

  @Test func noByteIsReadBeforeItWasWritten() {
    var clock = PeerClock()
    clock.read(10, at: 500)
    clock.read(10, at: 700)
    #expect(clock.local(PeerClockTests.fact(.wrote, 0..<10, at: 100), arrival: 1_000) == 500)
    #expect(clock.local(PeerClockTests.fact(.wrote, 10..<15, at: 250), arrival: 1_000) == 650)
    // What the server reads before it writes the answer is before our read of that answer.
    #expect(clock.local(PeerClockTests.fact(.read, 0..<4, at: 290), arrival: 1_000) < 700)
  }

  @Test func aWriteThatIsNotReadYetSaysNothing() {
    var clock = PeerClock()
    clock.read(10, at: 500)
    #expect(clock.local(PeerClockTests.fact(.wrote, 10..<20, at: 100), arrival: 900) == 900)
  }

  @Test func numbersOfAPeerNeverTrap() {
    var clock = PeerClock()
    for number in [Int.max, Int.max - 1, 0] {
      _ = clock.local(
        WireFact(.wrote, offset: number, length: number, microseconds: number), arrival: .min)
    }
    #expect(clock.local(PeerClockTests.fact(.read, 0..<1, at: 0), arrival: 5) <= 5)
  }
}
