/// Cuts text into rows of at most a number of columns.
package struct Wrap: Sendable {
  package enum Breaking: Sendable {
    /// Behind any character: bytes are shown as they come.
    case anywhere
    /// Behind a space where one is in the last third of a row, otherwise anywhere. The space stays at the
    /// end of its row. An address of the web goes to the next row whole if it fits there; a longer one is cut at
    /// the edge, so that put together its rows are the address.
    case words
    /// As words, but a number stays with what it counts where a row has room for both.
    case sentence
  }

  package let width: Int
  package let breaking: Breaking
  /// The columns before the text of a row, if its right edge is that of the screen.
  ///
  /// An address that fits in no row then runs on to that edge and goes on in the first column of the next row, where
  /// a terminal's own selection puts it together again.
  package var indent: Int?
  /// The columns of the screen, where there is an indent.
  package var edge = 0

  /// One row of a text.
  struct Row {
    var text: Substring
    /// Whether it goes on with an address, from the first column.
    var isJoined: Bool
  }

  package init(width: Int, breaking: Breaking) {
    self.width = max(1, width)
    self.breaking = breaking
  }

  /// The rows of a text, at least one; put together they are the text.
  package func rows(of text: String) -> [Substring] { joinedRows(of: text).map(\.text) }

  func joinedRows(of text: String) -> [Row] {
    var addresses = breaking != .anywhere ? WebAddress.ranges(in: text)[...] : []
    var rows: [Row] = []
    var start = text.startIndex
    var column = 0
    /// Where a row may end: behind a space, or before an address that fits in a row.
    var space: (end: String.Index, column: Int)?
    var address: (end: String.Index, column: Int)?
    /// An address that fits in no row, if rows may run to the edge.
    var long: Range<String.Index>?
    var isJoined = false
    /// Whether the word so far is a number; nil before its first character.
    var isNumber: Bool?
    var index = start
    while index < text.endIndex {
      let character = text[index]
      let width = CellWidth.of(character)
      if let next = addresses.first, index >= next.lowerBound {
        addresses = addresses.dropFirst()
        let fits = CellWidth.of(text[next]) <= self.width
        address = fits && index > start ? (index, column) : nil
        long = fits || indent == nil ? nil : next
      }
      let isLong = long?.contains(index) == true
      let limit =
        isLong ? edge - (isJoined ? 0 : indent ?? 0) : self.width + (isJoined ? indent ?? 0 : 0)
      // A space may hang over the edge: it is not seen there.
      let hangs =
        breaking != .anywhere && character == " " && (column == limit || index == long?.upperBound)
      if column + width > limit, index > start, !hangs {
        var cut = (end: index, column: column)
        if let address {
          cut = address
        } else if let space, !isLong, space.column > self.width * 2 / 3 {
          cut = space
        }
        rows.append(Row(text: text[start..<cut.end], isJoined: isJoined))
        isJoined = isLong && cut.end == index && index > long?.lowerBound ?? index
        start = cut.end
        column -= cut.column
        (space, address) = (nil, nil)
      }
      column += width
      index = text.index(after: index)
      guard breaking != .anywhere else { continue }
      if character == " " {
        address = nil
        if breaking == .words || isNumber != true { space = (index, column) }
        isNumber = nil
      } else {
        isNumber = isNumber != false && (character.isNumber || "(,.".contains(character))
      }
    }
    rows.append(Row(text: text[start...], isJoined: isJoined))
    return rows
  }
}
