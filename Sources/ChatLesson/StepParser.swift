import ChatScreen
import ChatWire

/// Reads one step of a lesson file.
enum StepParser {
  /// The words that begin a step; behind each how it is written.
  static let words = [
    "connect": "connect length|raw|line|udp [to length|raw|line|udp]",
    "say": "say TEXT",
    "bet": "bet FACT QUESTION",
    "count": "count",
    "wait": "wait all, or wait with what expect takes",
    "expect":
      "expect FACT == NUMBER|FACT (or != < <= > >=), cause NAME, no cause NAME, error CODE, heard TEXT",
    "print": "print FACT ...",
  ]

  /// Commands that end the lesson or wait for somebody.
  private static let forbidden: Set<String> = [
    "quit", "suspend", "step", "set", "save", "chat-log",
  ]

  static func kind(_ text: String, _ line: Int) throws(LessonError) -> Lesson.Step.Kind {
    if text.first == "/" { return .type(try command(text, line)) }
    let arguments = text.afterFirstWord
    switch text.firstWord {
    case "say": return .type(try said(arguments, line))
    case "bet":
      guard let fact = Fact(rawValue: arguments.firstWord), !arguments.afterFirstWord.isEmpty else {
        throw usage("bet", line, unknown: arguments.firstWord)
      }
      return .bet(fact, question: arguments.afterFirstWord)
    case "count":
      guard arguments.isEmpty else { throw usage("count", line) }
      return .count
    case "wait":
      return .wait(
        arguments == "all" ? nil : try ConditionParser.condition(arguments, "wait", line))
    case "expect": return .expect(try ConditionParser.condition(arguments, "expect", line))
    case "print":
      var facts: [Fact] = []
      for name in arguments.split(separator: " ") {
        guard let fact = Fact(rawValue: String(name)) else {
          throw usage("print", line, unknown: String(name))
        }
        facts.append(fact)
      }
      guard !facts.isEmpty else { throw usage("print", line) }
      return .print(facts)
    case let word:
      throw LessonError(
        line,
        "'\(word)' is no step; a step is a /command or \(words.keys.sorted().joined(separator: ", "))"
      )
    }
  }

  /// The place behind `connect`: `raw`, or `raw to length`.
  static func place(_ arguments: String, _ line: Int) throws(LessonError) -> Lesson.Place {
    let words = arguments.split(separator: " ").map(String.init)
    guard let framing = words.first.flatMap(Framing.init(rawValue:)),
      let port = words.last.flatMap(Framing.init(rawValue:)),
      words.count == 1 || words.count == 3 && words[1] == "to",
      (framing == .udp) == (port == .udp)
    else { throw usage("connect", line) }
    return Lesson.Place(framing: framing, port: port)
  }

  private static func command(_ text: String, _ line: Int) throws(LessonError) -> String {
    let name = String(text.dropFirst().prefix { $0 != " " })
    guard !forbidden.contains(name) else {
      throw LessonError(line, "/\(name) is not for lessons")
    }
    if case .wrong(let sentence) = ClientCommand.read(text) {
      throw LessonError(line, "\(sentence)")
    }
    return text
  }

  /// Text to say, with `\n`, `\\` and `\xHH` up to 7f for what no line of a file can hold.
  private static func said(_ arguments: String, _ line: Int) throws(LessonError) -> String {
    guard !arguments.isEmpty else { throw usage("say", line) }
    var text = ""
    var rest = arguments[...]
    while let character = rest.popFirst() {
      guard character == "\\" else {
        text.append(character)
        continue
      }
      let mark = rest.popFirst()
      let digits = rest.prefix(2)
      if mark == "\\" {
        text.append("\\")
      } else if mark == "n" {
        text.append("\n")
      } else if mark == "x", digits.count == 2, let value = UInt8(digits, radix: 16), value < 0x80 {
        text.unicodeScalars.append(UnicodeScalar(value))
        rest = rest.dropFirst(2)
      } else {
        throw LessonError(line, "behind \\ stands \\, n, or x and two hex digits up to 7f")
      }
    }
    return text.first == "/" ? "/" + text : text
  }

  /// The error for a step that is not written as its usage says.
  static func usage(
    _ word: String, _ line: Int, unknown fact: String? = nil
  ) -> LessonError {
    let sentence = "usage: \(words[word] ?? word)"
    guard let fact, !fact.isEmpty, Fact(rawValue: fact) == nil else {
      return LessonError(line, sentence)
    }
    let facts = Fact.allCases.map(\.rawValue).joined(separator: ", ")
    return LessonError(line, "'\(fact)' is no fact; facts are \(facts)")
  }
}

extension String {
  /// Up to the first blank.
  var firstWord: String { String(prefix { $0 != " " }) }

  /// What stands behind the first word and the blanks after it.
  var afterFirstWord: String { String(drop { $0 != " " }.drop { $0 == " " }) }
}
