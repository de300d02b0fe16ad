import ChatWire

/// The wire, as it is seen in an area.
struct WirePane {
  let model: Model
  let area: Layout.Area

  var list: Viewport.List {
    let wire = model.wire
    let rows = BlockRows(width: area.width, height: area.height)
    return Viewport.List(numbers: wire.blocks.numbers) { number in
      wire.blocks[number].map { rows.rows(of: $0, after: wire.blocks[number - 1]) } ?? []
    }
  }

  func draw(on grid: inout Grid) {
    let rows = model.wireView.visible(list, height: area.height)
    for (row, line) in zip(area.rows, rows) { grid.put(line, row: row, columns: area.columns) }
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
    let writes = Number.count(wire.outgoing.writes, "write")
    return wire.isObserved ? writes + " · " + Number.count(wire.outgoing.reads, "read") : writes
  }

  private static func lost(_ wire: WireLog) -> String? {
    var parts: [String] = []
    if wire.forgotten > 0 { parts.append("\(Number.grouped(wire.forgotten)) B") }
    if wire.blocks.dropped > 0 { parts.append(Number.count(wire.blocks.dropped, "block")) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + " fell off"
  }
}
