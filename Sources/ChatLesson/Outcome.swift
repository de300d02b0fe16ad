/// What became of one step that could fail.
package struct Outcome: Equatable, Sendable, CustomStringConvertible {
  /// Its line in the file, from 1, and what stands there.
  package let line: Int
  package let text: String
  package let holds: Bool
  /// The true numbers.
  package let sentence: String

  init(_ step: Lesson.Step, holds: Bool, _ sentence: String) {
    line = step.line
    text = step.text
    self.holds = holds
    self.sentence = sentence
  }

  /// For those that hold it does not matter where they stand.
  package var description: String {
    holds ? "\(text) · \(sentence)" : "line \(line): \(text) · \(sentence)"
  }
}
