/// The list over the input: commands with their help while one is typed, or what Tab goes through.
struct SuggestionList {
  private static let most = 8

  let area: Layout.Area
  private let rows: [StyledRow]

  /// - Returns: nil while there is nothing to suggest, or no room.
  init?(model: Model, layout: Layout) {
    let list = model.completion ?? Completer(model: model).commands
    let inside = layout.inside
    let columns = layout.conversation.width >= 56 ? layout.conversation.columns : inside.columns
    let room = min(SuggestionList.most, inside.height - 1)
    guard model.composer.search == nil, room > 0, columns.count > 10 else { return nil }
    if let list {
      rows = SuggestionList.rows(list, room: room, width: columns.count, model.language)
    } else if let entry = Completer(model: model).entry {
      let help = Completion.Candidate(
        name: entry.usage[model.language], text: "", help: entry.help)
      rows = [
        SuggestionList.row(help, isChosen: false, at: 0, width: columns.count, model.language)
      ]
    } else {
      return nil
    }
    area = Layout.Area(rows: layout.bottom - rows.count..<layout.bottom, columns: columns)
  }

  func draw(on grid: inout Grid) {
    for (row, line) in zip(area.rows, rows) {
      grid.fill(" ", row: row, columns: area.columns, style: .popup)
      grid.put(line, row: row, columns: area.columns)
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
