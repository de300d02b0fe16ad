/// What a lecture does one after the other.
enum Item: Equatable, Sendable {
  /// Waits for the audience; `step` is the first line of what will be typed, nil before prose.
  case pause(step: String?)
  case prose(String)
  case step(Lesson.Step)

  var isPause: Bool {
    if case .pause = self { true } else { false }
  }

  /// All of a lesson: between two blocks stands a pause, unless a question does already.
  static func list(_ lesson: Lesson) -> [Item] {
    var items: [Item] = []
    for block in lesson.blocks {
      let mayPause = !items.isEmpty && items.last?.isBet == false
      switch block {
      case .prose(let text):
        if mayPause { items.append(.pause(step: nil)) }
        items.append(.prose(text))
      case .steps(let steps):
        guard let first = steps.first else { continue }
        let typed = steps.first(where: \.isTyped) ?? first
        if mayPause, !Item.step(first).isBet { items.append(.pause(step: typed.shown)) }
        items += steps.map { .step($0) }
      }
    }
    return items
  }

  private var isBet: Bool {
    guard case .step(let step) = self, case .bet = step.kind else { return false }
    return true
  }
}

extension Lesson.Step {
  var isTyped: Bool {
    if case .type = kind { true } else { false }
  }

  /// The step as it is shown when it is typed.
  var shown: String {
    text.firstWord == "say" ? text.afterFirstWord : text
  }
}
