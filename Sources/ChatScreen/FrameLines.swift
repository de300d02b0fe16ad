/// The lines around the panes, with the titles on them.
///
/// They are drawn by absolute column, after the text.
struct FrameLines {
  let layout: Layout

  /// Draws the frame with both panes in it.
  func drawPanes(on grid: inout Grid, conversation: StyledRow, wire: StyledRow) {
    if layout.mode == .zoomed {
      outline(&grid)
      let text = layout.wire == nil ? conversation : wire
      title(&grid, text, row: 0, columns: 1..<layout.size.columns - 1)
    }
    guard layout.mode != .bare, let divider = layout.divider else { return }
    let columns = layout.size.columns
    outline(&grid)
    if layout.mode == .sideBySide {
      let bottom = layout.bottom
      let column = divider..<divider + 1
      for row in 1..<bottom { grid.put("│", row: row, columns: column, style: .frame) }
      grid.put("┬", row: 0, columns: column, style: .frame)
      grid.put("┴", row: bottom, columns: column, style: .frame)
      title(&grid, conversation, row: 0, columns: 1..<divider)
      title(&grid, wire, row: 0, columns: divider + 1..<columns - 1)
    } else {
      line(&grid, row: divider, "├", "┤")
      title(&grid, conversation, row: 0, columns: 1..<columns - 1)
      title(&grid, wire, row: divider, columns: 1..<columns - 1)
    }
  }

  /// Draws the frame around one pane that has the room of both.
  func drawWhole(on grid: inout Grid, title text: StyledRow, edge note: StyledRow) {
    guard layout.mode != .bare else { return }
    outline(&grid)
    title(&grid, text, row: 0, columns: 1..<layout.size.columns - 1)
    edge(on: &grid, layout.inside, note)
  }

  /// Puts a note on the line below an area, at its right end.
  ///
  /// Where a title on that line leaves no room for it, it is on the line above the status.
  func edge(
    on grid: inout Grid, _ area: Layout.Area, _ note: StyledRow?, beside title: StyledRow? = nil
  ) {
    guard layout.mode != .bare, let note else { return }
    let end = area.columns.upperBound
    let start = max(area.columns.lowerBound, end - note.width)
    let meets = layout.mode == .stacked && start <= (title?.width ?? 0) + 2
    let row = title != nil && meets ? layout.bottom : area.rows.upperBound
    grid.put(note.fitted(to: end - start), row: row, columns: start..<end)
  }

  private func outline(_ grid: inout Grid) {
    let (columns, rows) = (layout.size.columns, layout.size.rows)
    line(&grid, row: 0, "┌", "┐")
    line(&grid, row: layout.bottom, "├", "┤")
    line(&grid, row: rows - 1, "└", "┘")
    for row in 1..<rows - 1 where row != layout.bottom {
      grid.put("│", row: row, columns: 0..<1, style: .frame)
      grid.put("│", row: row, columns: columns - 1..<columns, style: .frame)
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
    padded.append(text.fitted(to: columns.count - 2))
    padded.append(" ")
    grid.put(padded, row: row, columns: columns)
  }
}
