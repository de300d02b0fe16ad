/// What a lesson on screen waits for.
package struct LessonPrompt: Equatable, Sendable {
  /// What Enter on an empty line, F4 and /step do now.
  package var text: Phrase
  /// Whether it asks for a bet: a line that is a number is one.
  package var asks: Bool

  package init(_ text: Phrase, asks: Bool) {
    self.text = text
    self.asks = asks
  }
}

extension Model {
  /// Takes a line for the lesson.
  ///
  /// - Returns: nil if it is none for it.
  mutating func answer(_ line: String) -> [Effect]? {
    guard let lesson else { return nil }
    if line.isEmpty { return [.next(bet: nil)] }
    // As the panes write numbers, or as people do.
    let digits = line.filter { !",_ ".contains($0) }
    guard lesson.asks, let bet = Int(digits) else { return nil }
    composer.sent()
    return [.next(bet: bet)]
  }

  /// Goes on with the lesson.
  mutating func goOn() -> [Effect] {
    guard lesson != nil else {
      hint = .noLesson
      return []
    }
    return [.next(bet: nil)]
  }

  /// Types a line and presses Enter; what it writes is a burst of its own.
  mutating func enter(_ line: String) -> [Effect] {
    hint = nil
    page = nil
    composer.clear()
    for character in line { composer.insert(character) }
    wire.mark()
    return submit()
  }
}
