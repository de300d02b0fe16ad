/// What the mouse did, and in which cell.
package struct Mouse: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The left button.
    case press, release
    /// It moved while the button was held.
    case drag
    case wheelUp, wheelDown
  }

  package let kind: Kind
  package let row: Int
  package let column: Int

  package init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}

extension Layout {
  /// The pane that a cell belongs to, its margins included; nil on a line or under the panes.
  func pane(atRow row: Int, column: Int) -> Model.Pane? {
    func holds(_ area: Area) -> Bool {
      area.rows.contains(row)
        && (area.columns.lowerBound - 1..<area.columns.upperBound + 1).contains(column)
    }
    if let wire, holds(wire) { return .wire }
    return holds(conversation) ? .conversation : nil
  }

  /// Whether a cell is on the line between the panes.
  func isDivider(row: Int, column: Int) -> Bool {
    guard let divider else { return false }
    return mode == .stacked ? row == divider : column == divider && row < bottom
  }

  /// The wire pane's share, from 0 to 1, with which the line between the panes goes through a cell.
  func share(row: Int, column: Int) -> Double {
    let (part, whole) =
      mode == .stacked ? (bottom - row, bottom) : (size.columns - 2 - column, size.columns)
    return min(1, max(0, Double(part) / Double(max(1, whole))))
  }
}
