import ChatWire

/// Reads what `expect` and `wait` take.
enum ConditionParser {
  static func condition(
    _ arguments: String, _ word: String, _ line: Int
  ) throws(LessonError) -> Condition {
    let rest = arguments.afterFirstWord
    switch arguments.firstWord {
    case "cause": return .cause(try causes(rest, line), isWanted: true)
    case "no":
      guard rest.firstWord == "cause" else { throw StepParser.usage(word, line) }
      return .cause(try causes(rest.afterFirstWord, line), isWanted: false)
    case "error":
      guard let code = ErrorCode(rawValue: rest) else {
        let codes = ErrorCode.allCases.map(\.rawValue).joined(separator: ", ")
        throw LessonError(line, "'\(rest)' is no error code; codes are \(codes)")
      }
      return .error(code)
    case "heard":
      guard !rest.isEmpty else { throw StepParser.usage(word, line) }
      return .heard(rest)
    default: return try comparison(arguments, word, line)
    }
  }

  private static func comparison(
    _ arguments: String, _ word: String, _ line: Int
  ) throws(LessonError) -> Condition {
    let words = arguments.split(separator: " ").map(String.init)
    guard let name = words.first else { throw StepParser.usage(word, line) }
    guard let fact = Fact(rawValue: name) else { throw StepParser.usage(word, line, unknown: name) }
    guard words.count == 3, let comparison = Comparison(rawValue: words[1]) else {
      throw StepParser.usage(word, line)
    }
    if let number = Int(words[2]) { return .compare(fact, comparison, .number(number)) }
    guard let other = Fact(rawValue: words[2]) else {
      throw StepParser.usage(word, line, unknown: words[2])
    }
    return .compare(fact, comparison, .fact(other))
  }

  private static func causes(
    _ name: String, _ line: Int
  ) throws(LessonError) -> [BurstReport.Cause] {
    if name == "sender" { return BurstReport.Cause.allCases.filter(\.isSender) }
    guard let cause = BurstReport.Cause(rawValue: name) else {
      let names = BurstReport.Cause.allCases.map(\.rawValue).joined(separator: ", ")
      throw LessonError(line, "'\(name)' is no cause; causes are \(names), sender")
    }
    return [cause]
  }
}
