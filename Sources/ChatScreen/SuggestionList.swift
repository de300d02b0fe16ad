/// The list over the input: commands with their help while one is typed, or what Tab goes through.
struct SuggestionList {
  private static let most = 8

  let area: Layout.Area
  private let rows: [StyledRow]

  /// - Returns: nil while there is nothing to suggest, or no room.
  init?(model: Model, layout: Layout) {
    guard model.completion != nil || model.composer.characters.first == "/" else { return nil }
    let completer = Completer(model: model)
    let inside = layout.inside
    let columns = layout.conversation.width >= 56 ? layout.conversation.columns : inside.columns
    let room = min(SuggestionList.most, inside.height - 1)
    guard model.composer.search == nil, room > 0, columns.count > 10 else { return nil }
    if let list = model.completion {
      rows = SuggestionList.rows(list, room: room, width: columns.count, model.language)
    } else if let entry = completer.entry {
      rows = SuggestionList.rows(entry, room: room, width: columns.count, model.language)
    } else if let list = completer.commands {
      rows = SuggestionList.rows(list, room: room, width: columns.count, model.language)
    } else {
      return nil
    }
    area = Layout.Area(rows: layout.bottom - rows.count..<layout.bottom, columns: columns)
  }

  func draw(on grid: inout Grid) {
    for (row, line) in zip(area.rows, rows) {
      grid.fill(" ", row: row, columns: area.columns, style: .popup)
      grid.put(line, row: row, columns: area.columns)
      if line.width > area.width {
        let edge = area.columns.upperBound - 1..<area.columns.upperBound
        grid.put("…", row: row, columns: edge, style: line.spans.last?.style ?? .popup)
      }
    }
  }

  /// The candidates around the chosen one, as many as there is room for.
  private static func rows(
    _ list: Completion, room: Int, width: Int, _ language: Language
  ) -> [StyledRow] {
    let count = list.candidates.count
    let shown = count > room ? max(1, room - 1) : count
    let first = max(0, min((list.chosen ?? 0) - shown / 2, count - shown))
    let part = list.candidates[first..<first + shown]
    let column = min(width / 2, part.reduce(0) { max($0, CellWidth.of($1.name)) } + 2)
    var rows = part.enumerated().map { turn, candidate in
      row(candidate, isChosen: first + turn == list.chosen, at: column, width: width, language)
    }
    if shown < count {
      rows.append(StyledRow("  " + Phrase.moreChoices(count - shown)[language], .popup))
    }
    return rows
  }

  /// The usage of a command, and its whole help.
  private static func rows(
    _ entry: ClientCommand.Entry, room: Int, width: Int, _ language: Language
  ) -> [StyledRow] {
    var first = StyledRow("  " + entry.usage[language] + "  ", .popupName)
    let column = first.width < width / 2 ? first.width : 4
    var rows = column == 4 ? [first] : []
    if column == 4 { first = StyledRow("    ", .popup) }
    let help = Wrap(width: width - column - 1, breaking: .words).rows(of: entry.help[language])
    for (turn, part) in help.enumerated() {
      var row = turn == 0 ? first : StyledRow(String(repeating: " ", count: column), .popup)
      row.append(String(part), .popup)
      rows.append(row)
    }
    return Array(rows.prefix(room))
  }

  private static func row(
    _ candidate: Completion.Candidate, isChosen: Bool, at column: Int, width: Int,
    _ language: Language
  ) -> StyledRow {
    var row = StyledRow(isChosen ? "▸ " : "  ", isChosen ? .popupChosen : .popup)
    row.append(VisibleText.row(candidate.name), isChosen ? .popupChosen : .popupName)
    let gap = String(repeating: " ", count: max(2, column + 2 - row.width))
    row.append(gap + (candidate.help?[language] ?? ""), isChosen ? .popupChosen : .popup)
    if isChosen, width > row.width {
      row.append(String(repeating: " ", count: width - row.width), .popupChosen)
    }
    return row
  }
}
