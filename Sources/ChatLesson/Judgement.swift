package import ChatScreen
import ChatWire

/// Whether a condition holds, and the numbers that say so.
package struct Judgement: Equatable, Sendable {
  package let holds: Bool
  /// The true numbers, as a sentence without its end.
  package let sentence: Phrase

  /// Holds a condition against what was measured; what was not measured holds for nothing.
  package init(_ condition: Condition, _ facts: Facts) {
    switch condition {
    case .compare(let fact, let comparison, let operand):
      self.init(fact, comparison, operand, facts)
    case .cause(let wanted, let isWanted):
      guard let causes = facts.causes else {
        self.init(false, .noCauseMeasured)
        return
      }
      let names = causes.map(\.rawValue).joined(separator: ", ")
      let isThere = wanted.contains { causes.contains($0) }
      self.init(isThere == isWanted, names.isEmpty ? .noCause : .causes(names))
    case .error(let code):
      let codes = facts.refusals.map(\.rawValue).joined(separator: ", ")
      self.init(
        facts.refusals.contains(code), codes.isEmpty ? .nothingRefused : .refused(codes))
    case .heard(let text):
      let heard = facts.heard.last { $0.contains(text) } ?? facts.heard.last
      self.init(
        heard?.contains(text) == true, heard.map { .heard("\($0.prefix(200))") } ?? .heardNothing)
    }
  }

  private init(_ holds: Bool, _ sentence: Phrase) {
    self.holds = holds
    self.sentence = sentence
  }

  private init(_ fact: Fact, _ comparison: Comparison, _ operand: Operand, _ facts: Facts) {
    var sentence = Phrase.measured(fact.rawValue, facts.phrase(fact))
    let right: Int?
    switch operand {
    case .number(let number): right = number
    case .fact(let other):
      right = facts.numbers[other]
      sentence = .both(sentence, .measured(other.rawValue, facts.phrase(other)))
    }
    guard let left = facts.numbers[fact], let right else {
      self.init(false, sentence)
      return
    }
    let isCertain =
      !facts.isAtLeast || (fact != .segments && operand != .fact(.segments))
      || Judgement.certain(comparison, atLeastOnTheLeft: fact == .segments)
    self.init(comparison.holds(left, right) && isCertain, sentence)
  }

  /// Whether a comparison that holds for a lower bound holds for the true number too.
  private static func certain(_ comparison: Comparison, atLeastOnTheLeft: Bool) -> Bool {
    switch comparison {
    case .more, .atLeast: atLeastOnTheLeft
    case .less, .atMost: !atLeastOnTheLeft
    case .equal, .unequal: false
    }
  }
}
