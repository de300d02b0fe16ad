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
    var rows = BlockRows(width: area.width, height: area.height)
    rows.times = TimeColumn(mode: model.times, midnight: model.midnight)
    rows.light = light
    return Viewport.List(numbers: wire.blocks.numbers) { [rows] number in
      guard let block = wire.blocks[number], filter?.shows(block) ?? true else { return [] }
      let bursts = wire.bursts(endingWith: number).flatMap {
        BurstRows(direction: $0.direction, report: $0.report).rows(width: area.width)
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
    var parts: [String] = []
    let view = model.wireView
    if !view.follows {
      parts.append(
        view.news > 0
          ? "↓ \(Number.count(view.news, "block")), \(Number.grouped(view.bytes)) B since"
          : "paused ↓ PgDn")
    }
    if let filter = model.filter {
      let hidden = model.wire.blocks.items.count { !filter.shows($0) }
      parts.append("only \(filter.rawValue), \(Number.grouped(hidden)) hidden")
    }
    return parts.isEmpty ? nil : StyledRow(" " + parts.joined(separator: " · ") + " ", .hint)
  }

  /// The title on the frame: what was called how often, and what fell off, as far as `width` goes.
  ///
  /// Behind `▶` stand our writes and the server's reads of them, behind `◀` our own reads.
  static func title(of wire: WireLog, width: Int, focused: Bool) -> StyledRow {
    let own = " · ◀ " + Number.count(wire.incoming.reads, "read")
    let lost = lost(wire).map { " · " + $0 } ?? ""
    let tails = [own + lost, lost, own, ""].map { " · " + counts(wire) + $0 }
    let fitting = tails.first { CellWidth.of($0) + 6 <= width }
    var title = StyledRow("wire ▶", focused ? .hint : .title)
    title.append(fitting ?? " · " + counts(wire), .titleDetail)
    return title
  }

  /// The wire in one line, for screens without room for a pane.
  static func summary(of wire: WireLog, width: Int) -> StyledRow {
    let kind = wire.isObserved ? Block.Kind.peerRead : .read
    let latest = wire.blocks.items.last { $0.kind == kind || $0.kind == .opened }
    let verdict = latest?.kind == kind ? latest?.verdict ?? .unknown : .unknown
    for name in ["wire ▶ · ", "▶ ", ""] {
      var line = StyledRow(name, .title)
      line.append(counts(wire), .titleDetail)
      if verdict != .unknown {
        line.append(" ")
        line.append(verdict.text, BlockRows.style(of: verdict))
      }
      if line.width <= width { return line }
    }
    return StyledRow(counts(wire), .titleDetail)
  }

  /// The calls on the two sides of our outgoing stream; without an observer, our own on both streams.
  private static func counts(_ wire: WireLog) -> String {
    var parts = [Number.count(wire.outgoing.writes, "write")]
    if let total = wire.outgoing.segments.total {
      let least = wire.outgoing.isUncertain ? "≥" : ""
      parts.append(least + Number.count(total, "segment"))
    }
    if wire.isObserved { parts.append(Number.count(wire.outgoing.reads, "read")) }
    return parts.joined(separator: " · ")
  }

  private static func lost(_ wire: WireLog) -> String? {
    var parts: [String] = []
    if wire.forgotten > 0 { parts.append("\(Number.grouped(wire.forgotten)) B") }
    if wire.blocks.dropped > 0 { parts.append(Number.count(wire.blocks.dropped, "block")) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + " fell off"
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
