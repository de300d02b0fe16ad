/// Cuts text into rows of at most a number of columns.
package struct Wrap: Sendable {
  package enum Breaking: Sendable {
    /// Behind any character: bytes are shown as they come.
    case anywhere
    /// Behind a space where one is in the last third of a row, otherwise anywhere. The space stays at the
    /// end of its row.
    case words
  }

  package let width: Int
  package let breaking: Breaking

  package init(width: Int, breaking: Breaking) {
    self.width = max(1, width)
    self.breaking = breaking
  }

  /// The rows of a text, at least one; put together they are the text.
  package func rows(of text: String) -> [Substring] {
    var rows: [Substring] = []
    var start = text.startIndex
    var column = 0
    var space: (end: String.Index, column: Int)?
    var index = start
    while index < text.endIndex {
      let character = text[index]
      let width = CellWidth.of(character)
      // A space may hang over the edge: it is not seen there.
      let hangs = breaking == .words && character == " " && column == self.width
      if column + width > self.width, index > start, !hangs {
        if let last = space, last.column > self.width * 2 / 3 {
          rows.append(text[start..<last.end])
          start = last.end
          column -= last.column
        } else {
          rows.append(text[start..<index])
          start = index
          column = 0
        }
        space = nil
      }
      column += width
      index = text.index(after: index)
      if breaking == .words, character == " " { space = (index, column) }
    }
    rows.append(text[start...])
    return rows
  }
}
