import ChatScreen
package import ChatWire

/// What was measured, as a lesson's expectations are held against it.
package struct Facts: Equatable, Sendable {
  /// What is missing was not measured, which is not 0.
  package var numbers: [Fact: Int] = [:]
  /// Why reads are not writes; nil where nothing told.
  package var causes: [BurstReport.Cause]?
  /// Whether `segments` is only "at least".
  package var isAtLeast = false
  package var refusals: [ErrorCode] = []
  /// Texts that came, oldest first.
  package var heard: [String] = []

  package init() {}

  /// A number as a sentence has it.
  func phrase(_ fact: Fact) -> Phrase {
    guard let number = numbers[fact] else { return .notMeasured }
    return fact == .segments && isAtLeast ? .atLeast(number) : Phrase(verbatim: "\(number)")
  }
}
