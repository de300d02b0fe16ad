import ChatClient
import ChatScreen
import ChatWire
import Testing

@Suite struct WireDumpTests {
  @Test func aReadWaitsForTheServersWordOnItsWrites() {
    var dump = WireDump(framing: .line)
    #expect(dump.add(.opened(.line)).count == 1)
    #expect(dump.add(.read(Array("a\nb\n".utf8), at: 1_000_000)) == [])
    #expect(dump.isWaiting)
    #expect(dump.add(.peerWrote(offset: 0, length: 2, at: 900_000)) == [])
    let text = dump.add(.peerWrote(offset: 2, length: 2, at: 900_001)).joined()
    #expect(text.contains("◀ read 4 B"))
    #expect(text.contains("2 messages"))
    #expect(text.contains("STICKY ×2"))
    #expect(text.contains("0000 61‹0a›62‹0a›"))
    #expect(!dump.isWaiting)
    #expect(dump.flush() == [])
  }

  @Test func aBurstIsToldOnceNoFurtherWriteJoinsIt() {
    var dump = WireDump(framing: .raw)
    _ = dump.add(.opened(.raw))
    for turn in 0..<3 {
      _ = dump.add(.wrote([0x61], at: turn * 60_000, exact: true))
      _ = dump.add(.peerRead(offset: turn, length: 1, at: turn * 60_000 + 10))
      #expect(dump.owesBurst)
      #expect(dump.bursts(at: turn * 60_000 + 50_000) == [])
    }
    #expect(dump.bursts(at: 300_000).joined().contains("3 writes"))
    #expect(!dump.owesBurst)
    #expect(dump.bursts(at: nil) == [])
  }

  @Test func whatStaysOpenIsPrintedInTheEnd() {
    var dump = WireDump(framing: .raw)
    _ = dump.add(.opened(.raw))
    #expect(dump.add(.read([0x61], at: 1)) == [])
    #expect(dump.flush().joined().contains("?"))
  }

  @Test func everyBlockIsPrintedOnceWhateverTheOrderOfReports() {
    var dump = WireDump(framing: .raw)
    var texts = dump.add(.opened(.raw))
    texts += dump.add(.wrote(Array("ab".utf8), at: 1_000, exact: true))
    texts += dump.add(.wrote(Array("cd".utf8), at: 9_000, exact: true))
    texts += dump.add(.peerRead(offset: 0, length: 2, at: 2_000))
    texts += dump.add(.peerRead(offset: 2, length: 2, at: 9_500))
    #expect(texts.count == 5)
    #expect(texts.count { $0.contains("server read 2 B") && $0.contains("1:1") } == 2)
    #expect(texts.count { $0.contains("▶ write 2 B") } == 2)
  }

  @Test func aReportThatMovesBackInTimeIsPrintedOnceAndMovesNothingElse() {
    var dump = WireDump(framing: .raw)
    var texts = dump.add(.opened(.raw))
    texts += dump.add(.wrote(Array("ab".utf8), at: 1_000, exact: true))
    texts += dump.add(.wrote(Array("cd".utf8), at: 3_000, exact: true))
    texts += dump.add(.read([0x78], at: 3_100))
    texts += dump.add(.peerRead(offset: 0, length: 2, at: 3_500))
    #expect(texts.count == 3)
    // The write that we read at 3,100 took place before that: the server's clock goes back by 1,500.
    texts += dump.add(.peerWrote(offset: 0, length: 1, at: 4_600))
    #expect(texts.count == 5)
    #expect(texts.count { $0.hasPrefix("#1  ⇥ server read 2 B") } == 1)
    #expect(texts.count { $0.hasPrefix("#2  ▶ write 2 B") } == 1)
    #expect(texts.last?.hasPrefix("#1  ◀ read 1 B") == true)
    #expect(!dump.isWaiting)
  }

  @Test func aServerThatOwesItsWordHoldsUpNoMoreThanAThousandBlocks() {
    var dump = WireDump(framing: .raw)
    var texts = dump.add(.opened(.raw))
    var most = 0
    for number in 1...12_000 {
      texts += dump.add(.read([0x61], at: number))
      most = max(most, number + 1 - texts.count)
    }
    #expect((900...1_000).contains(most))
    texts += dump.flush()
    #expect(texts.count == 12_001)
    #expect(texts.last?.hasPrefix("#12000 ◀ read 1 B") == true, "\(texts.last ?? "")")
    #expect(!dump.isWaiting)
  }
}
