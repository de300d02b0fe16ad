import ChatScreen
import FuzzSupport

/// Text on its way to a terminal: nothing in it controls one, and rows are as wide as they say.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Input(start, count)
  let width = 1 + Int(input.bytes.first ?? 0) % 80
  let text = String(decoding: input.bytes.dropFirst(), as: UTF8.self)
  for row in VisibleText.rows(text) {
    check(row)
    for breaking in [Wrap.Breaking.words, .anywhere] {
      let rows = Wrap(width: width, breaking: breaking).rows(of: row)
      require(rows.joined() == row, "\(rows) is not \(row)")
      for part in rows {
        let isOneSign = part.count == 1
        let columns = CellWidth.of(part) - (breaking == .words && part.last == " " ? 1 : 0)
        require(columns <= width || isOneSign, "\(columns) columns in \(width)")
      }
    }
  }
  return 0
}

private func check(_ row: String) {
  var marks = 0
  for scalar in row.unicodeScalars {
    let value = scalar.value
    require(value >= 0x20 && !(0x7f..<0xa0).contains(value), "a control in \(row)")
    let turns = (0x202a...0x202e).contains(value) || (0x2066...0x2069).contains(value)
    require(!turns && value != 0x2028 && value != 0x2029, "U+\(String(value, radix: 16)) in \(row)")
    marks = CellWidth.of(scalar) == 0 ? marks + 1 : 0
    require(marks <= VisibleText.marks, "\(marks) marks in \(row)")
  }
  var columns = 0
  Glyph.each(in: row) { columns += $0.width }
  require(columns == CellWidth.of(row), "\(columns) columns of glyphs in \(CellWidth.of(row))")
}
