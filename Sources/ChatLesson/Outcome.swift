package import ChatScreen

/// What became of one step that could fail.
package struct Outcome: Equatable, Sendable, CustomStringConvertible {
  /// Its line in the file, from 1, and what stands there.
  package let line: Int
  package let text: String
  package let holds: Bool
  /// The true numbers.
  package let sentence: Phrase

  init(_ step: Lesson.Step, holds: Bool, _ sentence: Phrase) {
    line = step.line
    text = step.text
    self.holds = holds
    self.sentence = sentence
  }

  /// For those that hold it does not matter where they stand.
  var phrase: Phrase {
    let whole = Phrase("\(text) · \(sentence)", "\(text) · \(sentence)")
    return holds ? whole : .line(line, whole)
  }

  package var description: String { phrase.description }
}
