/// What the word before the cursor can become, and what it is now while Tab goes through that.
package struct Completion: Equatable, Sendable {
  package struct Candidate: Equatable, Sendable {
    /// What stands in the list.
    package var name: String
    /// What is written, with what belongs behind it.
    package var text: String
    package var help: Phrase?
  }

  /// The characters of the composer that give way.
  package var range: Range<Int>
  /// At least one.
  package let candidates: [Candidate]
  /// The candidate that is written; nil before the first Tab.
  package var chosen: Int?

  /// - Returns: nil for no candidates.
  init?(_ range: Range<Int>, _ candidates: [Candidate]) {
    guard !candidates.isEmpty else { return nil }
    self.range = range
    self.candidates = candidates
  }

  /// Goes on to the next candidate, or back to the one before; behind the last comes the first.
  mutating func step(_ step: PaneIntent.Step) -> Candidate {
    let count = candidates.count
    let from = chosen ?? (step == .forward ? count - 1 : 0)
    let place = (from + (step == .forward ? 1 : count - 1)) % count
    chosen = place
    return candidates[place]
  }
}

extension Model {
  /// Tab and Shift+Tab.
  mutating func complete(_ step: PaneIntent.Step) {
    guard var completion = completion ?? Completer(model: self).completion else {
      hint = .nothingToComplete
      return
    }
    let candidate = completion.step(step)
    composer.replace(completion.range, with: candidate.text)
    completion.range = completion.range.lowerBound..<composer.cursor
    self.completion = completion.candidates.count > 1 ? completion : nil
  }
}
