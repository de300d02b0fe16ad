import ChatLesson
import ChatWire
import Testing

@Suite struct JudgementTests {
  private static var facts: Facts {
    var facts = Facts()
    facts.numbers = [.writes: 20, .reads: 1, .segments: 6, .messages: 20]
    facts.causes = [.nagle, .lateReader]
    facts.refusals = [.frame]
    facts.heard = ["alice: hi", "length 83886080 is over the limit"]
    return facts
  }

  private static func condition(_ words: String) throws -> Condition {
    let lesson = try Lesson(parsing: "# T\n    expect \(words)\n")
    guard case .expect(let condition) = try #require(lesson.steps.first).kind else {
      throw LessonMissing()
    }
    return condition
  }

  private struct LessonMissing: Error {}

  @Test(arguments: [
    ("reads < writes", true, "reads 1, writes 20"),
    ("reads == writes", false, "reads 1, writes 20"),
    ("messages == 20", true, "messages 20"), ("messages == 21", false, "messages 20"),
    ("messages != 20", false, "messages 20"), ("reads <= 1", true, "reads 1"),
    ("reads > 1", false, "reads 1"), ("reads >= 1", true, "reads 1"),
    ("half == 0", false, "half not measured"), ("half != 0", false, "half not measured"),
    ("writes > half", false, "writes 20, half not measured"),
    ("cause nagle", true, "measured nagle, late-reader"),
    ("cause sender", true, "measured nagle, late-reader"),
    ("cause small-buffer", false, "measured nagle, late-reader"),
    ("no cause small-buffer", true, "measured nagle, late-reader"),
    ("no cause late-reader", false, "measured nagle, late-reader"),
    ("error frame", true, "refused frame"), ("error line", false, "refused frame"),
    ("heard alice", true, "heard “alice: hi”"),
    ("heard bob", false, "heard “length 83886080 is over the limit”"),
  ])
  func `a condition holds or not, and says by which numbers`(
    words: String, holds: Bool, sentence: String
  ) throws {
    let judgement = Judgement(try JudgementTests.condition(words), JudgementTests.facts)
    #expect(judgement.holds == holds)
    #expect("\(judgement.sentence)" == sentence)
  }

  @Test(arguments: [
    "reads == 0", "reads != 0", "reads < writes", "cause sender", "no cause sender", "error frame",
    "heard x",
  ])
  func `what was not measured holds for nothing`(words: String) throws {
    #expect(!Judgement(try JudgementTests.condition(words), Facts()).holds)
  }

  /// "At least 6" is more than 5, but nobody knows whether it is 6, or less than 20.
  @Test(arguments: [
    ("segments >= 6", true), ("segments > 5", true), ("segments > 6", false),
    ("segments == 6", false), ("segments != 7", false), ("segments < writes", false),
    ("segments <= 6", false), ("reads < segments", true), ("writes >= segments", false),
  ])
  func `at least is not exactly`(words: String, holds: Bool) throws {
    var facts = JudgementTests.facts
    facts.isAtLeast = true
    #expect(Judgement(try JudgementTests.condition(words), facts).holds == holds)
  }
}
