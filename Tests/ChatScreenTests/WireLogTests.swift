import ChatScreen
import ChatWire
import Testing

@Suite struct WireLogTests {
  private func rows(_ log: WireLog, width: Int = 48, height: Int = 26) -> [String] {
    let rows = BlockRows(width: width, height: height)
    return log.blocks.numbers.flatMap { number in
      log.blocks[number].map { rows.rows(of: $0, after: log.blocks[number - 1]) } ?? []
    }.map(\.text)
  }

  private func log(_ framing: Framing, _ entries: WireEntry...) -> WireLog {
    var log = WireLog(framing: framing)
    for entry in entries { _ = log.add(entry) }
    return log
  }

  @Test func aReadWaitsForTheWritesThatItCovers() {
    var log = log(.raw, .read(Array("abcdef".utf8), at: 0))
    #expect(log.blocks[0]?.verdict == .unknown)
    _ = log.add(.peerWrote(offset: 0, length: 3, at: 0))
    #expect(log.blocks[0]?.verdict == .unknown)
    _ = log.add(.peerWrote(offset: 3, length: 3, at: 0))
    #expect(log.blocks[0]?.verdict == .sticky(2))
  }

  @Test func halvesAreJudgedOnBothSides() {
    var log = log(.raw, .wrote(Array("12345678".utf8), at: 0, exact: true))
    _ = log.add(.peerRead(offset: 0, length: 5, at: 1))
    _ = log.add(.peerRead(offset: 5, length: 3, at: 2))
    #expect(log.blocks.items.map(\.verdict) == [.unknown, .half(5, of: 8), .half(3, of: 8)])
  }

  @Test func aServersReadStandsWhereItBelongsInTime() {
    let log = log(
      .raw, .wrote([1, 2], at: 100, exact: true), .read([9], at: 400), .read([9], at: 500),
      .peerRead(offset: 0, length: 2, at: 300))
    #expect(log.blocks.items.map(\.kind) == [.write(exact: true), .peerRead, .read, .read])
  }

  @Test func aServersReadIsNeverBeforeItsWrite() {
    let log = log(
      .raw, .wrote([1, 2], at: 100, exact: true), .read([9], at: 400),
      .peerRead(offset: 0, length: 2, at: 50))
    #expect(log.blocks.items.map(\.kind) == [.write(exact: true), .peerRead, .read])
  }

  @Test func theServersClockIsSetBackByWhatCannotBe() {
    var log = log(
      .raw, .wrote([1, 2], at: 100, exact: true), .read([9, 9], at: 400),
      .peerRead(offset: 0, length: 2, at: 900))
    #expect(log.blocks.items.map(\.kind) == [.write(exact: true), .read, .peerRead])
    // It was written after it was read? Then the server's clock is 550 ahead, and so was its read.
    _ = log.add(.peerWrote(offset: 0, length: 2, at: 950))
    #expect(log.blocks.items.map(\.kind) == [.write(exact: true), .peerRead, .read])
    #expect(log.blocks.items.map(\.at) == [100, 350, 400])
    #expect(log.blocks.items.map(\.verdict) == [.unknown, .oneToOne, .oneToOne])
    _ = log.add(.wrote([3], at: 1_000, exact: true))
    _ = log.add(.peerRead(offset: 2, length: 1, at: 1_650))
    #expect(log.blocks[3]?.at == 1_000 && log.blocks[4]?.at == 1_100)
  }

  @Test func aNewConnectionCountsAnew() {
    let log = log(
      .raw, .wrote([1], at: 0, exact: true), .opened(.raw), .wrote([1], at: 9, exact: true),
      .peerRead(offset: 0, length: 1, at: 10))
    #expect(log.blocks.items.map(\.number) == [1, 0, 1, 1])
    #expect(log.blocks[3]?.verdict == .oneToOne)
  }

  @Test func nonsenseOfAPeerIsLeftOut() {
    let log = log(
      .raw, .peerRead(offset: .max, length: 5, at: 0), .peerRead(offset: -1, length: 5, at: 0),
      .peerRead(offset: 0, length: 0, at: 0), .peerWrote(offset: .max - 1, length: .max, at: 0))
    #expect(log.blocks.items.isEmpty)
  }

  @Test func theRingKeepsOneMebibyteOfEachDirection() {
    var log = WireLog(framing: .raw)
    let block = [UInt8](repeating: 0x61, count: 1 << 18)
    for _ in 0..<6 {
      _ = log.add(.wrote(block, at: 0, exact: true))
      _ = log.add(.read(block, at: 0))
    }
    #expect(log.blocks.items.reduce(0) { $0 + $1.bytes.count } == 2 << 20)
    #expect(log.forgotten == 1 << 20)
    #expect(log.blocks.items.count == 12)
    #expect(log.blocks[0]?.isForgotten == true)
    #expect(rows(log)[0...1] == ["#1  ▶ write 262,144 B", "       … 262,144 B fell off"])
  }

