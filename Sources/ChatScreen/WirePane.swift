import ChatWire

/// The wire, as it is seen in an area.
struct WirePane {
  /// The height from which on blocks are shown as they are.
  private static let low = 12

  let model: Model
  /// Where the blocks are: above the tape.
  let area: Layout.Area
  private let tape: TapePane?
  var light = Light.none

  /// The pane in an area that it shares with the tape.
  init(model: Model, area: Layout.Area, light: Light = .none) {
    self.model = model
    self.light = light
    tape = TapePane(model: model, below: area)
    let bottom = tape?.area.rows.lowerBound ?? area.rows.upperBound
    self.area = Layout.Area(rows: area.rows.lowerBound..<bottom, columns: area.columns)
  }

  var list: Viewport.List { list(economy) }

  /// What is left out: in a low pane that follows the stream or was paused, and in which nothing was picked or looked for.
  var economy: Economy {
    guard area.height < WirePane.low, model.selection == nil, model.search == nil else {
      return .nothing
    }
    guard model.wireView.follows else { return model.pausedEconomy }
    let lists = Economy.allCases.map { list($0) }
    return Economy.least(
      for: model.wire.headlines, end: model.wire.blocks.numbers.upperBound, height: area.height
    ) { number, economy in lists[economy.rawValue].rows(number).count }
  }

  private func list(_ economy: Economy) -> Viewport.List {
    let wire = model.wire
    let filter = model.filter
    let search = model.search
    var rows = BlockRows(
      width: area.width, height: area.height, isLarge: model.appearance.theme.isLarge)
    rows.times = TimeColumn(mode: model.times, midnight: model.midnight)
    rows.light = light
    rows.economy = economy
    rows.language = model.language
    let language = model.language
    let echoes = economy.rawValue < Economy.echoes.rawValue ? [] : wire.headlines.map(\.echoes)
    return Viewport.List(numbers: wire.blocks.numbers) { [rows] number in
      guard let block = wire.blocks[number], filter?.shows(block) ?? true,
        !echoes.contains(where: { $0.contains(number) })
      else { return [] }
      let bursts = wire.bursts(endingWith: number).flatMap {
        BurstRows(
          direction: $0.direction, report: $0.report, isDatagram: wire.isDatagram,
          isBrief: economy == .reasons, language: language
        ).rows(width: area.width)
      }
      return rows.rows(
        of: block, after: wire.block(before: number, filter),
        found: search.map { wire.offsets(of: $0, in: number) } ?? []) + bursts
    }
  }

  func draw(on grid: inout Grid) {
    let rows = model.wireView.visible(list, height: area.height)
    for (row, line) in zip(area.rows, rows) {
      grid.put(line, row: row, columns: area.columns)
      grid.put(line.mark, row: row, columns: area.margin, style: .selected)
    }
    tape?.draw(on: &grid, bottom: model.wireView.bottom)
  }

  /// What the lower edge says of what is not seen: what came since, and what the filter leaves out.
  var edge: StyledRow? {
    var parts: [Phrase] = []
    let view = model.wireView
    if !view.follows {
      parts.append(
        view.news > 0
          ? .since(view.news, view.bytes) : .paused)
    }
    if let filter = model.filter {
      let hidden = model.wire.blocks.items.count { !filter.shows($0) }
      parts.append(.hidden(hidden, by: filter))
    }
    if parts.isEmpty { return nil }
    return StyledRow(" \(Phrase.joined(parts, by: .middleDot)[model.language]) ", .hint)
  }
}

extension WireLog {
  /// How many blocks back one that a filter lets through is looked for.
  private static var reach: Int { 256 }

  /// The block above one in the list, nil if it is far off.
  func block(before number: Int, _ filter: WireFilter?) -> Block? {
    guard let filter else { return blocks[number - 1] }
    return (1...WireLog.reach).lazy.compactMap { blocks[number - $0] }.first(where: filter.shows)
  }
}
