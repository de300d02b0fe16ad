import Testing

@testable import ChatBench

@Suite struct LedgerTests {
  /// Two receivers, and one sender's messages 0, 1 and 2 on their way.
  private func three() -> Ledger {
    var ledger = Ledger(senders: 1, receivers: 2, echoes: true)
    for _ in 0..<3 { _ = ledger.sent(by: 0, at: 100) }
    return ledger
  }

  @Test func whatComesOnceAndInOrderIsClean() {
    var ledger = three()
    for number in 0..<3 {
      for receiver in 0..<2 { ledger.received(number, by: receiver, at: 150) }
    }
    #expect((ledger.deliveries, ledger.inFlight, ledger.outstanding) == (6, 0, 0))
    #expect((ledger.duplicated, ledger.reordered) == (0, 0))
    #expect(ledger.latencies.percentile(50) == 50)
  }

  @Test func whatComesTwiceIsADuplicate() {
    var ledger = three()
    for receiver in [0, 0, 1, 1] { ledger.received(0, by: receiver, at: 150) }
    #expect((ledger.deliveries, ledger.duplicated, ledger.reordered) == (2, 2, 0))
    #expect((ledger.inFlight, ledger.outstanding) == (2, 4))
  }

  @Test func whatComesLateIsOutOfOrderAndNotLost() {
    var ledger = three()
    for number in [2, 0, 1] { ledger.received(number, by: 0, at: 150) }
    for number in [0, 2] { ledger.received(number, by: 1, at: 150) }
    #expect((ledger.deliveries, ledger.duplicated, ledger.reordered) == (5, 0, 2))
    #expect(ledger.outstanding == 1)
  }

  @Test func whatNobodySentIsNoDelivery() {
    var ledger = three()
    for number in [3, 0xffff_ffff, -1] { ledger.received(number, by: 0, at: 150) }
    #expect(ledger.deliveries == 0)
    #expect(ledger.reordered + ledger.duplicated == 3)
  }

  @Test func oneWhoIsNotHeardByItselfIsCompleteEarlier() {
    var ledger = Ledger(senders: 2, receivers: 2, echoes: false)
    let number = ledger.sent(by: 1, at: 0)
    #expect(ledger.isWaiting(1))
    ledger.received(number, by: 0, at: 9)
    #expect(!ledger.isWaiting(1))
    #expect(ledger.outstanding == 0)
  }

  @Test func manyMessagesAreForgottenOnceTheyAreEverywhere() {
    var ledger = Ledger(senders: 3, receivers: 2, echoes: true)
    for round in 0..<20_000 {
      let number = ledger.sent(by: round % 3, at: round)
      #expect(number == round)
      for receiver in 0..<2 { ledger.received(number, by: receiver, at: round + 7) }
    }
    #expect((ledger.total, ledger.deliveries, ledger.inFlight) == (20_000, 40_000, 0))
    ledger.received(5, by: 0, at: 0)
    #expect(ledger.duplicated == 1)
    #expect(ledger.latencies.percentile(100) == 7)
  }
}
