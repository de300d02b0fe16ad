/// The key that was pressed last, for those who watch a wall.
///
/// Its place is its own: the end of the frame's last line, or without a frame the end of the line under the
/// conversation, which leaves its columns free.
struct KeyEcho {
  private let text: String
  let row: Int
  let columns: Range<Int>

  /// - Returns: nil in themes that show no keys, before the first key, and where half a line has no room for it.
  init?(model: Model, layout: Layout) {
    guard model.appearance.theme.isLarge, let name = model.pressed?.name else { return nil }
    text = " \(name) "
    let width = CellWidth.of(text)
    let edge = layout.size.columns - layout.margin
    guard width <= layout.size.columns / 2 else { return nil }
    if layout.mode == .bare {
      guard let summary = layout.summary else { return nil }
      row = summary
    } else {
      row = layout.size.rows - 1
    }
    columns = edge - width..<edge
  }

  func draw(on grid: inout Grid) { grid.put(text, row: row, columns: columns, style: .hint) }
}
