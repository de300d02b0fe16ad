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

  /// The tape up to the byte `end`, nil following the stream, `width` columns wide with its names.
  ///
  /// Without a number of bytes for a column it fits the burst that `end` is in.
  init(_ log: WireLog, _ direction: Direction, end: Int?, perColumn: Int?, width: Int) {
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
    let segments = TapeRuler(self.segments, scale: scale, above: [writes])
    let reads = TapeRuler(stretches(of: stream.calls), scale: scale, above: [writes, segments])
    let isOut = direction == .outgoing
    return [
      axis,
      line("writes", writes.text, isOut ? .write : .peerRead, unless: isOut ? nil : untold),
      line("segs", segments.text, .size, unless: unmeasured),
      line("reads", reads.text, isOut ? .peerRead : .read, unless: isOut ? untold : nil),
    ]
  }

  private var untold: String? { log.isTold ? nil : "not told by this server" }

  private var unmeasured: String? {
    if log[direction].segments.isTold { return nil }
    return log.isDatagram ? "each write is a datagram of its own" : "not measured"
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
    var row = StyledRow(isOut ? "▶ out  " : "◀ in   ", isOut ? .write : .read)
    let left = Number.grouped(scale.range.lowerBound) + " "
    let right = " " + Number.grouped(scale.range.upperBound)
    let middle = " \(Number.grouped(scale.perColumn)) B a column "
    let room = scale.columns + 1 - left.count - right.count
    guard room >= 0 else { return row }
    let line =
      room < middle.count + 2
      ? String(repeating: "─", count: room)
      : String(repeating: "─", count: (room - middle.count) / 2) + middle
        + String(repeating: "─", count: (room - middle.count + 1) / 2)
    row.append(left + line + right, .offset)
    return row
  }

  private func line(
    _ name: String, _ ruler: String, _ style: Style, unless reason: String?
  ) -> StyledRow {
    var row = StyledRow(name + String(repeating: " ", count: Tape.margin - name.count), .size)
    if let reason { row.append(reason, .elided) } else { row.append(ruler, style) }
    return row
  }
}
