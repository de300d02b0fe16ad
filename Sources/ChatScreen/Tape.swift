import ChatWire

/// Three rulers over the bytes of one direction: its writes, its segments, its reads.
struct Tape {
  /// Columns of the names of the rulers.
  static let margin = 7
  /// The rows of a tape without buckets.
  static let rows = 4

  let log: WireLog
  let direction: Direction
  let scale: TapeScale
  private let language: Language

  /// The tape up to the byte `end`, nil following the stream, `width` columns wide with its names.
  ///
  /// Without a number of bytes for a column it fits the burst that `end` is in.
  init(
    _ log: WireLog, _ direction: Direction, end: Int?, perColumn: Int?, width: Int,
    language: Language = .english
  ) {
    self.language = language
    self.log = log
    self.direction = direction
    let stream = log[direction]
    let columns = max(1, width - Tape.margin - 1)
    let end = min(end ?? stream.end, stream.end)
    let burst = stream.bursts.last { $0.report == nil && $0.range.lowerBound < end }
    switch (perColumn, burst) {
    case (let perColumn?, _):
      scale = .ending(at: end, perColumn: perColumn, columns: columns)
    case (nil, let burst?):
      let first = stream.map.calls(in: burst.range).first?.count ?? 0
      scale = .fitting(burst.range, call: first, columns: columns)
    case (nil, nil): scale = .ending(at: end, perColumn: 1, columns: columns)
    }
  }

  /// The axis, then the rulers.
  var lines: [StyledRow] {
    let stream = log[direction]
    let writes = TapeRuler(stretches(of: stream.map), scale: scale)
    let segments = TapeRuler(self.segments, scale: scale, above: [writes], language)
    let reads = TapeRuler(stretches(of: stream.calls), scale: scale, above: [writes, segments])
    let isOut = direction == .outgoing
    return [
      axis,
      line(.tapeWrites, writes.text, isOut ? .write : .peerRead, unless: isOut ? nil : untold),
      line(.tapeSegments, segments.text, .size, unless: unmeasured),
      line(.tapeReads, reads.text, isOut ? .peerRead : .read, unless: isOut ? untold : nil),
    ]
  }

  private var untold: Phrase? { log.isTold ? nil : log.isDatagram ? .datagramsUntold : .untold }

  private var unmeasured: Phrase? {
    if log[direction].segments.isTold { return nil }
    return log.isDatagram ? .eachIsADatagram : .notMeasured
  }

  private var segments: [TapeRuler.Stretch] {
    log[direction].segments.pieces(in: scale.range).map { piece in
      switch piece {
      case .segment(let range): TapeRuler.Stretch(range: range, parts: 1)
      case .span(let range, let segments): TapeRuler.Stretch(range: range, parts: segments)
      case .unknown(let range): TapeRuler.Stretch(range: range, parts: 0)
      }
    }
  }

  private func stretches(of map: CallMap) -> [TapeRuler.Stretch] {
    map.calls(in: scale.range).map { TapeRuler.Stretch(range: $0, parts: 1) }
  }

  /// Which direction, which bytes, and how many in a column.
  private var axis: StyledRow {
    let isOut = direction == .outgoing
    var row = StyledRow()
    row.append((isOut ? Phrase.tapeOut : .tapeIn)[language], isOut ? .write : .read)
    row.append(String(repeating: " ", count: max(0, Tape.margin - row.width)))
    let left = Number.grouped(scale.range.lowerBound) + " "
    let right = " " + Number.grouped(scale.range.upperBound)
    let middle = Phrase.column(scale.perColumn)[language]
    let width = CellWidth.of(middle)
    let room = scale.columns + 1 - left.count - right.count
    guard room >= 0 else { return row }
    let line =
      room < width + 2
      ? String(repeating: "─", count: room)
      : String(repeating: "─", count: (room - width) / 2) + middle
        + String(repeating: "─", count: (room - width + 1) / 2)
    row.append(left + line + right, .offset)
    return row
  }

  private func line(
    _ name: Phrase, _ ruler: String, _ style: Style, unless reason: Phrase?
  ) -> StyledRow {
    var row = StyledRow(name[language], .size)
    row.append(String(repeating: " ", count: max(0, Tape.margin - row.width)), .size)
    if let reason { row.append(reason[language], .elided) } else { row.append(ruler, style) }
    return row
  }
}
