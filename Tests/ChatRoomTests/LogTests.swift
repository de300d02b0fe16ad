import ChatRoom
import Testing

@Suite struct LogTests {
  private func notice(_ count: Int) -> Entry { .notice(String(repeating: "x", count: count)) }

  private func said(_ number: Int) -> Entry {
    .said(Utterance(number: number, time: 0, nick: "a", text: [0x62]))
  }

  @Test func aBatchIsWhatWasAppendedSinceTheLast() {
    var log = Log(retention: 1_000)
    #expect(log.seal() == nil)
    log.append(said(1))
    log.append(notice(1))
    let first = log.seal()
    #expect(first?.number == 0)
    #expect(first?.entries == [said(1), notice(1)])
    #expect(first?.weight == 4 + 5)
    log.append(said(2))
    #expect(log.seal()?.number == 1)
    #expect(log.end == 2)
    #expect(log[batch: 0]?.entries.count == 2)
    #expect(log[batch: 2] == nil)
  }

  @Test func onlyUtterancesTakeNumbers() {
    var log = Log(retention: 1_000)
    log.append(notice(3))
    #expect(log.next == 1)
    log.append(said(1))
    log.append(notice(3))
    log.append(said(2))
    #expect(log.next == 3)
    #expect(log.next(atBatch: 0) == 1)
    #expect(log.seal()?.next == 1)
    #expect(log.next(atBatch: 0) == 1)
    #expect(log.next(atBatch: 1) == 3)
  }

  @Test func whatIsOverTheRetentionIsDroppedFromTheOldEnd() {
    var log = Log(retention: 100)
    for _ in 0..<10 {
      log.append(notice(36))
      _ = log.seal()
    }
    // Each weighs 40: two fit.
    #expect(log.start == 8)
    #expect(log.end == 10)
    #expect(log[batch: 7] == nil)
  }

  @Test func theNewestBatchIsKeptHoweverLarge() {
    var log = Log(retention: 100)
    log.append(notice(1_000))
    _ = log.seal()
    #expect(log[batch: 0] != nil)
  }

  @Test func whatNobodyNeedsIsForgotten() {
    var log = Log(retention: 1_000)
    for _ in 0..<100 {
      log.append(notice(1))
      _ = log.seal()
    }
    log.forget(before: 60)
    #expect(log.start == 60)
    #expect(log[batch: 60]?.number == 60)
    log.forget(before: 1_000)
    #expect(log.start == 100)
    #expect(log.end == 100)
  }

  @Test func aCursorGoesEntryByEntryOrBatchByBatch() {
    var cursor = Cursor(batch: 0)
    cursor.skipEntry(of: 2)
    #expect(cursor == Cursor(batch: 0, index: 1))
    cursor.skipEntry(of: 2)
    #expect(cursor == Cursor(batch: 1))
    cursor.skipEntry(of: 2)
    cursor.skipBatch()
    #expect(cursor == Cursor(batch: 2))
  }
}
