import ChatWire

/// The line of a burst: which way it went, and what became of it.
struct BurstRows {
  let direction: Direction
  let report: BurstReport
  var isDatagram = false
  /// Whether it is one row, without a reason.
  var isBrief = false
  var language = Language.english

  /// The rows for a pane `width` columns wide.
  func rows(width: Int) -> [StyledRow] {
    let mark = direction == .outgoing ? "═▶ " : "═◀ "
    let wrap = Wrap(width: max(1, width - 3), breaking: .sentence)
    let sentence = BurstSentence(report, isDatagram: isDatagram)
    var lines = wrap.rows(of: (isBrief ? sentence.counts : sentence.phrase)[language])
    if isBrief, lines.count > 1 { lines = [lines[0].dropLast() + "…"] }
    return lines.enumerated().map { turn, line in
      var row = StyledRow(turn == 0 ? mark : "   ", direction == .outgoing ? .write : .read)
      row.append(String(line), .title)
      return row
    }
  }
}
