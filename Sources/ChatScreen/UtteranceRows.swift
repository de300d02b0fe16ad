/// Turns an utterance into rows of a pane.
///
/// The time, or the mark of a line of the client's own, has columns of its own that no text of a peer can
/// reach: rows that continue are indented.
struct UtteranceRows {
  /// Panes narrower than this have no column for the time.
  private static let timed = 36

  /// The most lines of one message that are shown, so that 65,536 ends of lines cost no frame.
  static let most = 1_000

  let width: Int
  /// The name of this client.
  let nick: String
  var preferences = Preferences()
  /// What is looked for, and the style in which it stands out.
  var found: (TextMatch, Style)?
  var language = Language.english
  /// Whether the pane is as wide as the screen, so that long addresses may run from edge to edge.
  var isWhole = false

  func rows(of utterance: Utterance) -> [StyledRow] {
    if case .table(let lines) = utterance.kind {
      return TableRows(lines: lines.map { $0[language] }).rows(width: width)
    }
    let isTimed = width >= UtteranceRows.timed && preferences.timestamps
    let indent = isTimed ? 9 : min(2, max(0, width - 2))
    var lead = StyledRow()
    if isTimed {
      lead.append(utterance.time.map { "\($0) " } ?? "         ", .time)
    }
    let parts = UtteranceParts(utterance, nick: nick, language)
    lead.append(parts.lead)
    let label = VisibleText.row(parts.label)
    let lines = VisibleText.rows(parts.text)
    let own = utterance.isMention ? TextMatch(utterance.own ?? nick) : nil
    var result: [StyledRow] = []
    for (place, line) in lines.prefix(UtteranceRows.most).enumerated() {
      let text = place == 0 ? label + line : line
      let mark =
        place == 0 ? text.utf8.index(text.startIndex, offsetBy: label.utf8.count) : text.startIndex
      var painting = Painting(text, parts.style)
      painting.paint(text.startIndex..<mark, parts.labelStyle)
      if own != nil, text.startIndex < mark {
        // Not the blank behind the name.
        painting.paint(text.startIndex..<text.index(before: mark), .mention)
      }
      for range in own?.words(in: text) ?? [] where range.lowerBound >= mark {
        painting.paint(range, .mention)
      }
      if let (match, style) = found {
        for range in match.ranges(in: text) { painting.paint(range, style) }
      }
      var first = lead
      if place > 0 {
        // A line that its sender broke is no new utterance.
        first = StyledRow(String(repeating: " ", count: indent))
        first.append("↳ ", .elided)
      }
      let hang = place == 0 ? parts.lead.width : 2
      let room = min(width - indent - hang, preferences.textWidth ?? .max)
      var wrap = Wrap(width: room, breaking: parts.breaking)
      if isWhole { (wrap.indent, wrap.edge) = (indent + hang, width) }
      var pieces = painting.pieces
      for (turn, part) in wrap.joinedRows(of: text).enumerated() {
        let blanks = part.isJoined ? 0 : indent + hang
        var row = turn == 0 ? first : StyledRow(String(repeating: " ", count: blanks))
        row.isJoined = part.isJoined
        pieces.append(part.text, to: &row)
        result.append(row)
      }
    }
    if lines.count > UtteranceRows.most {
      let rest = Phrase.moreLines(Noun.line.count(lines.count - UtteranceRows.most))
      var row = StyledRow(String(repeating: " ", count: indent))
      row.append(rest[language], .elided)
      result.append(row)
    }
    return result
  }
}
