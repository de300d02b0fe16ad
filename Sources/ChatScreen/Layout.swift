/// Where everything is on a screen of a given size.
package struct Layout: Equatable, Sendable {
  /// A rectangle of cells, perhaps empty.
  package struct Area: Equatable, Sendable {
    package var rows: Range<Int>
    package var columns: Range<Int>

    package var height: Int { rows.count }
    package var width: Int { columns.count }
    /// The column before it, where marks stand.
    var margin: Range<Int> { columns.lowerBound - 1..<columns.lowerBound }
  }

  package enum Mode: Sendable {
    /// Conversation left, wire right, in a frame.
    case sideBySide
    /// Conversation above, wire below, in a frame.
    case stacked
    /// One of the two in a frame.
    case zoomed
    /// The conversation without a frame, and one line for the wire.
    case bare
  }

  /// What a reader has chosen.
  package struct Choice: Equatable, Sendable {
    /// The pane that has the room of both in a frame; nil for both of them.
    package var zoom: Model.Pane?
    /// The pane that has the screen without a frame; nil for a frame.
    package var bare: Model.Pane?
    /// The wire pane's part of the room of both, from 0 to 1; nil is what suits the screen.
    package var share: Double?

    package init(zoom: Model.Pane? = nil) { self.zoom = zoom }
  }

  package let mode: Mode
  package let size: Size
  /// Where the conversation's text is.
  package let conversation: Area
  /// Where the wire pane's text is; nil where there is no room for it.
  package let wire: Area?
  /// The row of the wire's one-line summary, in the bare mode.
  package let summary: Int?
  package let status: Int?
  /// Where the text that is written stands.
  package let composer: Range<Int>
  /// The row below the panes' inside: the line above the status in a frame.
  let bottom: Int
  /// Where a hint covers what else is there: the line above the status, or what a bare screen has instead.
  package let hint: Int?
  /// The column between the panes, or the row, as the mode has it.
  package let divider: Int?

  /// - Parameters:
  ///   - size: of the screen.
  ///   - choice: the reader's; a small screen has none.
  ///   - input: the rows that the composer asks for.
  package init(_ size: Size, _ choice: Choice = Choice(), input: Int = 1) {
    self.size = size
    let (columns, rows) = (size.columns, size.rows)
    let input = min(max(1, input), Layout.inputLimit(size))
    guard columns >= 40, rows >= 10, choice.bare == nil else {
      mode = .bare
      composer = max(0, rows - input)..<rows
      let end = composer.lowerBound
      status = rows > 2 ? end - 1 : nil
      summary = rows > 3 ? end - 2 : nil
      hint = rows > 1 ? max(0, end - 2) : nil
      bottom = summary ?? status ?? end
      let whole = Area(rows: 0..<bottom, columns: 0..<columns)
      let hasWire = choice.bare == .wire && columns >= 40 && rows >= 10
      conversation = hasWire ? Area(rows: 0..<0, columns: 0..<columns) : whole
      wire = hasWire ? whole : nil
      divider = nil
      return
    }
    composer = rows - 1 - input..<rows - 1
    status = rows - 2 - input
    summary = nil
    bottom = rows - 3 - input
    hint = bottom
    if let zoom = choice.zoom {
      mode = .zoomed
      let whole = Area(rows: 1..<bottom, columns: 2..<columns - 2)
      conversation = zoom == .conversation ? whole : Area(rows: 1..<1, columns: whole.columns)
      wire = zoom == .wire ? whole : nil
      divider = nil
    } else if columns >= 100 {
      mode = .sideBySide
      let divider = columns - 2 - Layout.wireWidth(columns, choice.share)
      conversation = Area(rows: 1..<bottom, columns: 2..<divider - 1)
      wire = Area(rows: 1..<bottom, columns: divider + 2..<columns - 2)
      self.divider = divider
    } else {
      mode = .stacked
      let half = 1 + (bottom - 1) / 2
      let low =
        choice.share.map { [bottom] in bottom - Int((Double(bottom) * $0).rounded()) } ?? half
      let divider = min(max(2, low), bottom - 2)
      conversation = Area(rows: 1..<divider, columns: 2..<columns - 2)
      wire = Area(rows: divider + 1..<bottom, columns: 2..<columns - 2)
      self.divider = divider
    }
  }

  /// The most rows of the composer: a fifth of the screen, and six.
  static func inputLimit(_ size: Size) -> Int { max(1, min(6, size.rows / 5)) }

  /// The columns at either side of the lines under the panes.
  var margin: Int { mode == .bare ? 0 : 2 }

  /// The whole inside of the frame, both panes together.
  package var inside: Area {
    guard let wire else { return conversation }
    return Area(
      rows: conversation.rows.lowerBound..<wire.rows.upperBound,
      columns: conversation.columns.lowerBound..<wire.columns.upperBound)
  }

  /// The columns of the wire pane beside the conversation, its margins included: 8 bytes a row, or 16 where
  /// the conversation keeps the larger half.
  private static func wireWidth(_ columns: Int, _ share: Double?) -> Int {
    if let share { return min(columns - 26, max(26, Int((Double(columns) * share).rounded()))) }
    return columns >= 160 ? 76 : min(56, max(50, columns * 45 / 100))
  }
}
