/// The lines around the panes, with the titles on them. They are drawn by absolute column, after the text.
struct FrameLines {
  let layout: Layout

  func draw(
    on grid: inout Grid, left: StyledRow, right: StyledRow, edges: [(Layout.Area, StyledRow?)]
  ) {
    guard layout.mode != .bare, let divider = layout.divider else { return }
    let (columns, rows) = (layout.size.columns, layout.size.rows)
    let bottom = rows - 4
    line(&grid, row: 0, "┌", "┐")
    line(&grid, row: bottom, "├", "┤")
    line(&grid, row: rows - 1, "└", "┘")
    for row in 1..<rows - 1 where row != bottom {
      grid.put("│", row: row, columns: 0..<1, style: .frame)
      grid.put("│", row: row, columns: columns - 1..<columns, style: .frame)
    }
    if layout.mode == .sideBySide {
      let column = divider..<divider + 1
      for row in 1..<bottom { grid.put("│", row: row, columns: column, style: .frame) }
      grid.put("┬", row: 0, columns: column, style: .frame)
      grid.put("┴", row: bottom, columns: column, style: .frame)
      title(&grid, left, row: 0, columns: 1..<divider)
      title(&grid, right, row: 0, columns: divider + 1..<columns - 1)
    } else {
      line(&grid, row: divider, "├", "┤")
      title(&grid, left, row: 0, columns: 1..<columns - 1)
      title(&grid, right, row: divider, columns: 1..<columns - 1)
    }
    for case (let area, let note?) in edges {
      let end = area.columns.upperBound
      grid.put(note, row: area.rows.upperBound, columns: max(1, end - note.width)..<end)
    }
  }

  private func line(_ grid: inout Grid, row: Int, _ left: Character, _ right: Character) {
    let columns = layout.size.columns
    grid.fill("─", row: row, columns: 1..<columns - 1, style: .frame)
    grid.fill(left, row: row, columns: 0..<1, style: .frame)
    grid.fill(right, row: row, columns: columns - 1..<columns, style: .frame)
  }

  private func title(_ grid: inout Grid, _ text: StyledRow, row: Int, columns: Range<Int>) {
    var padded = StyledRow(" ")
    padded.append(text)
    padded.append(" ")
    grid.put(padded, row: row, columns: columns)
  }
}
