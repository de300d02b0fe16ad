package import ChatScreen

/// What a lecture wants done in one go, and what it waits for then.
package struct Turn: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    /// Something has to happen soon.
    case wait
    /// The audience has to go on.
    case audience
    case over
  }

  package var effects: [Effect] = []
  /// What was shown.
  package var lines: [LessonLine] = []
  package var state = State.wait
}

extension Lecture {
  /// Goes on as far as it can, doing what it does through the model.
  ///
  /// - Parameters:
  ///   - model: what the lesson's lines and keys change.
  ///   - audience: whether somebody is there to go on and to bet; nobody is waited for otherwise.
  /// - Returns: what is left to do.
  package mutating func advance(_ model: inout Model, audience: Bool) -> Turn {
    var turn = Turn()
    if model.lesson != nil {
      turn.state = .audience
      return turn
    }
    while true {
      switch next(model) {
      case .show(let line):
        turn.lines.append(line)
        turn.effects += update(&model, .shown(line))
      case .pause(let step):
        guard audience else { continue }
        turn.effects += update(&model, .lesson(LessonPrompt(prompt(for: step), asks: false)))
        turn.state = .audience
        return turn
      case .ask:
        guard audience else {
          bet(nil)
          continue
        }
        turn.effects += update(&model, .lesson(LessonPrompt(prompt, asks: true)))
        turn.state = .audience
        return turn
      case .type(let line):
        let old = model
        let effects = update(&model, .entered(line))
        turn.effects += effects
        typed(effects, model, before: old)
      case .wait: return turn
      case .end:
        turn.state = .over
        return turn
      }
    }
  }

  /// Takes the audience's wish to go on.
  package mutating func goOn(_ bet: Int?, _ model: inout Model) {
    self.bet(bet, audience: true)
    _ = update(&model, .lesson(nil))
  }
}
