import ChatWire

/// Turns a block of the wire into rows of a pane.
package struct BlockRows {
  let width: Int
  /// Bytes in a row of hex.
  private let perRow: Int
  /// Rows of hex at the beginning and at the end of a block that are shown when it has more.
  private var writeRows: (head: Int, tail: Int)
  private var readRows: (head: Int, tail: Int)

  /// Rows with all bytes of a block, for a pane without an end.
  package init(width: Int) {
    self.init(width: width, height: 0)
    (writeRows, readRows) = ((.max / 2, 0), (.max / 2, 0))
  }

  init(width: Int, height: Int) {
    self.width = width
    perRow = [16, 8].first { HexLine.width(perRow: $0) <= width } ?? 4
    switch height {
    case ..<12: (writeRows, readRows) = ((1, 0), (2, 0))
    case ..<30: (writeRows, readRows) = ((2, 0), (3, 1))
    default: (writeRows, readRows) = ((4, 0), (5, 2))
    }
  }

  /// The rows of a block; `before` is the one above it.
  package func rows(of block: Block, after before: Block?) -> [StyledRow] {
    if block.kind == .opened { return [rule(block.framing)] }
    var rows = head(block, after: before)
    if block.isForgotten {
      rows.append(StyledRow("       … \(Number.grouped(block.range.count)) B fell off", .elided))
    }
    return rows + body(block)
  }

  static func style(of verdict: Verdict) -> Style {
    switch verdict {
    case .oneToOne: .verdictGood
    case .sticky, .half, .mixed: .verdictBad
    case .unknown: .verdictOpen
    }
  }

  private func rule(_ framing: Framing) -> StyledRow {
    let text = "── \(framing.rawValue) "
    return StyledRow(
      text + String(repeating: "─", count: max(0, width - CellWidth.of(text))), .frame)
  }

  /// The first row, or two where the verdict has no room beside the rest.
  private func head(_ block: Block, after before: Block?) -> [StyledRow] {
    let number = "#\(block.number)"
    var row = StyledRow(number.count < 3 ? number + " " : number, .size)
    switch block.kind {
    case .write(let exact): row.append(exact ? " ▶ write " : " ▶ ≥1 write ", .write)
    case .read: row.append(" ◀ read ", .read)
    case .peerRead: row.append(" ⇥ server read ", .peerRead)
    case .opened: break
    }
    row.append("\(Number.grouped(block.range.count)) B", .size)
    if let at = block.at, let then = before?.at {
      row.append("  +\(Number.seconds(at &- then)) s", .time)
    }
    var notes = StyledRow()
    if block.framing == .length || block.framing == .line, let messages = block.dissection?.messages
    {
      notes.append(Number.count(messages, "message"), .size)
    }
    var verdict = StyledRow()
    if !block.isWrite { verdict.append(block.verdict.text, BlockRows.style(of: block.verdict)) }

    var whole = row
    if !notes.spans.isEmpty {
      whole.append("  ")
      whole.append(notes)
    }
    if verdict.spans.isEmpty, whole.width <= width || notes.spans.isEmpty { return [whole] }
    if whole.appendRight(verdict, width: width), whole.width <= width { return [whole] }
    var second = StyledRow("    ")
    second.append(notes)
    if !second.appendRight(verdict, width: width) { second.append(verdict) }
    return [row, second]
  }

  private func body(_ block: Block) -> [StyledRow] {
    let bytes = block.bytes
    let lines = (bytes.count + perRow - 1) / perRow
    let (head, tail) = block.isWrite ? writeRows : readRows
    // A row that says how much is left out is worth leaving out two.
    guard lines > head + tail + 1 else { return hex(block, 0..<bytes.count) }
    let start = min(head, lines) * perRow
    let end = max(start, (lines - tail) * perRow)
    var rows = hex(block, 0..<start)
    let left = min(end, bytes.count) - start
    rows.append(StyledRow("       … \(Number.grouped(left)) B more", .elided))
    if end < bytes.count { rows += hex(block, end..<bytes.count) }
    return rows
  }

  /// The hex rows of a part of a block, each length decoded under the row that completes it.
  private func hex(_ block: Block, _ part: Range<Int>) -> [StyledRow] {
    guard let dissection = block.dissection, dissection.roles.count == block.bytes.count else {
      return []
    }
    let roles = Array(dissection.roles[part])
    let lines = HexRow.rows(
      of: block.bytes[part], perRow: perRow, offset: part.lowerBound, roles: roles)
    let starts = Set(dissection.lengths.map(\.offset))
    var rows: [StyledRow] = []
    for (place, line) in lines.enumerated() {
      let before = place > 0 ? lines[place - 1].cells.last?.role : nil
      let after = place + 1 < lines.count ? lines[place + 1] : nil
      let hex = HexLine(line: line, perRow: perRow, before: before, after: after, starts: starts)
      rows.append(hex.row)
      let covered = line.offset..<line.offset + line.cells.count
      for length in dissection.lengths where covered.contains(length.offset + 3) {
        rows.append(decoded(length))
      }
    }
    return rows
  }

  private func decoded(_ length: Dissection.Header) -> StyledRow {
    let field = length.field
    var text = "length \(Number.grouped(field.little)) LE · \(Number.grouped(field.big)) BE"
    if length.refused { text += " · over the limit" }
    let indent = width < HexLine.width(perRow: 8) ? "  " : "       "
    return StyledRow(indent + text, .decoded)
  }
}
