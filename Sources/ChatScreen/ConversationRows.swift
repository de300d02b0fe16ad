/// The rows of each line of the conversation: its words, and the rules before it.
struct ConversationRows {
  private let model: Model
  private let width: Int
  private let light: Light
  private let words: UtteranceRows
  private let match: TextMatch?

  init(model: Model, width: Int, light: Light) {
    (self.model, self.width, self.light) = (model, width, light)
    words = UtteranceRows(
      width: width, nick: model.nick, preferences: model.preferences, language: model.language,
      isWhole: model.layout.mode == .bare)
    match = model.lookup?.match
  }

  /// The rows of a line; none for one that is not shown.
  subscript(number: Int) -> [StyledRow] {
    guard let utterance = model.conversation[number], hasRows(number) else { return [] }
    var words = words
    if let match { words.found = (match, model.lookup?.line == number ? .hit : .found) }
    var shown = utterance
    if model.preferences.presence == .folded, case .moved = utterance.kind {
      shown.kind = .moved(run(endingAt: number))
    }
    return rules(before: number, utterance) + lit(words.rows(of: shown), number)
  }

  private func lit(_ rows: [StyledRow], _ number: Int) -> [StyledRow] {
    if light.line == number { return marked(rows.map { $0.restyled(.selected) }, "▸") }
    if light.lines.contains(number) { return marked(rows.map { $0.restyled(.lit) }, "•") }
    return model.lookup?.line == number ? marked(rows, "▸") : rows
  }

  private func marked(_ rows: [StyledRow], _ mark: String) -> [StyledRow] {
    var rows = rows
    if !rows.isEmpty { rows[0].mark = mark }
    return rows
  }

  /// The rules before a line: that a day begins, and that nobody has read on.
  private func rules(before number: Int, _ utterance: Utterance) -> [StyledRow] {
    var rules: [StyledRow] = []
    if let day = utterance.time?.day, isNew(day, at: number) {
      rules.append(rule(.day(CalendarDay(days: day))))
    }
    if model.unread == number { rules.append(rule(.unread)) }
    return rules
  }

  /// Whether a day is another than that of the line seen before; the first line's, if it is not that of the last.
  private func isNew(_ day: Int, at number: Int) -> Bool {
    let items = model.conversation
    let start = items.numbers.lowerBound
    for before in (start..<max(start, number)).reversed() where hasRows(before) {
      if let other = items[before]?.time?.day { return other != day }
    }
    return items.items.reversed().lazy.compactMap { $0.time?.day }.first != day
  }

  /// Whether a line is seen, and not folded into those behind it.
  private func hasRows(_ number: Int) -> Bool {
    let items = model.conversation
    guard let utterance = items[number], model.isShown(utterance) else { return false }
    guard model.preferences.presence == .folded, case .moved = utterance.kind,
      case .moved = items[number + 1]?.kind
    else { return true }
    return false
  }

  private func rule(_ phrase: Phrase) -> StyledRow {
    let text = phrase[model.language]
    let side = max(0, width - CellWidth.of(text) - 2)
    var row = StyledRow(String(repeating: "─", count: min(3, side)) + " ", .rule)
    row.append(text, .rule)
    row.append(" " + String(repeating: "─", count: side - min(3, side)), .rule)
    return row
  }

  /// All comings and goings up to a line that has none right behind it.
  private func run(endingAt number: Int) -> Movement {
    let items = model.conversation
    var parts: [Movement] = []
    for place in (items.numbers.lowerBound...number).reversed() {
      guard case .moved(let movement) = items[place]?.kind else { break }
      parts.append(movement)
    }
    return parts.count == 1 ? parts[0] : .several(parts.reversed())
  }
}

extension Model {
  /// Whether a line of the conversation is to be seen.
  func isShown(_ utterance: Utterance) -> Bool {
    if case .moved = utterance.kind { return preferences.presence != .hidden }
    return !preferences.ignores(utterance.speaker)
  }
}
