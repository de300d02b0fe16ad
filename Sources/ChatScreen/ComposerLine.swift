/// The composer as it is seen: its prompt, and the part of the line around the cursor.
struct ComposerLine {
  let composer: Composer
  /// The columns of the whole line, its prompt included.
  let width: Int

  /// Draws the line and places the cursor.
  func draw(on grid: inout Grid, row: Int, from column: Int) {
    let prompt = width > 4 ? "> " : ""
    let end = column + width
    let start = grid.put(prompt, row: row, columns: column..<end, style: .prompt)
    let room = end - start
    guard room > 0 else { return }
    let shown = composer.characters.map { VisibleText.row(String($0)) }
    let widths = shown.map { CellWidth.of($0) }
    let before = widths.prefix(composer.cursor).reduce(0, +)
    let total = before + widths.dropFirst(composer.cursor).reduce(0, +)
    // The cursor itself takes a column behind the text.
    let hidden = before < room && total < room || before < room - 1 ? 0 : jump(before, room: room)
    var skipped = 0
    var first = 0
    while first < widths.count, skipped < hidden {
      skipped += widths[first]
      first += 1
    }
    var at = start
    if first > 0, room > 3 { at = grid.put("…", row: row, columns: at..<end, style: .elided) }
    var cursor = at
    for index in first..<shown.count {
      if index == composer.cursor { cursor = at }
      at = grid.put(shown[index], row: row, columns: at..<end)
    }
    if composer.cursor == shown.count { cursor = at }
    if room > 3, total - skipped + (first > 0 ? 1 : 0) > room {
      grid.put("…", row: row, columns: end - 1..<end, style: .elided)
    }
    grid.cursor = Grid.Cursor(row: row, column: min(cursor, end - 1))
  }

  /// The columns to hide at the left so that the cursor is seen; they grow by half a line at a time, so that the
  /// text stands still while it is written.
  private func jump(_ before: Int, room: Int) -> Int {
    let half = max(1, room / 2)
    return (before - room + 4 + half) / half * half
  }
}
