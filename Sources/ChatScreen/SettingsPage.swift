/// The page of the settings: each with its value, and what it takes.
struct SettingsPage {
  let model: Model

  func rows(width: Int) -> [StyledRow] {
    let language = model.language
    var rows = Setting.allCases.map { setting in
      var row = StyledRow(left(setting.rawValue, 12), .keyName)
      // Nobody has to choose a name to have one.
      let value = setting.value(in: model) ?? (setting == .nick ? VisibleText.row(model.nick) : nil)
      row.append(left(value ?? Phrase.notSet[language], 20), .plain)
      row.append(setting.usage, .elided)
      if !setting.isLive { row.append("  " + Phrase.atNextStart[language], .system) }
      return row
    }
    rows.append(StyledRow())
    rows += Wrap(width: max(1, width), breaking: .words).rows(of: Phrase.howToSet[language]).map {
      StyledRow(String($0))
    }
    return rows
  }

  private func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - CellWidth.of(text)))
  }
}
