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

  /// The title on the frame: what was called how often, and what fell off.
  ///
  /// Behind `▶` stand our writes and the server's reads of them, behind `◀` our own reads.
  static func title(of wire: WireLog, focused: Bool) -> StyledRow {
    var title = StyledRow(focused ? "wire ▶" : "wire ▶", focused ? .hint : .title)
    title.append(" · " + Number.count(wire.outgoing.writes, "write"), .titleDetail)
    if wire.isObserved {
      title.append(" · " + Number.count(wire.outgoing.reads, "read"), .titleDetail)
    }
    title.append(" · ◀ " + Number.count(wire.incoming.reads, "read"), .titleDetail)
    if let lost = lost(wire) { title.append(" · " + lost, .titleDetail) }
    return title
  }

  /// The wire in one line, for screens without room for a pane.
  static func summary(of wire: WireLog) -> StyledRow {
    var line = title(of: wire, focused: false)
    let judged = wire.blocks.items.last { $0.kind == .peerRead || $0.kind == .read }
    if let judged, judged.verdict != .unknown {
      line.append(" · ", .titleDetail)
      line.append(judged.verdict.text, BlockRows.style(of: judged.verdict))
    }
    return line
  }

  private static func lost(_ wire: WireLog) -> String? {
    var parts: [String] = []
    if wire.forgotten > 0 { parts.append("\(Number.grouped(wire.forgotten)) B") }
    if wire.blocks.dropped > 0 { parts.append(Number.count(wire.blocks.dropped, "block")) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + " fell off"
  }
}
