/// What is looked for in the conversation, and the line where it was found last.
package struct ChatLookup: Equatable, Sendable {
  let match: TextMatch
  package internal(set) var line: Int?

  package var text: String { match.text }
}

extension Model {
  /// Looks for text in the conversation, from its end back.
  mutating func look(for text: String) {
    guard let match = TextMatch(text) else { return lookAgain(.back) }
    lookup = ChatLookup(match: match)
    lookAgain(.back)
  }

  /// Goes on to the next line that has it; behind the last one comes the first.
  mutating func lookAgain(_ step: PaneIntent.Step) {
    guard let lookup else {
      hint = .noLookup
      return
    }
    let places = conversation.numbers.filter { number in
      conversation[number].map { isShown($0) && lookup.match.isIn($0.words(of: nick, language)) }
        ?? false
    }
    let from = lookup.line
    let next =
      step == .back
      ? places.last { $0 < from ?? .max } ?? places.last
      : places.first { $0 > from ?? -1 } ?? places.first
    guard let next, let place = places.firstIndex(of: next) else {
      self.lookup = nil
      hint = .notInChat(VisibleText.row(lookup.text))
      return
    }
    self.lookup?.line = next
    showLine(next)
    hint = .foundInChat(VisibleText.row(lookup.text), place: place + 1, of: places.count)
  }
}

extension Utterance {
  /// All its words, the name of its speaker included.
  fileprivate func words(of nick: String, _ language: Language) -> String {
    let parts = UtteranceParts(self, nick: nick, language)
    return parts.label + parts.text
  }
}
