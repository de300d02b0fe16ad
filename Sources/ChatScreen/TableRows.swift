/// Turns the lines of a table into rows of a pane: a head over numbers that end where its words do.
///
/// Columns for which there is no room go on below, behind the names of their lines again.
struct TableRows {
  let lines: [String]

  /// A stretch of the columns of the screen that one column of the table takes.
  private typealias Column = Range<Int>

  func rows(width: Int) -> [StyledRow] {
    guard let head = lines.first, lines.contains(where: { CellWidth.of($0) > width }) else {
      return lines.enumerated().map { StyledRow($1, $0 == 0 ? .title : .plain) }
    }
    return parts(of: columns(under: head), width: width).enumerated().flatMap { turn, part in
      lines.enumerated().compactMap { place, line in
        let isHead = place == 0
        guard isHead || isNumbers(line, under: head) else {
          return turn > 0 ? nil : StyledRow(line, .plain).fitted(to: width)
        }
        let cells = part.map { TableRows.cut(line, $0) }
        let name = TableRows.cut(line, 0..<TableRows.names)
        return StyledRow(name + cells.joined(), isHead ? .title : .plain).fitted(to: width)
      }
    }
  }

  /// The columns of the screen for the name of a line.
  private static let names = 4

  /// A column ends with a word of the head, and begins where the one before it ends.
  private func columns(under head: String) -> [Column] {
    var columns: [Column] = []
    var (end, before) = (0, Character(" "))
    for character in head + " " {
      if character == " ", before != " " {
        let start = columns.last?.upperBound ?? TableRows.names
        columns.append(start..<max(start, end))
      }
      end += CellWidth.of(character)
      before = character
    }
    return columns
  }

  /// As many columns side by side as there is room for.
  private func parts(of columns: [Column], width: Int) -> [[Column]] {
    var parts: [[Column]] = []
    var room = 0
    for column in columns {
      if parts.isEmpty || column.count > room {
        parts.append([])
        room = width - TableRows.names
      }
      parts[parts.count - 1].append(column)
      room -= column.count
    }
    return parts
  }

  /// Whether a line has numbers under the head, and no sentence.
  private func isNumbers(_ line: String, under head: String) -> Bool {
    CellWidth.of(line) == CellWidth.of(head)
      && line.dropFirst(TableRows.names).allSatisfy { $0 == " " || $0.isNumber }
  }

  /// What of a line stands in some columns of the screen.
  private static func cut(_ line: String, _ columns: Column) -> String {
    var (text, column) = ("", 0)
    for character in line {
      if columns.contains(column) { text.append(character) }
      column += CellWidth.of(character)
    }
    return text
  }
}
