/// Turns an utterance into rows of a pane.
///
/// The time, or the mark of a line of the client's own, has columns of its own that no text of a peer can
/// reach: rows that continue are indented.
struct UtteranceRows {
  /// Panes narrower than this have no column for the time.
  private static let timed = 36

  let width: Int
  /// The name of this client.
  let nick: String
  var language = Language.english

  func rows(of utterance: Utterance) -> [StyledRow] {
    let kind = utterance.kind
    if case .table(let lines) = kind { return lines.map { StyledRow($0[language], .notice) } }
    let isTimed = width >= UtteranceRows.timed
    let indent = isTimed ? 9 : min(2, max(0, width - 2))
    var lead = StyledRow()
    if isTimed {
      lead.append(utterance.time.map { "\($0) " } ?? "         ", .time)
    }
    let parts = parts(of: kind)
    lead.append(parts.lead)
    let label = VisibleText.row(parts.label)
    let lines = VisibleText.rows(parts.text)
    var result: [StyledRow] = []
    for (place, line) in lines.enumerated() {
      let text = place == 0 ? label + line : line
      let mark = place == 0 ? text.utf8.index(text.startIndex, offsetBy: label.utf8.count) : nil
      var first = lead
      if place > 0 {
        // A line that its sender broke is no new utterance.
        first = StyledRow(String(repeating: " ", count: indent))
        first.append("↳ ", .elided)
      }
      let hang = place == 0 ? parts.lead.width : 2
      let room = width - indent - hang
      let wrap = Wrap(width: room, breaking: parts.breaking)
      for (turn, part) in wrap.rows(of: text).enumerated() {
        var row = turn == 0 ? first : StyledRow(String(repeating: " ", count: indent + hang))
        let cut = min(max(mark ?? part.startIndex, part.startIndex), part.endIndex)
        row.append(String(part[..<cut]), parts.labelStyle)
        row.append(String(part[cut...]), parts.style)
        result.append(row)
      }
    }
    return result
  }

  private struct Parts {
    var lead = StyledRow()
    var label = ""
    var labelStyle = Style.plain
    var text: String
    var style = Style.plain
    var breaking = Wrap.Breaking.words
  }

  private func parts(of kind: Utterance.Kind) -> Parts {
    switch kind {
    case .said(let nick, let text):
      Parts(label: "\(nick): ", labelStyle: nick == self.nick ? .ownNick : .nick, text: text)
    case .did(let nick, let text):
      Parts(label: "* \(nick) ", labelStyle: .deed, text: text, style: .deed)
    case .told(let from, let to, let text):
      Parts(label: "[\(you(from)) → \(you(to))] ", labelStyle: .whisper, text: text)
    case .system(let text):
      Parts(lead: StyledRow("*** ", .system), text: text[language], style: .system)
    case .raw(let text): Parts(text: text, breaking: .anywhere)
    case .text(let text): Parts(text: text)
    case .datagram(let text, let address):
      Parts(label: "[\(address)] ", labelStyle: .whisper, text: text)
    case .notice(let text):
      Parts(lead: StyledRow("--- ", .notice), text: text[language], style: .notice)
    case .table(let lines):
      Parts(text: lines.map { $0[language] }.joined(separator: "\n"), style: .notice)
    case .trouble(let text):
      Parts(lead: StyledRow("!!! ", .trouble), text: text[language], style: .trouble)
    case .lesson(let line):
      Parts(lead: StyledRow(line.mark, line.style), text: line.text, style: line.style)
    }
  }

  private func you(_ nick: String) -> String { nick == self.nick ? Phrase.you[language] : nick }
}
