/// The part of a long list that a pane shows.
///
/// Rows are made only for what is visible.
package struct Viewport: Equatable, Sendable {
  /// The row at the bottom of the pane.
  struct Anchor: Equatable, Sendable {
    /// The number of the item.
    var item: Int
    /// Which of the item's rows.
    var row: Int
  }

  /// A list as a viewport sees it: numbered items, each one or more rows.
  struct List {
    var numbers: Range<Int>
    var rows: (Int) -> [StyledRow]
  }

  /// nil follows the end.
  private(set) var anchor: Anchor?
  /// Items that came since it left the end.
  private(set) var news = 0

  package init() {}

  /// Whether the end is in view and stays there.
  package var follows: Bool { anchor == nil }

  /// Takes note of an item that came at the end, or before it at `number`.
  mutating func arrived(at number: Int) {
    guard let item = anchor?.item else { return }
    news += 1
    if number <= item { anchor?.item += 1 }
  }

  /// Goes back to the end.
  package mutating func follow() { self = Viewport() }

  /// The rows that a pane `height` rows high shows, at most that many, from the top.
  func visible(_ list: List, height: Int) -> [StyledRow] {
    guard height > 0, let last = list.numbers.last else { return [] }
    var result: [StyledRow] = []
    var item = last
    if let anchor {
      item = min(max(anchor.item, list.numbers.lowerBound), last)
      let rows = list.rows(item)
      let bottom = anchor.item == item ? min(max(0, anchor.row), rows.count - 1) : rows.count - 1
      result = Array(rows.prefix(bottom + 1).suffix(height).reversed())
      item -= 1
    }
    while result.count < height, item >= list.numbers.lowerBound {
      result += list.rows(item).reversed().prefix(height - result.count)
      item -= 1
    }
    return result.reversed()
  }

  /// Moves the view by `count` rows, below 0 up, and not past the first page or the end.
  mutating func scroll(by count: Int, in list: List, height: Int) {
    guard height > 0, let last = list.numbers.last else { return follow() }
    var bottom = anchor ?? Anchor(item: last, row: list.rows(last).count - 1)
    if bottom.item < list.numbers.lowerBound {
      bottom = Anchor(item: list.numbers.lowerBound, row: 0)
    }
    bottom = move(bottom, by: count, in: list)
    bottom = max(bottom, firstPage(of: list, height: height))
    guard bottom < move(bottom, by: 1, in: list) else { return follow() }
    anchor = bottom
  }

  /// The bottom of the page at the list's beginning.
  private func firstPage(of list: List, height: Int) -> Anchor {
    move(Anchor(item: list.numbers.lowerBound, row: 0), by: height - 1, in: list)
  }

  /// The row that is `count` rows further, as far as there are rows.
  private func move(_ from: Anchor, by count: Int, in list: List) -> Anchor {
    var item = from.item
    var row = from.row + count
    while row < 0, item > list.numbers.lowerBound {
      item -= 1
      row += list.rows(item).count
    }
    var height = list.rows(item).count
    while row >= height, item + 1 < list.numbers.upperBound {
      row -= height
      item += 1
      height = list.rows(item).count
    }
    return Anchor(item: item, row: min(max(0, row), max(0, height - 1)))
  }
}

extension Viewport.Anchor: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.item, left.row) < (right.item, right.row)
  }
}