  @Test func blocksFallOffAndTakeTheirBytesAlong() {
    var log = WireLog(framing: .raw)
    for at in 0..<10_005 { _ = log.add(.wrote([1, 2, 3], at: at, exact: true)) }
    #expect(log.blocks.items.count == 10_000)
    #expect(log.blocks.dropped == 5)
    #expect(log.forgotten == 15)
  }

  @Test func headerPayloadAndUnfinishedBytesAreMarked() {
    let log = log(
      .length, .wrote([5, 0, 0, 0] + Array("Hello".utf8), at: 0, exact: true),
      .wrote([2, 0, 0, 0, 1, 2, 0, 0, 0, 0, 9, 0], at: 201_000, exact: false))
    #expect(
      rows(log) == [
        "#1  ▶ write 9 B  1 message",
        "  0000[05 00 00 00]48 65 6c 6c  •⋄⋄⋄Hell",
        "       length 5 LE · 83,886,080 BE",
        "  0008 6f                       o",
        "#2  ▶ ≥1 write 12 B  +0.201 s  1 message",
        "  0000[02 00 00 00]01 02[00 00  •⋄⋄⋄••⋄⋄",
        "       length 2 LE · 33,554,432 BE",
        "  0008 00 00]09~00~             ⋄⋄•⋄",
        "       length 0 LE · 0 BE",
      ])
  }

  @Test func aLengthOverTheLimitIsRefusedWithWhatItLooksLike() {
    let log = log(.length, .read(Array("Hello, Hello".utf8), at: 0))
    #expect(
      rows(log) == [
        "#1  ◀ read 12 B  0 messages                    ?",
        "  0000[48 65 6c 6c]6f!2c!20!48! Hello, H",
        "  length 1,819,043,144 LE · 1,214,606,444 BE",
        "  over the limit; the bytes are the letters ",
        "  'Hell': text without a length",
        "  0008!65!6c!6c!6f!             ello",
      ])
  }

  @Test func delimitersAndHalfLinesAreMarked() {
    let log = log(.line, .read(Array("hi\r\nyou\nthe".utf8), at: 0))
    #expect(
      rows(log) == [
        "#1  ◀ read 11 B  2 messages                    ?",
        "  0000 68 69‹0d 0a›79 6f 75‹0a› hi••you•",
        "  0008~74~68~65~                the",
      ])
  }

  @Test func aHeaderTornOverTwoReadsIsDecodedInTheSecond() {
    let log = log(.length, .read([5, 0], at: 0), .read([0, 0, 0x61], at: 0))
    #expect(
      rows(log) == [
        "#1  ◀ read 2 B  0 messages                     ?",
        "  0000~05~00~                   •⋄",
        "#2  ◀ read 3 B  +0.000 s  0 messages           ?",
        "  0000 00 00]61~                ⋄⋄a",
        "       length 5 LE · 83,886,080 BE",
      ])
  }

  @Test func bytesInARowFollowTheWidth() {
    let log = log(.raw, .read(Array("0123456789abcdef".utf8), at: 0))
    #expect(
      rows(log, width: 72)[1]
        == "  0000 30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef")
    #expect(rows(log, width: 71)[1] == "  0000 30 31 32 33 34 35 36 37  01234567")
    #expect(rows(log, width: 39)[1] == "  0000 30 31 32 33  0123")
  }

  @Test func longBlocksShowHeadAndTail() {
    let log = log(.raw, .read([UInt8](0...99), at: 0))
    #expect(
      rows(log) == [
        "#1  ◀ read 100 B                               ?",
        "  0000 00 01 02 03 04 05 06 07  ⋄•••••••",
        "  0008 08 09 0a 0b 0c 0d 0e 0f  ••••••••",
        "  0010 10 11 12 13 14 15 16 17  ••••••••",
        "       … 72 B more",
        "  0060 60 61 62 63              `abc",
      ])
  }

  @Test func aLogShowsEveryBlockWhole() {
    let log = log(
      .raw, .wrote([UInt8](0...40), at: 0, exact: true), .wrote([UInt8](0...40), at: 0, exact: true)
    )
    let rows = BlockRows(wholeIn: 80)
    #expect(log.blocks[1].map { rows.rows(of: $0, after: log.blocks[0]).count } == 4)
  }
}
