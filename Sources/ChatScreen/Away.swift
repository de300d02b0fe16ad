/// That we are away, and who knows.
struct Away: Equatable, Sendable {
  /// What whoever writes to us alone hears.
  let text: String
  /// Who has heard it: once is enough, and two who are away never answer each other for ever.
  private var told: Set<String> = []

  /// The most characters of it, so that the answer fits every framing.
  private static let longest = 200

  init(_ text: String) {
    self.text = VisibleText.row(text.replacing("\n", with: " ").prefix(Away.longest))
  }

  /// How many hear it at most: one peer has as many nicks as it likes.
  static let most = 1_000

  /// Whether `nick` is still to hear it, which it is once.
  mutating func tells(_ nick: String) -> Bool {
    told.count < Away.most && told.insert(People.key(nick)).inserted
  }
}

extension Model {
  /// The answer to somebody who wrote to us alone.
  mutating func answerAway(to nick: String) -> [Effect] {
    guard away?.tells(nick) == true, let away else { return [] }
    return [.send("/msg \(nick) \(Phrase.awayAnswer(away.text)[language])")]
  }
}
