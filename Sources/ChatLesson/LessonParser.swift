import ChatScreen
import ChatWire

extension Lesson {
  /// Reads a lesson file.
  ///
  /// Its first line is `# TITLE`. Lines at the margin are prose; indented ones are steps. Blank lines part paragraphs and groups of steps.
  ///
  /// - Throws: what is wrong first.
  package init(parsing text: String) throws(LessonError) {
    var parser = LessonParser()
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      try parser.take(String(line), number: index + 1)
    }
    self = try parser.end(line: max(1, lines.count - (lines.last == "" ? 1 : 0)))
  }
}

/// Lines of a lesson file on their way to a lesson.
private struct LessonParser {
  private var title: String?
  private var place: Lesson.Place?
  private var blocks: [Lesson.Block] = []
  private var prose: [String] = []
  private var steps: [Lesson.Step] = []
  /// Whether there was a step, `connect` aside.
  private var hasSteps: Bool {
    !steps.isEmpty || blocks.contains { if case .steps = $0 { true } else { false } }
  }

  mutating func take(_ line: String, number: Int) throws(LessonError) {
    let text = line.trimmed
    if text.isEmpty { return close() }
    guard title != nil else {
      guard line.hasPrefix("# "), text.count > 2 else {
        throw LessonError(number, "a lesson begins with '# ' and its title")
      }
      title = String(text.dropFirst(2)).trimmed
      return
    }
    if line.first == " " || line.first == "\t" { return try takeStep(text, number) }
    let word = text.firstWord
    guard word.first != "/", word.first != "#", StepParser.words[word] == nil else {
      throw LessonError(
        number, "prose does not begin with '\(word)'; steps are indented by four spaces")
    }
    if !steps.isEmpty { close() }
    prose.append(text)
  }

  private mutating func takeStep(_ text: String, _ number: Int) throws(LessonError) {
    if !prose.isEmpty { close() }
    if text.firstWord == "connect" {
      guard place == nil, !hasSteps else {
        throw LessonError(number, "connect comes once, before all other steps")
      }
      place = try StepParser.place(text.afterFirstWord, number)
      return
    }
    let kind = try StepParser.kind(text, number)
    steps.append(Lesson.Step(line: number, text: text, kind: kind))
  }

  private mutating func close() {
    if !prose.isEmpty { blocks.append(.prose(prose.joinedAsProse)) }
    if !steps.isEmpty { blocks.append(.steps(steps)) }
    prose = []
    steps = []
  }

  mutating func end(line: Int) throws(LessonError) -> Lesson {
    close()
    guard let title else { throw LessonError(line, "a lesson begins with '# ' and its title") }
    let lesson = Lesson(
      title: title, place: place ?? Lesson.Place(framing: .raw, port: .raw), blocks: blocks)
    try lesson.check(last: line)
    return lesson
  }
}

extension Lesson {
  /// Every bet is settled by a later line, and something is expected.
  fileprivate func check(last: Int) throws(LessonError) {
    let steps = steps
    for (index, step) in steps.enumerated() {
      guard case .bet(let fact, _) = step.kind else { continue }
      guard steps[index...].contains(where: { $0.settles(fact) }) else {
        throw LessonError(
          step.line, "no expect or print after it settles the bet on \(fact.rawValue)")
      }
    }
    guard steps.contains(where: { if case .expect = $0.kind { true } else { false } }) else {
      throw LessonError(last, "the lesson expects nothing, so it would hold whatever happens")
    }
  }
}

extension Lesson.Step {
  /// Whether it tells what a bet on `fact` is worth.
  package func settles(_ fact: Fact) -> Bool {
    switch kind {
    case .expect(.compare(fact, _, _)), .expect(.compare(_, _, .fact(fact))): true
    case .print(let facts): facts.contains(fact)
    default: false
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = drop(while: isBlank)
    return String(start.prefix(start.count - start.reversed().prefix(while: isBlank).count))
  }
}

extension [String] {
  /// The lines of a paragraph as one; signs of East Asia have no blank between them.
  fileprivate var joinedAsProse: String {
    reduce(into: "") { text, line in
      if let last = text.last, let first = line.first,
        CellWidth.of(last) < 2 || CellWidth.of(first) < 2
      {
        text += " "
      }
      text += line
    }
  }
}
