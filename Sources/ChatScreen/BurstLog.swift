package import ChatWire

// What became of the bursts, as text that is written once.
extension WireLog {
  /// Whether a burst was read behind those that are printed, which `printed` counts by direction.
  package func hasNews(beyond printed: [Direction: Int]) -> Bool {
    Direction.allCases.contains { direction in
      !ripe(direction, beyond: printed[direction] ?? 0, at: .max).isEmpty
    }
  }

  /// The lines of the bursts that are read and over at `now`, of all where that is nil; with the seams of their segments.
  package func news(
    beyond printed: inout [Direction: Int], at now: Microseconds?, width: Int
  ) -> [String] {
    var texts: [String] = []
    for direction in Direction.allCases {
      for burst in ripe(direction, beyond: printed[direction] ?? 0, at: now) {
        printed[direction] = burst.number
        let report = self[direction].report(on: burst, isTold: isTold)
        guard BurstSentence.isWorthwhile(report) else { continue }
        let rows = BurstRows(direction: direction, report: report).rows(width: width)
        texts.append(rows.map(\.text).joined(separator: "\n"))
        if report.segments != nil {
          texts.append(self[direction].seams(of: burst, width: width).joined(separator: "\n"))
        }
      }
    }
    return texts
  }

  /// The bursts that nothing more will become of: those that are read and that no further write joins, and those that
  /// are not counted any more.
  private func ripe(
    _ direction: Direction, beyond number: Int, at now: Microseconds?
  ) -> ArraySlice<Burst> {
    let stream = self[direction]
    let first = stream.bursts.lastIndex { $0.number <= number }.map { $0 + 1 } ?? 0
    guard let now else { return stream.bursts[first...] }
    let apart = direction == .outgoing ? apart : Burst.apart
    return stream.bursts[first...].prefix {
      let isOver = $0.number < stream.bursts.last?.number ?? 0 || now > $0.last &+ apart
      return $0.report != nil || (isOver && stream.read >= $0.range.upperBound)
    }
  }
}

extension WireStream {
  /// Where the segments of a burst end, in bytes from the stream's first: `segs 26 52 130(3) 520`; a number in
  /// brackets counts the segments that end there or before, `?` stands for bytes of which nothing was told.
  fileprivate func seams(of burst: Burst, width: Int) -> [String] {
    let words = segments.pieces(in: burst.range).map { piece in
      switch piece {
      case .segment(let range): "\(range.upperBound)"
      case .span(let range, let segments): "\(range.upperBound)(\(segments))"
      case .unknown(let range): "\(range.upperBound)?"
      }
    }
    let text = "segs " + words.joined(separator: " ")
    return Wrap(width: width - 3, breaking: .words).rows(of: text).map { "   " + $0 }
  }
}
