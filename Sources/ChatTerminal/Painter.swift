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
    overlay(overlaid, of: grid, columns: columns, cursor: (getcury(window), getcurx(window)))
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
  private func overlay(_ rows: [Int], of grid: Grid, columns: Int, cursor: (Int32, Int32)) {
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
    cn_look(0, 0)
    cn_move(cursor.0, cursor.1)
    cn_flush(output)
  }

  private func write(_ cell: Grid.Cell, row: Int, column: Int) {
    let (attributes, pair) = palette[cell.style]
    cn_move(Int32(row), Int32(column))
    cn_look(attributes, pair)
    var text = cell.text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cn_text($0.baseAddress, $0.count) }
    }
  }
}
