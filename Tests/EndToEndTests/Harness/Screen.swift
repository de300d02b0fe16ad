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

  /// The rows of the conversation pane, between its borders; without a frame, all but the last three.
  var conversationRows: [String] {
    guard rows.first?.first == "┌" else { return rows.dropLast(3) }
    return rows.prefix { $0.first != "├" }.filter { $0.first == "│" }
      .map { String($0.dropFirst().prefix { $0 != "│" }) }
  }

  /// The framing under which the status line says that the client has joined; nil if it has not.
  var joined: String? {
    let pattern = #/(length|raw|line|udp)( \S+)? [·-] joined/#
    return rows.suffix(3).compactMap { $0.firstMatch(of: pattern) }.first.map { String($0.1) }
  }

  /// Whether the frame, where there is one, is closed all around, and the composer is there.
  var isWhole: Bool {
    guard rows.first?.first == "┌" else { return rows.last?.first == ">" }
    return rows.first?.last == "┐" && rows.last?.first == "└" && rows.last?.last == "┘"
      && rows.dropFirst().dropLast().allSatisfy { "│├".contains($0.first ?? " ") }
      && rows.contains { $0.hasPrefix("│ >") }
  }

  /// How many writes the wire pane has counted.
  var writes: Int? {
    text.firstMatch(of: #/wire ▶ · (\d+) writes?/#).flatMap { Int($0.1) }
  }

  /// The conversation with the breaks of its rows undone: run together, without blanks.
  var conversation: String {
    conversationRows.joined().filter { $0 != " " }
  }
}
