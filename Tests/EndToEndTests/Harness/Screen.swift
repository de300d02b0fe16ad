/// What a terminal shows at one moment.
struct Screen: Sendable {
  /// The rows, without the blanks at their ends.
  let rows: [String]

  /// The screen that `capture-pane -p` prints as `text`.
  init(_ text: String) {
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  var text: String { rows.joined(separator: "\n") }

  /// The first row that holds `text`.
  func row(of text: String) -> Int? {
    rows.firstIndex { $0.contains(text) }
  }

  /// Whether one row holds `text`.
  func contains(_ text: String) -> Bool { row(of: text) != nil }

  /// The conversation of a side-by-side or stacked screen with the breaks of its rows undone:
  /// what stands between the left border and the next bar, run together without blanks.
  var conversation: String {
    rows.compactMap { row -> String? in
      guard row.first == "│" else { return nil }
      let inner = row.dropFirst().prefix { $0 != "│" }
      return inner.filter { $0 != " " }
    }.joined()
  }
}
