import ChatScreen
import Testing

@Suite struct LessonPromptTests {
  @Test func `on a small screen the title of the wire pane stays`() throws {
    var stage = Stage.joined(40, 12)
    stage.take(.lesson(LessonPrompt(.askBet, asks: true)))
    let rows = stage.screen.split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("├ wire ▶ ") })
    #expect(rows.contains { $0.contains(" a number is your bet; Enter: none ─┤") })
  }

  private static func waiting(asks: Bool) -> Stage {
    var stage = Stage.joined(120, 40)
    stage.take(.lesson(LessonPrompt(Phrase(verbatim: "Enter goes on · 1/3"), asks: asks)))
    return stage
  }

  @Test(arguments: [
    (false, "", Effect.next(bet: nil)), (true, "", .next(bet: nil)), (true, "20", .next(bet: 20)),
    (true, "-1", .next(bet: -1)), (true, "83,886,080", .next(bet: 83_886_080)),
    (true, "1_000 000", .next(bet: 1_000_000)), (false, "8,3", .send("8,3")),
    (true, ", ", .send(", ")),
    (false, "20", .send("20")), (true, "twenty", .send("twenty")),
    (true, "99999999999999999999", .send("99999999999999999999")),
    (true, "/step", .next(bet: nil)), (false, "/who", .send("/who")),
  ])
  func `Enter goes on where nothing is typed, and bets where a number is asked for`(
    asks: Bool, line: String, effect: Effect
  ) {
    var stage = LessonPromptTests.waiting(asks: asks)
    stage.enter(line)
    #expect(stage.effects == [effect])
    #expect(stage.model.composer.isEmpty)
  }

  @Test func `without a lesson nothing goes on`() {
    var stage = Stage.joined(120, 40)
    stage.press(.enter, .function(4))
    #expect(stage.effects.isEmpty)
    #expect(stage.model.hint?.description == "no lesson waits")
  }

  @Test func `a key goes on and keeps what is typed`() {
    var stage = LessonPromptTests.waiting(asks: false)
    stage.type("half a thought")
    stage.press(.function(4))
    #expect(stage.effects == [.next(bet: nil)])
    #expect(stage.model.composer.text == "half a thought")
  }

  @Test func `what the lesson enters is what a key would do`() {
    var stage = Stage.joined(120, 40)
    stage.type("a draft")
    stage.press(.function(1))
    stage.take(.entered("/burst 3 hi"))
    stage.take(.entered("20"))
    #expect(stage.effects == [.burst(count: 3, text: "hi"), .send("20")])
    #expect(stage.model.page == nil)
  }

  @Test func `prose, what is typed and what came of it stand in the conversation`() {
    var stage = LessonPromptTests.waiting(asks: false)
    for line in [
      LessonLine(.title, "粘包"), LessonLine(.prose, "TCP carries bytes."),
      LessonLine(.bet, "How many reads?"), LessonLine(.typed, "/late 200"),
      LessonLine(.measured, "reads 1"), LessonLine(.held, "reads < writes: 1 < 20"),
      LessonLine(.failed, "reads == 2: 1"),
    ] {
      stage.take(.shown(line))
    }
    let rows = stage.screen.split(separator: "\n").dropFirst().prefix(7).map {
      $0.dropFirst(2).prefix { $0 != "│" }.drop { $0 == " " }
    }
    let shown = rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    #expect(
      shown == [
        "# 粘包", "TCP carries bytes.", "? How many reads?", "> /late 200", "= reads 1",
        "✓ reads < writes: 1 < 20", "✗ reads == 2: 1",
      ])
    #expect(stage.screen.contains("─ Enter goes on · 1/3 "))
  }
}
