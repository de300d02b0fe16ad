/// What an utterance is made of, each part in its own style.
struct UtteranceParts {
  /// The mark of a line that no person said.
  var lead = StyledRow()
  /// Who said it.
  var label = ""
  var labelStyle = Style.plain
  var text: String
  var style = Style.plain
  var breaking = Wrap.Breaking.words

  /// The parts of an utterance; `nick` is the name of this client, unless it had another one then.
  init(_ utterance: Utterance, nick: String, _ language: Language) {
    let own = utterance.own ?? nick
    func you(_ nick: String) -> String { nick == own ? Phrase.you[language] : nick }
    func color(_ nick: String) -> Style { nick == own ? .ownNick : NickColor.style(of: nick) }
    self.init(text: "")
    switch utterance.kind {
    case .said(let nick, let text):
      (label, labelStyle, self.text) = ("\(nick): ", color(nick), text)
    case .did(let nick, let text):
      (label, labelStyle) = ("* \(nick) ", nick == own ? .ownNick : .deed)
      (self.text, style) = (text, .deed)
    case .told(let from, let to, let text):
      (label, labelStyle) = ("[\(you(from)) → \(you(to))] ", .whisper)
      (self.text, style) = (text, .whisper)
    case .moved(let movement):
      (lead, self.text, style) = (
        StyledRow("*** ", .system), Phrase.movement(movement)[language], .system
      )
    case .system(let text):
      (lead, self.text, style) = (StyledRow("*** ", .system), text[language], .system)
    case .raw(let text): (self.text, breaking) = (text, .anywhere)
    case .text(let text): self.text = text
    case .datagram(let text, let address):
      (label, labelStyle, self.text) = ("[\(address)] ", .whisper, text)
    case .notice(let text):
      (lead, self.text, style) = (StyledRow("--- ", .notice), text[language], .notice)
      breaking = .sentence
    case .table(let lines):
      (self.text, style) = (lines.map { $0[language] }.joined(separator: "\n"), .notice)
    case .trouble(let text):
      (lead, self.text, style) = (StyledRow("!!! ", .trouble), text[language], .trouble)
      breaking = .sentence
    case .lesson(let line):
      (lead, self.text, style) = (StyledRow(line.mark, line.style), line.text, line.style)
    }
  }

  private init(text: String) { self.text = text }
}
