import ChatWire

// What became of the bursts, as text that is written once.
extension WireLog {
  /// Whether there is a burst to print behind those that are, which `printed` counts by direction.
  ///
  /// Once nothing more comes that is any burst, until then one that was read.
  package func hasNews(beyond printed: [Direction: Int], ended: Bool) -> Bool {
    Direction.allCases.contains { direction in
      !ripe(direction, beyond: printed[direction] ?? 0, ended: ended).isEmpty
    }
  }

  /// The lines of the bursts that are read, with the seams of their segments.
  package func news(
    beyond printed: inout [Direction: Int], ended: Bool, width: Int
  ) -> [String] {
    var texts: [String] = []
    for direction in Direction.allCases {
      for burst in ripe(direction, beyond: printed[direction] ?? 0, ended: ended) {
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

  /// The bursts that nothing more will become of: those that are read, and those that are not counted any more.
  private func ripe(
    _ direction: Direction, beyond number: Int, ended: Bool
  ) -> ArraySlice<Burst> {
    let stream = self[direction]
    let first = stream.bursts.lastIndex { $0.number <= number }.map { $0 + 1 } ?? 0
    return stream.bursts[first...].prefix {
      ended || stream.read >= $0.range.upperBound || $0.report != nil
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
