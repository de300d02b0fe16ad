/// A picture of the whole screen in character cells, and where the cursor is on it.
package struct Grid: Equatable, Sendable {
  /// One column of one row.
  ///
  /// The second column of a wide glyph has no text.
  package struct Cell: Equatable, Sendable {
    package var text: String
    /// 1 or 2; 0 for the second column of a wide glyph.
    package var width: Int
    package var style: Style

    package init(text: String = " ", width: Int = 1, style: Style = .plain) {
      self.text = text
      self.width = width
      self.style = style
    }
  }

  package struct Cursor: Equatable, Sendable {
    package var row: Int
    package var column: Int
  }

  package let size: Size
  /// nil hides it.
  package var cursor: Cursor?
  /// The rows that are one line with the row above them.
  package private(set) var joined: Set<Int> = []
  private var cells: [Cell]

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The cells of one row, exactly as many as the grid has columns; none outside of the grid.
  package subscript(row row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts text on one row, clipped to `columns` and to the grid.
  ///
  /// A wide glyph that is cut by an edge leaves a space there.
  /// - Returns: the column after the text, at most the end of `columns`.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, row: Int, columns: Range<Int>, style: Style = .plain
  ) -> Int {
    guard (0..<size.rows).contains(row) else { return columns.lowerBound }
    let end = min(columns.upperBound, size.columns)
    var column = columns.lowerBound
    Glyph.each(in: text) { glyph in
      guard glyph.width > 0, column >= 0, column < end else { return }
      if column + glyph.width > end {
        set(Cell(style: style), row: row, column: column)
        column = end
        return
      }
      set(Cell(text: glyph.text, width: glyph.width, style: style), row: row, column: column)
      column += glyph.width
    }
    return column
  }

  /// Puts a styled row, clipped like text.
  @discardableResult
  package mutating func put(_ line: StyledRow, row: Int, columns: Range<Int>) -> Int {
    var column = columns.lowerBound
    for span in line.spans where column < columns.upperBound {
      column = put(span.text, row: row, columns: column..<columns.upperBound, style: span.style)
    }
    return column
  }

  /// Fills a stretch of one row with a sign one column wide.
  package mutating func fill(
    _ sign: Character, row: Int, columns: Range<Int>, style: Style = .plain
  ) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard (0..<size.rows).contains(row) else { return }
    for column in columns {
      set(Cell(text: String(sign), style: style), row: row, column: column)
    }
  }

  /// Makes a row one line with the row above it: a terminal's selection finds no break there.
  package mutating func join(row: Int) {
    if (1..<size.rows).contains(row) { joined.insert(row) }
  }

  /// One row as text, its trailing spaces included.
  package func text(row: Int) -> String { self[row: row].map(\.text).joined() }

  /// Puts other text of the same width into cells.
  mutating func replaceText(_ other: (String) -> String?) {
    for index in cells.indices where cells[index].text.utf8.count > 1 {
      if let text = other(cells[index].text) { cells[index].text = text }
    }
  }

  private mutating func set(_ cell: Cell, row: Int, column: Int) {
    let index = row * size.columns + column
    // Halves of wide glyphs that are written over become spaces.
    if cells[index].width == 0, column > 0 {
      cells[index - 1] = Cell(style: cells[index - 1].style)
    }
    let last = index + cell.width - 1
    if cells[last].width == 2 { cells[last + 1] = Cell(style: cells[last].style) }
    cells[index] = cell
    if cell.width == 2 { cells[last] = Cell(text: "", width: 0, style: cell.style) }
  }
}
