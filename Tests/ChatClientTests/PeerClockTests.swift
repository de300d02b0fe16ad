import ChatClient
import Testing

@Suite struct PeerClockTests {
  @Test func theQuickestReportSetsTheClock() {
    var clock = PeerClock()
    #expect(clock.local(100, arrival: 1_000) == 1_000)
    #expect(clock.local(200, arrival: 1_050) == 1_050)
    // The accept was at 850 or before: what comes late is put where it belongs.
    #expect(clock.local(300, arrival: 9_000) == 1_150)
  }

  @Test(arguments: [Int.max, Int.max - 1, 0]) func numbersOfAPeerNeverTrap(number: Int) {
    var clock = PeerClock()
    _ = clock.local(number, arrival: .min)
    #expect(clock.local(0, arrival: 5) <= 5)
  }
}
