/// The lower rows of the wire pane: the tape, and what waits in the kernels.
struct TapePane {
  /// The wire pane's least height for a tape, and from where on its last row is there even if the kernels are empty.
  private static let least = 9
  private static let ample = 20

  let model: Model
  let area: Layout.Area

  /// nil where the wire pane is too low, or nothing has passed yet.
  init?(model: Model, below whole: Layout.Area) {
    let log = model.wire
    guard whole.height >= TapePane.least, whole.width > Tape.margin + 8,
      log[.outgoing].end > 0 || log[.incoming].end > 0
    else { return nil }
    self.model = model
    let level = log.buckets[model.tapeDirection]
    let bars = BucketBars(level: level, direction: model.tapeDirection)
    let isShown = bars.isKnown && (whole.height >= TapePane.ample || !level.isEmpty)
    let height = Tape.rows + (isShown ? 1 : 0)
    area = Layout.Area(
      rows: whole.rows.upperBound - height..<whole.rows.upperBound, columns: whole.columns)
  }

  /// Draws what had passed at the block `bottom` of the pane; nil follows the stream.
  func draw(on grid: inout Grid, bottom: Int?) {
    let direction = model.tapeDirection
    if let connection = bottom.flatMap({ model.wire.blocks[$0]?.connection }),
      connection != model.wire.connection
    {
      let row = StyledRow(Phrase.tapeIsNewer[model.language], .elided)
      grid.put(row, row: area.rows.lowerBound, columns: area.columns)
      return
    }
    let tape = Tape(
      model.wire, direction, end: bottom.flatMap { model.wire.end(of: direction, at: $0) },
      perColumn: model.tapeZoom, width: area.width, language: model.language)
    var rows = tape.lines
    if area.height > rows.count {
      let bars = BucketBars(
        level: model.wire.buckets[direction], direction: direction, language: model.language)
      rows.append(bars.row(width: area.width))
    }
    for (row, line) in zip(area.rows, rows) { grid.put(line, row: row, columns: area.columns) }
  }
}

extension WireLog {
  /// How far a direction had come at a block, as far as the blocks shortly before it tell.
  fileprivate func end(of direction: Direction, at number: Int) -> Int? {
    var end: Int?
    for back in 0..<256 {
      guard let block = blocks[number - back], block.kind != .opened else { break }
      guard (block.kind != .read) == (direction == .outgoing) else { continue }
      end = max(end ?? 0, block.range.upperBound)
      // A read of the server is behind what we have written.
      if block.kind != .peerRead { break }
    }
    return end
  }
}
