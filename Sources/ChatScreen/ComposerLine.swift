/// The composer as it is seen: its prompt, and the rows around the cursor.
struct ComposerLine {
  let composer: Composer
  /// The columns of a whole row, its prompt included.
  let width: Int
  var language = Language.english

  /// The prompt of the first row; the others are indented like it.
  private var prompt: String { width > 4 ? "> " : "" }

  /// The rows that the whole text takes, at most `limit`.
  func height(limit: Int) -> Int {
    if composer.search != nil { return 1 }
    let rows = ComposerRows(composer, width: width - prompt.count, limit: limit)
    return min(limit, rows.starts.count)
  }

  /// Draws the rows and places the cursor.
  func draw(on grid: inout Grid, rows: Range<Int>, from column: Int) {
    guard !rows.isEmpty, width > 0 else { return }
    let columns = column..<column + width
    if let search = composer.search { return draw(search, on: &grid, rows, columns) }
    let text = ComposerRows(composer, width: width - prompt.count)
    let last = text.starts.count - rows.count
    let top = max(0, min(text.cursor.row - rows.count + 1, last))
    let start = column + prompt.count
    for (turn, row) in rows.enumerated() where top + turn < text.starts.count {
      let hides = turn == 0 && top > 0
      let mark = prompt.isEmpty ? "" : hides ? "… " : top + turn == 0 ? prompt : "  "
      grid.put(mark, row: row, columns: columns, style: hides ? .elided : .prompt)
      var place = start
      for sign in text.signs(top + turn) {
        place = grid.put(sign, row: row, columns: place..<max(place, columns.upperBound))
      }
    }
    if top < last, width > 3, let row = rows.last {
      grid.put("…", row: row, columns: columns.upperBound - 1..<columns.upperBound, style: .elided)
    }
    grid.cursor = Grid.Cursor(
      row: rows.lowerBound + text.cursor.row - top,
      column: min(start + text.cursor.column, columns.upperBound - 1))
  }

  /// The words of a search in the lines sent before, and what it found.
  private func draw(
    _ search: LineSearch, on grid: inout Grid, _ rows: Range<Int>, _ columns: Range<Int>
  ) {
    let row = rows.lowerBound
    let words =
      (search.isLost ? Phrase.lineSearchLost : .lineSearch)[language]
      + VisibleText.row(search.words)
    let end = grid.put(words, row: row, columns: columns, style: search.isLost ? .alarm : .prompt)
    grid.cursor = Grid.Cursor(row: row, column: min(end, columns.upperBound - 1))
    guard let found = composer.found else { return }
    let start = grid.put(" › ", row: row, columns: end..<columns.upperBound, style: .elided)
    let shown = found.split(separator: "\n").map { VisibleText.row($0) }.joined(separator: " ⏎ ")
    grid.put(shown, row: row, columns: start..<columns.upperBound)
    if start + CellWidth.of(shown) > columns.upperBound {
      grid.put("…", row: row, columns: columns.upperBound - 1..<columns.upperBound, style: .elided)
    }
  }
}
