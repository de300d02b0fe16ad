/// A page as it is seen: its rows from the top one on, over the room of both panes.
struct PagePane {
  let area: Layout.Area
  let title: Phrase
  private let language: Language
  let rows: [StyledRow]
  private let wanted: Int

  /// - Returns: nil while the model has no page.
  init?(model: Model) {
    guard let page = model.page else { return nil }
    area = Layout(model.size, input: model.inputHeight).inside
    language = model.language
    wanted = page.top
    switch page.kind {
    case .help:
      title = .help
      rows = HelpPage(language: model.language, own: model.keys).rows(width: area.width)
    case .settings:
      title = .settingsTitle
      rows = SettingsPage(model: model).rows(width: area.width)
    case .decode(let excerpt, let fixed):
      title = .decode
      rows = DecodePage(excerpt: excerpt, fixed: fixed, language: model.language).rows(
        width: area.width)
    case .layers(let subject):
      title = .layers
      rows = LayersPage(subject: subject, language: model.language).rows(width: area.width)
    }
  }

  var height: Int { max(1, area.height) }

  /// The row that is at the top.
  var top: Int { min(max(0, wanted), lastTop) }

  /// The row that is at the top when the last one is in view.
  var lastTop: Int { max(0, rows.count - height) }

  func draw(on grid: inout Grid) {
    for (place, row) in area.rows.enumerated() {
      let line = top + place < rows.count ? rows[top + place] : StyledRow()
      grid.fill(" ", row: row, columns: area.columns)
      grid.put(line.fitted(to: area.width), row: row, columns: area.columns)
    }
  }

  /// What to press, for the lower edge, as far as there is room.
  func footer(width: Int) -> StyledRow {
    let texts: [Phrase] = top < lastTop ? [.closesOrMore, .escClosesOrMore] : [.closes]
    let rows = texts.map { StyledRow($0[language], .hint) }
    return rows.first { $0.width <= width } ?? rows[rows.count - 1].fitted(to: width)
  }

  /// Where a key scrolls to, as far as there is more; nil for a key that closes the page.
  func top(after key: Key) -> Int? {
    switch key {
    case .pageDown where top < lastTop: min(lastTop, top + height)
    case .pageUp where lastTop > 0: max(0, top - height)
    case .down where top < lastTop: top + 1
    case .up where lastTop > 0: max(0, top - 1)
    default: nil
    }
  }
}
