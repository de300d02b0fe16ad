import ChatWire

/// The wire, as it is seen in an area.
struct WirePane {
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

  var list: Viewport.List {
    let wire = model.wire
    let filter = model.filter
    let search = model.search
    var rows = BlockRows(
      width: area.width, height: area.height, isLarge: model.appearance.theme.isLarge)
    rows.times = TimeColumn(mode: model.times, midnight: model.midnight)
    rows.light = light
    rows.language = model.language
    let language = model.language
    return Viewport.List(numbers: wire.blocks.numbers) { [rows] number in
      guard let block = wire.blocks[number], filter?.shows(block) ?? true else { return [] }
      let bursts = wire.bursts(endingWith: number).flatMap {
        BurstRows(
          direction: $0.direction, report: $0.report, isDatagram: wire.isDatagram,
          language: language
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

  /// The title on the frame: what was called how often, the last verdict that is not 1:1, and what fell off, as far
  /// as `width` goes.
  ///
  /// Behind `▶` stand our writes and the server's reads of them, behind `◀` our own reads.
  static func title(
    of wire: WireLog, width: Int, focused: Bool, _ language: Language
  ) -> StyledRow {
    let own = " · ◀ " + Noun.read.count(wire.incoming.reads)[language]
    let lost = lost(wire).map { " · " + $0[language] } ?? ""
    let tails = [own + lost, lost, own, ""]
    func row(_ counts: Phrase, _ verdict: Verdict?) -> (row: StyledRow, fits: Bool) {
      var row = StyledRow(Phrase.wireTitle[language], focused ? .hint : .title)
      row.append(" · " + counts[language], .titleDetail)
      if let verdict {
        row.append(" ", .titleDetail)
        row.append(Phrase.verdict(verdict)[language], BlockRows.style(of: verdict))
      }
      let tail = tails.first { row.width + CellWidth.of($0) <= width }
      row.append(tail ?? "", .titleDetail)
      return (row, tail != nil)
    }
    let whole = counts(wire)
    if let verdict = verdict(of: wire) {
      for counts in [whole, counts(wire, hasSegments: false)] {
        let (row, fits) = row(counts, verdict)
        if fits { return row }
      }
    }
    return row(whole, nil).row
  }

  /// What became of the server's newest read among the last blocks, if it is worth a second look: it scrolls away soon.
  private static func verdict(of wire: WireLog) -> Verdict? {
    let verdict = wire.latest { $0.kind == .peerRead }.flatMap { wire.blocks[$0]?.verdict }
    switch verdict {
    case .sticky, .half, .mixed: return verdict
    default: return nil
    }
  }

  /// The wire in one line, for screens without room for a pane.
  static func summary(of wire: WireLog, width: Int, _ language: Language) -> StyledRow {
    let kind = wire.isObserved ? Block.Kind.peerRead : .read
    let latest = wire.blocks.items.last { $0.kind == kind || $0.kind == .opened }
    let verdict = latest?.kind == kind ? latest?.verdict ?? .unknown : .unknown
    let counts = counts(wire)[language]
    for name in [Phrase.wireTitle[language] + " · ", "▶ ", ""] {
      var line = StyledRow(name, .title)
      line.append(counts, .titleDetail)
      if verdict != .unknown {
        line.append(" ")
        line.append(Phrase.verdict(verdict)[language], BlockRows.style(of: verdict))
      }
      if line.width <= width { return line }
    }
    return StyledRow(counts, .titleDetail)
  }

  /// The calls on the two sides of our outgoing stream; without an observer, our own on both streams.
  private static func counts(_ wire: WireLog, hasSegments: Bool = true) -> Phrase {
    var parts = [Noun.write.count(wire.outgoing.writes)]
    if hasSegments, let total = wire.outgoing.segments.total {
      let least = Phrase(verbatim: wire.outgoing.isUncertain ? "≥" : "")
      parts.append(least + Noun.segment.count(total))
    }
    if wire.isObserved { parts.append(Noun.read.count(wire.outgoing.reads)) }
    return .joined(parts, by: .middleDot)
  }

  private static func lost(_ wire: WireLog) -> Phrase? {
    var parts: [Phrase] = []
    if wire.forgotten > 0 { parts.append(.bytes(wire.forgotten)) }
    if wire.blocks.dropped > 0 { parts.append(Noun.block.count(wire.blocks.dropped)) }
    return parts.isEmpty ? nil : .fellOff(.joined(parts, by: .comma))
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
