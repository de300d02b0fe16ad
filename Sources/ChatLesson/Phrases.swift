/// What a lecture itself says, in its language.
struct Phrases: Sendable {
  let language: Language

  func goOn(step: String, done: Int, of count: Int) -> String {
    let place = "\(done)/\(count)"
    return switch language {
    case .english: "Enter: \(step) · \(place)"
    case .chinese: "回车：\(step) · \(place)"
    }
  }

  var ask: String {
    switch language {
    case .english: "a number, then Enter: your bet"
    case .chinese: "输入数字再回车：你的猜测"
    }
  }

  func bet(_ bet: Int, on fact: String, is number: Int?) -> String {
    let truth = number.map { "\($0)" }
    return switch (language, truth) {
    case (.english, let truth?) where bet == number: "you bet \(fact) \(bet), and \(truth) it is"
    case (.english, let truth?): "you bet \(fact) \(bet); it is \(truth)"
    case (.english, nil): "you bet \(fact) \(bet); it was not measured"
    case (.chinese, let truth?) where bet == number: "你猜 \(fact) \(bet)，正是 \(truth)"
    case (.chinese, let truth?): "你猜 \(fact) \(bet)，实际是 \(truth)"
    case (.chinese, nil): "你猜 \(fact) \(bet)，没有测到"
    }
  }

  func summary(_ outcomes: [Outcome]) -> String {
    let failed = outcomes.count { !$0.holds }
    return switch (language, failed) {
    case (.english, 0): "all \(outcomes.count) expectations held"
    case (.english, _): "\(failed) of \(outcomes.count) failed"
    case (.chinese, 0): "\(outcomes.count) 条预期全部成立"
    case (.chinese, _): "\(outcomes.count) 条中有 \(failed) 条不成立"
    }
  }
}
