import ChatScreen
import CNcurses

/// What ncurses gets for a cell: the glyph itself if it can hold it, else a stand-in of the same width.
struct Stand {
  /// The most scalars that one cell of ncurses holds (CCHARW_MAX).
  private static let capacity = 5

  /// The scalars of each of ncurses' cells.
  let cells: [[Unicode.Scalar]]
  /// Whether the glyph itself has to follow.
  let isStandIn: Bool
  /// The columns that a terminal may use for it which knows of no joining.
  let reach: Int

  /// The one byte of a cell that has no other, which is most of them.
  static func byte(_ cell: Grid.Cell) -> UInt8? {
    let bytes = cell.text.utf8
    return bytes.count == 1 ? bytes.first : nil
  }

  /// Whether the glyph of a cell has to follow.
  static func isStandIn(_ cell: Grid.Cell) -> Bool {
    byte(cell) == nil && Stand(for: cell).isStandIn
  }

  init(for cell: Grid.Cell) {
    let scalars = Array(cell.text.unicodeScalars)
    guard let first = scalars.first else {
      (cells, isStandIn, reach) = ([[" "]], false, 1)
      return
    }
    if first.isASCII, scalars.count == 1 {
      (cells, isStandIn, reach) = ([[first]], false, 1)
      return
    }
    let widths = scalars.map { Int(cn_width(wchar_t(bitPattern: $0.value))) }
    let isHeld =
      widths[0] == cell.width && scalars.count <= Stand.capacity
      && widths.dropFirst().allSatisfy { $0 == 0 } && !scalars.contains { $0 == "\u{fe0f}" }
    isStandIn = !isHeld
    // A terminal that does not join may give every emoji two columns, and signs without a width one.
    reach = zip(scalars, widths).reduce(0) { sum, pair in
      sum + max(1, pair.1, pair.0.value > 0xff && pair.0.properties.isEmoji ? 2 : 1)
    }
    if isHeld {
      cells = [scalars]
    } else if widths[0] == cell.width {
      cells = [[first]]
    } else {
      cells = Array(repeating: [" "], count: cell.width)
    }
  }
}
