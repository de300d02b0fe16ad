/// What a terminal shows at one moment.
struct Screen: Sendable {
  /// The rows, without the blanks at their ends.
  let rows: [String]

  /// The screen that `capture-pane -p` prints as `text`.
  init(_ text: String) {
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// The rows down to the last one that is not blank.
  var text: String {
    let blank = rows.reversed().prefix(while: \.isEmpty).count
    return rows.dropLast(blank).joined(separator: "\n")
  }

  /// The first row that holds `text`.
  func row(of text: String) -> Int? {
    rows.firstIndex { $0.contains(text) }
  }

  /// Whether one row holds `text`.
  func contains(_ text: String) -> Bool { row(of: text) != nil }

  /// The rows of the conversation pane, between its borders.
  var conversationRows: [String] {
    rows.prefix { $0.first != "├" }.filter { $0.first == "│" }
      .map { String($0.dropFirst().prefix { $0 != "│" }) }
  }

  /// The conversation with the breaks of its rows undone: run together, without blanks.
  var conversation: String {
    conversationRows.joined().filter { $0 != " " }
  }
}
