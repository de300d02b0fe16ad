import ChatWire

/// Turns a block of the wire into rows of a pane, or of a log.
package struct BlockRows {
  /// The most rows of hex of a block that is shown whole because it is picked.
  private static let most = 256

  /// How many rows of hex are shown of a block that has more.
  private struct Excerpt: Sendable {
    var head = 0
    var tail = 0
  }

  /// The height below which a pane has headings alone.
  private static let low = 4

  private let width: Int
  /// Bytes in a row of hex.
  private let perRow: Int
  /// Blanks between them.
  private let spacing: Int
  /// nil shows all rows.
  private let writes: Excerpt?
  private let reads: Excerpt?
  private let isLow: Bool
  var times = TimeColumn()
  var light = Light.none
  var economy = Economy.nothing
  var language = Language.english

  /// Rows for a pane: long blocks are cut to fit its height, and a write that repeats the one above is not
  /// shown again.
  package init(width: Int, height: Int, isLarge: Bool = false) {
    self.width = width
    spacing = isLarge ? 1 : 0
    perRow = BlockRows.perRow(width, isLarge: isLarge)
    isLow = height < BlockRows.low
    switch height {
    case ..<BlockRows.low: (writes, reads) = (Excerpt(), Excerpt())
    case ..<12: (writes, reads) = (Excerpt(head: 1, tail: 0), Excerpt(head: 2, tail: 0))
    case ..<30: (writes, reads) = (Excerpt(head: 2, tail: 0), Excerpt(head: 3, tail: 1))
    default: (writes, reads) = (Excerpt(head: 4, tail: 0), Excerpt(head: 5, tail: 2))
    }
  }

  /// Rows for a log: every block whole.
  package init(wholeIn width: Int) {
    self.width = width
    spacing = 0
    isLow = false
    perRow = BlockRows.perRow(width)
    (writes, reads) = (nil, nil)
  }

  /// The rows of a block, the heading first; `before` is the block above it, from which its time counts, and
  /// `found` where in it the search has matches.
  package func rows(
    of block: Block, after before: Block?, found: [Int] = []
  ) -> [StyledRow] {
    if block.kind == .opened { return marked([rule(block.framing)], block) }
    var rows = marked(head(block, after: before), block)
    if block.isForgotten {
      rows.append(StyledRow("       " + Phrase.bytesFellOff(block.range.count)[language], .elided))
    }
    if let before, repeats(block, before) { return rows }
    return rows + body(block, light.emphasis(in: block, found: found))
  }

  /// The heading of a block that stands out, with its mark.
  private func marked(_ rows: [StyledRow], _ block: Block) -> [StyledRow] {
    guard light.isOn(block) else { return rows }
    var rows = rows
    let isPicked = block.id == light.block
    if isPicked { rows = rows.map { $0.restyled(.selected) } }
    if !rows.isEmpty { rows[0].mark = isPicked ? "▸" : "•" }
    return rows
  }

  /// As many as have room; on a wall 8 at most.
  private static func perRow(_ width: Int, isLarge: Bool = false) -> Int {
    if isLarge { return HexLine.width(perRow: 8, spacing: 1) <= width ? 8 : 4 }
    return [16, 8].first { HexLine.width(perRow: $0) <= width } ?? 4
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

  /// The first row, or two where the remark has no room beside the rest; where rows are few, the time and the messages
  /// give way instead.
  private func head(_ block: Block, after before: Block?) -> [StyledRow] {
    var row = call(block)
    let bare = row
    row.append(times.text(of: block, after: before), .time)
    var notes = StyledRow()
    if block.framing == .length || block.framing == .line,
      let messages = block.dissection?.messages
    {
      notes.append(Noun.message.count(messages)[language], .size)
    }
    let remark = remark(block, after: before)
    var whole = row
    if !notes.spans.isEmpty { whole.append("  ") }
    whole.append(notes)
    if remark.spans.isEmpty, whole.width <= width { return [whole] }
    if whole.appendRight(remark, width: width) { return [whole] }
    if isLow || economy != .nothing {
      for part in [notes, StyledRow()] {
        var short = bare
        if !part.spans.isEmpty { short.append("  ") }
        short.append(part)
        if remark.spans.isEmpty ? short.width <= width : short.appendRight(remark, width: width) {
          return [short]
        }
      }
    }
    var second = StyledRow("    ")
    second.append(notes)
    if !second.appendRight(remark, width: width) { second.append(remark) }
    return [row, second]
  }

  /// What was called, with what result.
  private func call(_ block: Block) -> StyledRow {
    let number = "#\(block.number)"
    var row = StyledRow(number.count < 3 ? number + " " : number, .size)
    switch block.kind {
    case .write(let exact): row.append((exact ? Phrase.blockWrite : .blockWrites)[language], .write)
    case .read: row.append(Phrase.blockRead[language], .read)
    case .peerRead: row.append(Phrase.blockPeerRead[language], .peerRead)
    case .opened: break
    }
    row.append("\(Number.grouped(block.range.count)) B", .size)
    return row
  }

  /// What stands at the right: the verdict on a read; where a write repeats the one above, which.
  private func remark(_ block: Block, after before: Block?) -> StyledRow {
    guard block.isWrite else {
      return StyledRow(
        Phrase.verdict(block.verdict)[language], BlockRows.style(of: block.verdict))
    }
    guard let before, repeats(block, before) else { return StyledRow() }
    return StyledRow("= #\(before.number)", .elided)
  }

  /// Whether a write has the bytes of the write above it, and they are the same to the framing; then they are not shown
  /// again.
  private func repeats(_ block: Block, _ before: Block) -> Bool {
    writes != nil && block.isWrite && before.isWrite && !block.bytes.isEmpty
      && block.bytes == before.bytes && block.dissection == before.dissection
      && block.id != light.block
  }

  private func body(_ block: Block, _ emphasis: [Emphasis]) -> [StyledRow] {
    let size = block.bytes.count
    let lines = (size + perRow - 1) / perRow
    var rows: [StyledRow] = []
    var end = 0
    let parts = shown(block, lines: lines, emphasis)
    if parts.isEmpty { return [] }
    for part in parts {
      let bytes = part.lowerBound * perRow..<min(part.upperBound * perRow, size)
      rows += elision(of: bytes.lowerBound - end)
      rows += hex(block, bytes, emphasis)
      end = bytes.upperBound
    }
    return rows + elision(of: size - end)
  }

  private func elision(of count: Int) -> [StyledRow] {
    count > 0 ? [StyledRow("       " + Phrase.moreBytes(count)[language], .elided)] : []
  }

  /// The rows of hex that are shown, in order: the beginning, the end, and what stands out.
  private func shown(_ block: Block, lines: Int, _ emphasis: [Emphasis]) -> [Range<Int>] {
    guard lines > 0 else { return [] }
    guard var excerpt = block.isWrite ? writes : reads,
      block.id != light.block || lines > BlockRows.most
    else { return [0..<lines] }
    let limit = economy.limit(of: block)
    if limit < .max { excerpt = Excerpt(head: min(limit, excerpt.head)) }
    var wanted = [0..<min(excerpt.head, lines)]
    for part in emphasis where !part.range.isEmpty && part.style != .found {
      let first = part.range.lowerBound / perRow
      let last = (part.range.upperBound - 1) / perRow
      wanted.append(first..<min(last + 1, first + BlockRows.most, lines))
    }
    wanted.append(max(0, lines - excerpt.tail)..<lines)
    // A row that says how much is left out is worth leaving out two.
    var result: [Range<Int>] = []
    for part in wanted.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, part.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else if !part.isEmpty {
        result.append(part)
      }
    }
    if let last = result.last, lines - last.upperBound == 1 {
      result[result.count - 1] = last.lowerBound..<lines
    }
    return result
  }

  /// The hex rows of a part of a block, each length decoded under the row that completes it.
  private func hex(
    _ block: Block, _ part: Range<Int>, _ emphasis: [Emphasis]
  ) -> [StyledRow] {
    guard let dissection = block.dissection, dissection.roles.count == block.bytes.count else {
      return []
    }
    let roles = Array(dissection.roles[part])
    let lines = HexRow.rows(
      of: block.bytes[part], perRow: perRow, offset: part.lowerBound, roles: roles)
    let starts = Set(dissection.lengths.map(\.offset))
    var lengths = dissection.lengths.drop { $0.offset + 3 < part.lowerBound }
    var rows: [StyledRow] = []
    for (place, line) in lines.enumerated() {
      let covered = line.offset..<line.offset + line.cells.count
      let before = place > 0 ? lines[place - 1].cells.last?.role : nil
      let after = place + 1 < lines.count ? lines[place + 1] : nil
      let hex = HexLine(
        line: line, perRow: perRow, before: before, after: after, starts: starts,
        emphasis: emphasis.filter { $0.range.overlaps(covered) }, spacing: spacing)
      rows.append(hex.row)
      while let length = lengths.first, covered.contains(length.offset + 3) {
        rows += decoded(length)
        lengths.removeFirst()
      }
    }
    return rows
  }

  /// The number that a length header is, and the one it would be in the other byte order; for one that is
  /// refused, what its bytes look like.
  private func decoded(_ length: Dissection.Header) -> [StyledRow] {
    let field = length.field
    let text = Phrase.lengths(field)[language]
    let indent = String(repeating: " ", count: CellWidth.of(text) + 7 <= width ? 7 : 2)
    let row = StyledRow(indent + text, .decoded)
    guard length.refused else { return [row] }
    let guess = LengthGuess(bytes: field.bytes, limit: WireLimit.frame)
    let reason = Phrase.overLimit(guess)[language]
    let wrap = Wrap(width: width - indent.count, breaking: .words)
    return [row] + wrap.rows(of: reason).map { StyledRow(indent + $0, .trouble) }
  }
}
