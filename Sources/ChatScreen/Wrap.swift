/// Cuts text into rows of at most a number of columns.
package struct Wrap: Sendable {
  package enum Breaking: Sendable {
    /// Behind any character: bytes are shown as they come.
    case anywhere
    /// Behind a space where one is in the last third of a row, otherwise anywhere. The space stays at the
    /// end of its row. An address of the web goes to the next row whole if it fits there; a longer one is cut at
    /// the edge, so that put together its rows are the address.
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
    var addresses = breaking == .words ? WebAddress.ranges(in: text)[...] : []
    var rows: [Substring] = []
    var start = text.startIndex
    var column = 0
    /// Where a row may end: behind a space, or before an address that fits in a row.
    var space: (end: String.Index, column: Int)?
    var address: (end: String.Index, column: Int)?
    var index = start
    while index < text.endIndex {
      let character = text[index]
      let width = CellWidth.of(character)
      if let next = addresses.first, index >= next.lowerBound {
        addresses = addresses.dropFirst()
        let fits = index > start && CellWidth.of(text[next]) <= self.width
        address = fits ? (index, column) : nil
      }
      // A space may hang over the edge: it is not seen there.
      let hangs = breaking == .words && character == " " && column == self.width
      if column + width > self.width, index > start, !hangs {
        var cut = (end: index, column: column)
        if let address {
          cut = address
        } else if let space, space.column > self.width * 2 / 3 {
          cut = space
        }
        rows.append(text[start..<cut.end])
        start = cut.end
        column -= cut.column
        (space, address) = (nil, nil)
      }
      column += width
      index = text.index(after: index)
      if breaking == .words, character == " " { (space, address) = ((index, column), nil) }
    }
    rows.append(text[start...])
    return rows
  }
}
