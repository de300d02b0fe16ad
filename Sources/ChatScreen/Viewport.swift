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

  /// A list as a viewport sees it: numbered items, each of any number of rows.
  struct List {
    var numbers: Range<Int>
    var rows: (Int) -> [StyledRow]
  }

  /// nil follows the end.
  private(set) var anchor: Anchor?
  /// The first item of the list when the view last moved: those between this and the first one now fell off.
  private var first = 0
  /// Items that came since it left the end.
  private(set) var news = 0
  /// Bytes that came with them.
  private(set) var bytes = 0

  package init() {}

  /// The number of the item at the bottom; nil follows the end.
  var bottom: Int? { anchor?.item }

  /// Whether the end is in view and stays there.
  package var follows: Bool { anchor == nil }

  /// Takes note of an item that came at the end, or before it at `number`.
  mutating func arrived(at number: Int, bytes: Int = 0) {
    guard let item = anchor?.item else { return }
    news += 1
    self.bytes += bytes
    if number <= item { anchor?.item += 1 }
  }

  /// Goes back to the end.
  package mutating func follow() { self = Viewport() }

  /// The rows that a pane `height` rows high shows, at most that many, from the top.
  func visible(_ list: List, height: Int) -> [StyledRow] { shown(list, height: height).map(\.row) }

  /// The number of the item that a row of the pane belongs to; nil for a row without one.
  func number(inRow row: Int, of list: List, height: Int) -> Int? {
    let rows = shown(list, height: height)
    return rows.indices.contains(row) ? rows[row].item : nil
  }

  private func shown(_ list: List, height: Int) -> [(item: Int, row: StyledRow)] {
    guard height > 0, let last = list.numbers.last else { return [] }
    var result: [(item: Int, row: StyledRow)] = []
    var item = last
    if let anchor = bottom(in: list, height: height) {
      item = min(max(anchor.item, list.numbers.lowerBound), last)
      let rows = list.rows(item)
      let bottom = anchor.item == item ? min(max(0, anchor.row), rows.count - 1) : rows.count - 1
      result = rows.prefix(bottom + 1).suffix(height).reversed().map { (item, $0) }
      item -= 1
    }
    while result.count < height, item >= list.numbers.lowerBound {
      let rows = list.rows(item).reversed().prefix(height - result.count)
      result += rows.map { (item, $0) }
      item -= 1
    }
    return result.reversed()
  }

  /// Moves the view by `count` rows, below 0 up, and not past the first page or the end.
  mutating func scroll(by count: Int, in list: List, height: Int) {
    guard height > 0, let last = list.numbers.last else { return follow() }
    var bottom = bottom(in: list, height: height) ?? end(of: list, last)
    bottom = move(bottom, by: count, in: list)
    bottom = max(bottom, firstPage(of: list, height: height))
    guard bottom < move(bottom, by: 1, in: list) else { return follow() }
    stand(at: bottom, in: list)
  }

  /// Goes to the first page.
  mutating func showStart(of list: List, height: Int) {
    guard height > 0, let last = list.numbers.last else { return follow() }
    let page = firstPage(of: list, height: height)
    if page < end(of: list, last) { stand(at: page, in: list) } else { follow() }
  }

  /// The row at the top; nil while it follows the end.
  func topRow(in list: List, height: Int) -> Anchor? {
    bottom(in: list, height: height).map { move($0, by: 1 - height, in: list) }
  }

  /// Has this row at the top, as far as there are rows below.
  mutating func keep(top: Anchor, in list: List, height: Int) {
    guard height > 0, anchor != nil, let last = list.numbers.last else { return }
    let bottom = move(top, by: height - 1, in: list)
    if bottom < end(of: list, last) { stand(at: bottom, in: list) } else { follow() }
  }

  /// Lets the view stand still where it is.
  mutating func pause(in list: List) {
    guard anchor == nil, let last = list.numbers.last else { return }
    stand(at: end(of: list, last), in: list)
  }

  /// Brings an item into view, its first rows at least; where it was already, the view stands still only if
  /// it is to hold.
  mutating func reveal(_ number: Int, in list: List, height: Int, holds: Bool) {
    guard height > 0, list.numbers.contains(number), let last = list.numbers.last else { return }
    let start = Anchor(item: number, row: 0)
    let rows = list.rows(number).count
    let bottom = bottom(in: list, height: height) ?? end(of: list, last)
    let whole = move(start, by: height - 1, in: list)
    if bottom < Anchor(item: number, row: min(rows, height) - 1) {
      stand(at: rows < height ? Anchor(item: number, row: rows - 1) : whole, in: list)
    } else if start < move(bottom, by: 1 - height, in: list) {
      stand(at: whole, in: list)
    } else if holds {
      stand(at: bottom, in: list)
    }
  }

  /// The number of the last item in view, one before the first if there are none.
  func bottom(of numbers: Range<Int>) -> Int {
    min(anchor?.item ?? numbers.upperBound - 1, numbers.upperBound - 1)
  }

  /// The number of the first item in view, nil if there are none.
  func top(in list: List, height: Int) -> Int? {
    guard height > 0, let last = list.numbers.last else { return nil }
    let bottom = bottom(in: list, height: height) ?? end(of: list, last)
    return move(bottom, by: 1 - height, in: list).item
  }

  /// The row at the bottom: where rows fell off at the top, as many more show below; nil follows the end.
  private func bottom(in list: List, height: Int) -> Anchor? {
    guard let anchor, list.numbers.lowerBound > first else { return anchor }
    return max(anchor, firstPage(of: list, height: height))
  }

  private mutating func stand(at bottom: Anchor, in list: List) {
    (anchor, first) = (bottom, list.numbers.lowerBound)
  }

  /// The last row of all.
  private func end(of list: List, _ last: Int) -> Anchor {
    move(Anchor(item: last, row: 0), by: list.rows(last).count, in: list)
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
    while height == 0, item > list.numbers.lowerBound {
      item -= 1
      height = list.rows(item).count
      row = height
    }
    return Anchor(item: item, row: min(max(0, row), max(0, height - 1)))
  }
}

extension Viewport.Anchor: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.item, left.row) < (right.item, right.row)
  }
}
