/// Cuts text into rows of at most a number of columns.
package struct Wrap: Sendable {
  package enum Breaking: Sendable {
    /// Behind any character: bytes are shown as they come.
    case anywhere
    /// Where words end (`RowEnd`): what fits in a row is not cut. A longer word begins on a row of its own if less than
    /// a third of the row before is lost to that, and is cut at the edge. The space stays at the end of its row. An
    /// address of the web goes to the next row whole if it fits there; a longer one is cut at the edge, so that put
    /// together its rows are the address.
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
    /// Where a row may end: between words, or before an address that fits in a row.
    var word: (end: String.Index, column: Int)?
    var address: (end: String.Index, column: Int)?
    /// The character before, and the end of the address that it is in or behind.
    var before: Character?
    var addressEnd = start
    /// An address that fits in no row, if rows may run to the edge.
    var long: Range<String.Index>?
    var isJoined = false
    /// Whether the word so far is a number, nil before its first character, and whether the one before was.
    var isNumber: Bool?
    var isCounted = false
    var index = start
    while index < text.endIndex {
      let character = text[index]
      let width = CellWidth.of(character)
      if breaking != .anywhere, let before, index >= addressEnd,
        RowEnd.isBetween(before, character), breaking == .words || before != " " || !isCounted
      {
        (word, address) = ((index, column), nil)
      }
      if let next = addresses.first, index >= next.lowerBound {
        addresses = addresses.dropFirst()
        addressEnd = next.upperBound
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
        } else if let word, !isLong, word.column > self.width * 2 / 3 || fits(text, word.end) {
          cut = word
        }
        rows.append(Row(text: text[start..<cut.end], isJoined: isJoined))
        isJoined = isLong && cut.end == index && index > long?.lowerBound ?? index
        start = cut.end
        column -= cut.column
        (word, address) = (nil, nil)
      }
      if character == " " {
        (isCounted, isNumber) = (isNumber == true, nil)
      } else {
        isNumber = isNumber != false && (character.isNumber || "(,.".contains(character))
      }
      column += width
      before = character
      index = text.index(after: index)
    }
    rows.append(Row(text: text[start...], isJoined: isJoined))
    return rows
  }

  /// Whether the word that begins at an index fits in a row.
  private func fits(_ text: String, _ start: String.Index) -> Bool {
    RowEnd.columns(of: text, from: start, atMost: width) != nil
  }
}
