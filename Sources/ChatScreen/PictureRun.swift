/// Cells of one row that are drawn as one: words of ASCII of one style, or a single glyph that is not.
struct PictureRun: Equatable {
  let column: Int
  var width: Int
  var text: String
  let style: Style

  var columns: Range<Int> { column..<column + width }

  /// The runs of a row, blanks left out where nothing but the paper is seen of them.
  static func runs(of cells: ArraySlice<Grid.Cell>) -> [PictureRun] {
    var runs: [PictureRun] = []
    for (column, cell) in cells.enumerated() where cell.width > 0 {
      let run = PictureRun(
        column: column, width: cell.width, text: cell.text, style: cell.style)
      if let last = runs.last, last.goes(on: run) {
        runs[runs.count - 1].text += run.text
        runs[runs.count - 1].width += run.width
      } else {
        runs.append(run)
      }
    }
    return runs.compactMap(\.trimmed)
  }

  private var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private func goes(on next: PictureRun) -> Bool {
    style == next.style && isASCII && next.isASCII && column + width == next.column
  }

  /// Without the blanks at its ends, as far as they show nothing; nil if nothing is left.
  private var trimmed: PictureRun? {
    let look = Look(of: style)
    if look.reverse || look.underline { return self }
    let front = text.prefix { $0 == " " }.count
    guard front < text.count else { return nil }
    let back = text.reversed().prefix { $0 == " " }.count
    return PictureRun(
      column: column + front, width: width - front - back,
      text: String(text.dropFirst(front).dropLast(back)), style: style)
  }
}
