/// What is wrong with a lesson file.
package struct LessonError: Error, Equatable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  package let sentence: String

  init(_ line: Int, _ sentence: String) {
    self.line = line
    self.sentence = sentence
  }

  package var description: String { "line \(line): \(sentence)" }
}
