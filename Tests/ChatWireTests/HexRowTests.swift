import ChatWire
import Testing

@Suite struct HexRowTests {
  @Test(arguments: [16, 8, 4]) func rowsHoldEveryByteOnce(perRow: Int) {
    let bytes = (0...255).map(UInt8.init)
    let rows = HexRow.rows(of: bytes, perRow: perRow)
    #expect(rows.count == 256 / perRow)
    #expect(rows.flatMap { $0.cells.map(\.byte) } == bytes)
    #expect(rows.map(\.offset) == Array(stride(from: 0, to: 256, by: perRow)))
  }

  @Test func aRowInFull() {
    let rows = HexRow.rows(
      of: Array("Hi\0\n你!".utf8), perRow: 16, offset: 8, roles: [.header, .payload])
    #expect(rows.map(\.offsetText) == ["0008"])
    #expect(rows.first?.cells.map(\.hex).joined(separator: " ") == "48 69 00 0a e4 bd a0 21")
    #expect(rows.first.map { String($0.cells.map(\.text)) } == "Hi⋄•×××!")
    #expect(rows.first?.cells.prefix(3).map(\.role) == [.header, .payload, .plain])
    #expect(
      rows.first?.cells.map(\.kind) == [
        .printable, .printable, .null, .space, .high, .high, .high, .printable,
      ])
  }

  @Test func theLastRowIsShort() {
    #expect(HexRow.rows(of: [1, 2, 3, 4, 5] as [UInt8], perRow: 4).map(\.cells.count) == [4, 1])
    #expect(HexRow.rows(of: [] as [UInt8], perRow: 4).isEmpty)
    #expect(HexRow.rows(of: [1, 2] as [UInt8], perRow: 0).count == 2)
  }

  @Test func offsetsGrowPastFourDigits() {
    #expect(HexRow.offsetText(0x1f) == "001f")
    #expect(HexRow.offsetText(0x12345) == "12345")
  }
}
