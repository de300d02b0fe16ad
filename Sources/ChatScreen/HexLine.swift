import ChatWire

/// One row of hex with its marks: `  0000[05 00 00 00]48 65 6c 6c  ⋄⋄⋄⋄Hell`.
///
/// What a byte is to the framing shows without colour too: `[ ]` around a length header, `‹ ›` around the mark
/// behind a line, `~` before a byte of a message that is not whole yet, `!` before one without meaning.
struct HexLine {
  let line: HexRow
  let perRow: Int
  /// The role of the byte before this row, nil if there is none or it is not shown.
  let before: ByteRole?
  /// The row after this one, nil at the end of what is shown.
  let after: HexRow?
  /// The offsets where length headers begin.
  let starts: Set<Int>
  /// What stands out, with the offsets of the row's bytes; the last one wins.
  var emphasis: [Emphasis] = []
  /// Blanks between bytes, beside the place of a mark.
  var spacing = 0

  /// The columns of a full row with four-digit offsets.
  static func width(perRow: Int, spacing: Int = 0) -> Int {
    2 + 4 + (3 + spacing) * perRow + 2 + (perRow) * (spacing > 0 ? 2 : 1)
  }

  var row: StyledRow {
    var row = StyledRow("  " + line.offsetText, .offset)
    var last = before
    for (index, cell) in line.cells.enumerated() {
      // What ended with the row before has its closing mark there.
      let closed = index == 0 && last != cell.role
      if index > 0 { row.append(String(repeating: " ", count: spacing)) }
      mark(&row, from: closed ? nil : last, to: cell, at: line.offset + index)
      row.append(cell.hex, style(of: cell, at: line.offset + index))
      last = cell.role
    }
    let next = after?.cells.first
    let ends =
      next.map { $0.role != last || starts.contains(line.offset + line.cells.count) } ?? true
    switch last {
    case .header where ends: row.append("]", .header)
    case .delimiter where ends: row.append("›", .delimiter)
    case .unfinished: row.append("~", .unfinished)
    case .garbage: row.append("!", .garbage)
    default: row.append(" ")
    }
    let blank = String(repeating: " ", count: 3 + spacing)
    row.append(String(repeating: blank, count: max(0, perRow - line.cells.count)) + " ")
    for (index, cell) in line.cells.enumerated() {
      if index > 0, spacing > 0 { row.append(" ") }
      row.append(String(cell.text), style(of: cell, at: line.offset + index))
    }
    return row
  }

  private func style(of cell: HexCell, at offset: Int) -> Style {
    emphasis.last { $0.range.contains(offset) }?.style ?? HexLine.style(of: cell.role)
  }

  /// The sign between two bytes, which says where a header or a delimiter begins or ends.
  private func mark(_ row: inout StyledRow, from last: ByteRole?, to cell: HexCell, at offset: Int)
  {
    let begins = starts.contains(offset)
    switch (last, cell.role) {
    case (.header, .header) where begins: row.append("|", .header)
    case (.header, .header): row.append(" ")
    case (.header, _): row.append("]", .header)
    case (_, .header) where begins: row.append("[", .header)
    case (.delimiter, .delimiter): row.append(" ")
    case (.delimiter, _): row.append("›", .delimiter)
    case (_, .delimiter): row.append("‹", .delimiter)
    case (_, .unfinished): row.append("~", .unfinished)
    case (_, .garbage): row.append("!", .garbage)
    default: row.append(" ")
    }
  }

  private static func style(of role: ByteRole) -> Style {
    switch role {
    case .header: .header
    case .payload: .payload
    case .delimiter: .delimiter
    case .unfinished: .unfinished
    case .garbage: .garbage
    case .plain: .plain
    }
  }
}
