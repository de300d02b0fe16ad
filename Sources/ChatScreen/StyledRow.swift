/// One row of text in pieces of one style each.
package struct StyledRow: Equatable, Sendable {
  package struct Span: Equatable, Sendable {
    package var text: String
    package var style: Style
  }

  package private(set) var spans: [Span] = []
  /// What stands in the margin before it, one column wide.
  var mark = ""
  /// Whether it is one line with the row above, cut only by the edge of the screen.
  var isJoined = false

  package init() {}

  package init(_ text: String, _ style: Style = .plain) { append(text, style) }

  /// The columns that the row takes.
  package var width: Int { spans.reduce(0) { $0 + CellWidth.of($1.text) } }

  package var text: String { spans.map(\.text).joined() }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  package mutating func append(_ row: StyledRow) {
    for span in row.spans { append(span.text, span.style) }
  }

  /// The row all in one style.
  func restyled(_ style: Style) -> StyledRow {
    var row = StyledRow(text, style)
    (row.mark, row.isJoined) = (mark, isJoined)
    return row
  }

  /// The row as far as there is room for it, with `…` where something is left out.
  func fitted(to width: Int) -> StyledRow {
    guard width > 0, self.width > width else { return self }
    var row = StyledRow()
    (row.mark, row.isJoined) = (mark, isJoined)
    var room = width - 1
    for span in spans {
      for character in span.text {
        room -= CellWidth.of(character)
        guard room >= 0 else {
          row.append("…", span.style)
          return row
        }
        row.append(String(character), span.style)
      }
    }
    return row
  }

  /// Appends a row so that it ends at column `width`.
  ///
  /// - Returns: false, and nothing changes, if there is no room for it and `gap` spaces before it.
  @discardableResult
  mutating func appendRight(_ row: StyledRow, width: Int, gap: Int = 1) -> Bool {
    let room = width - self.width - row.width
    guard room >= gap || spans.isEmpty && room == 0 else { return false }
    append(String(repeating: " ", count: room))
    append(row)
    return true
  }
}
