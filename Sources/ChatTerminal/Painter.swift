import ChatScreen
import CNcurses
import Glibc

/// Brings pictures to the terminal: what changed goes through ncurses, in one `doupdate` for each picture.
///
/// A cell of ncurses holds one scalar with a width and a few without. What it cannot hold at our width (joined
/// emoji, flags, emoji by U+FE0F) is painted twice: ncurses gets a stand-in of the same width, and the glyph itself
/// follows behind its back, moved to by `cup`. A terminal that draws it wider has its neighbours rewritten by
/// absolute column, so that the layout is straight on every terminal.
@MainActor
final class Painter {
  private let output: Int32
  private var palette: Palette
  /// The picture on the screen, nil if there is none to build on.
  private var shown: Grid?
  /// Where ncurses left the cursor.
  private var cursor: (Int32, Int32) = (0, 0)

  init(output: Int32) {
    self.output = output
    palette = Palette(.standard)
    leaveok(cn_window(), false)
    idcok(cn_window(), false)
    scrollok(cn_window(), false)
  }

  /// Lets the next picture be painted whole.
  func forget() {
    shown = nil
    clearok(cn_window(), true)
  }

  func paint(_ grid: Grid, _ theme: Theme) {
    guard let window = cn_window() else { return }
    if theme != palette.theme {
      palette = Palette(theme)
      forget()
    }
    if shown?.size != grid.size {
      shown = nil
      werase(window)
    }
    let rows = min(grid.size.rows, Int(getmaxy(window)))
    let columns = min(grid.size.columns, Int(getmaxx(window)))
    var overlaid: [Int] = []
    part(grid, on: window)
    for row in 0..<rows {
      let cells = grid[row: row]
      guard shown == nil || shown?[row: row] != cells else { continue }
      put(cells.prefix(columns), row: row, on: window)
      let isOverlaid = cells.contains { Stand.isStandIn($0) }
      if isOverlaid { overlaid.append(row) }
      if isOverlaid || shown?[row: row].contains(where: { Stand.isStandIn($0) }) == true {
        wredrawln(window, Int32(row), 1)
      }
    }
    if let cursor = grid.cursor, cursor.row < rows, cursor.column < columns {
      curs_set(1)
      wmove(window, Int32(cursor.row), Int32(cursor.column))
    } else {
      curs_set(0)
      wmove(window, 0, 0)
    }
    wnoutrefresh(window)
    doupdate()
    cursor = (getcury(window), getcurx(window))
    overlay(overlaid, of: grid, columns: columns)
    join(grid, columns: columns)
    shown = grid
  }

  private func put(
    _ cells: ArraySlice<Grid.Cell>, row: Int, on window: UnsafeMutablePointer<WINDOW>
  ) {
    var line: [cchar_t] = []
    line.reserveCapacity(cells.count)
    for cell in cells where cell.width > 0 {
      let (attributes, pair) = palette[cell.style]
      if let byte = Stand.byte(cell) {
        var held = cchar_t()
        withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 2) { text in
          text[0] = wchar_t(byte)
          text[1] = 0
          _ = setcchar(&held, text.baseAddress, attributes, pair, nil)
        }
        line.append(held)
        continue
      }
      for scalars in Stand(for: cell).cells {
        var held = cchar_t()
        setcchar(&held, scalars.map { wchar_t(bitPattern: $0.value) } + [0], attributes, pair, nil)
        line.append(held)
      }
    }
    wmove(window, Int32(row), 0)
    wadd_wchnstr(window, line, Int32(line.count))
  }

  /// Puts the glyphs that ncurses cannot hold over their stand-ins.
  private func overlay(_ rows: [Int], of grid: Grid, columns: Int) {
    if rows.isEmpty { return }
    let keepsMargin = cn_has("rmam") && cn_has("smam")
    if keepsMargin { cn_capability("rmam") }
    for row in rows {
      let cells = Array(grid[row: row].prefix(columns))
      for (column, cell) in cells.enumerated() {
        let stand = Stand(for: cell)
        let end = column + stand.reach
        guard stand.isStandIn, keepsMargin || end < columns else { continue }
        write(cell, row: row, column: column)
        for index in column + cell.width..<max(column + cell.width, min(end, columns))
        where cells[index].width > 0 {
          write(cells[index], row: row, column: index)
        }
      }
    }
    if keepsMargin { cn_capability("smam") }
    finish()
  }

  /// Lets the terminal break rows itself where they are one line: what is written behind the last column goes to the
  /// next row, and terminals remember that (terminfo's am).
  private func join(_ grid: Grid, columns: Int) {
    let rows = grid.joined.filter { isNew($0, in: grid) }
    guard !rows.isEmpty, columns == grid.size.columns, cn_wraps() else { return }
    for row in rows.sorted() {
      guard let last = grid[row: row - 1].last, last.width == 1, let first = grid[row: row].first
      else { continue }
      write(last, row: row - 1, column: columns - 1)
      write(first)
    }
    finish()
  }

  /// Lets the terminal forget where rows were one line that are none any more: erasing a row whole does it.
  private func part(_ grid: Grid, on window: UnsafeMutablePointer<WINDOW>) {
    guard let rows = shown?.joined.filter({ isNew($0, in: grid) }), !rows.isEmpty else { return }
    cn_look(0, 0)
    for row in rows {
      cn_move(Int32(row - 1), 0)
      cn_capability("el")
      wredrawln(window, Int32(row - 1), 1)
    }
    finish()
  }

  /// Whether a seam, or a row at it, differs from what is shown.
  private func isNew(_ row: Int, in grid: Grid) -> Bool {
    guard let shown else { return true }
    return !grid.joined.contains(row) || !shown.joined.contains(row)
      || grid[row: row - 1] != shown[row: row - 1] || grid[row: row] != shown[row: row]
  }

  /// Puts cursor and attributes back to where ncurses left them, and sends what was collected.
  private func finish() {
    cn_look(0, 0)
    cn_move(cursor.0, cursor.1)
    cn_flush(output)
  }

  private func write(_ cell: Grid.Cell, row: Int, column: Int) {
    cn_move(Int32(row), Int32(column))
    write(cell)
  }

  private func write(_ cell: Grid.Cell) {
    let (attributes, pair) = palette[cell.style]
    cn_look(attributes, pair)
    var text = cell.text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cn_text($0.baseAddress, $0.count) }
    }
  }
}
