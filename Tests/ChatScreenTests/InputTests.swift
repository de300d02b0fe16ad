import ChatWire
import Testing

@testable import ChatScreen

/// The input as it is seen: it grows over rows, scrolls in them, and looks in what was sent.
@Suite struct InputTests {
  private func bottom(_ stage: Stage, _ rows: Int) -> [String] {
    stage.screen.split(separator: "\n", omittingEmptySubsequences: false).suffix(rows)
      .map { String($0.dropFirst(2).dropLast().reversed().drop { $0 == " " }.reversed()) }
      .dropLast()
  }

  @Test func whatIsTypedAfterAnInterruptIsTheDraft() {
    var stage = Stage.joined(80, 24, framing: .length)
    stage.enter("one")
    stage.press(.up, .control("c"))
    stage.type("new")
    stage.press(.up, .down, .down)
    #expect(stage.model.composer.text == "new")
    stage.press(.up)
    stage.type("!")
    stage.press(.up, .down, .down)
    #expect(stage.model.composer.text == "new", "the draft goes before a change of what was sent")
    stage.press(.control("c"), .up)
    stage.type("!")
    stage.press(.up, .down, .down)
    #expect(stage.model.composer.text == "one!")
  }

  @Test func growsToAFifthOfTheScreenThenScrolls() {
    var stage = Stage.joined(40, 20, framing: .length)
    for number in 1...3 { stage.press(.paste("line \(number)"), .altEnter) }
    stage.type("line 4")
    #expect(
      bottom(stage, 6) == [
        "length · joined · there: read 1024", "> line 1", "  line 2", "  line 3", "  line 4",
      ])
    stage.press(.altEnter)
    stage.type("line 5")
    #expect(bottom(stage, 5) == ["… line 2", "  line 3", "  line 4", "  line 5"])
    stage.press(.up, .up, .up, .up)
    #expect(
      bottom(stage, 5) == [
        "> line 1", "  line 2", "  line 3", "  line 4" + String(repeating: " ", count: 27) + "…",
      ])
    stage.press(.control("c"))
    #expect(bottom(stage, 3).last == ">")
  }

  @Test func wideSignsWrapAtTheEdge() {
    var stage = Stage.joined(40, 20, framing: .length)
    stage.type(String(repeating: "你", count: 17) + "👩\u{200d}👩")
    #expect(bottom(stage, 3) == ["> " + String(repeating: "你", count: 17), "  👩\u{200d}👩"])
    #expect(view(stage.model).cursor == Grid.Cursor(row: 18, column: 6))
  }

  @Test func theCursorBehindAFullRowHasARowOfItsOwn() {
    var stage = Stage.joined(40, 20, framing: .length)
    stage.type(String(repeating: "x", count: 34))
    #expect(view(stage.model).cursor == Grid.Cursor(row: 18, column: 4))
    stage.press(.left)
    #expect(view(stage.model).cursor == Grid.Cursor(row: 17, column: 37))
  }

  @Test func searchesWhatWasSent() {
    var stage = Stage.joined(80, 24, framing: .length)
    for line in ["first hello", "second", "third Hello"] { stage.enter(line) }
    stage.type("draft")
    stage.press(.control("r"))
    stage.type("hel")
    #expect(bottom(stage, 2) == ["^R hel › third Hello"])
    stage.press(.control("r"))
    #expect(bottom(stage, 2) == ["^R hel › first hello"])
    stage.press(.control("r"))
    #expect(bottom(stage, 2) == ["^R nothing: hel › first hello"])
    stage.press(.control("s"), .end)
    #expect(stage.model.composer.text == "third Hello")
    stage.press(.down)
    #expect(stage.model.composer.text == "draft")
    stage.press(.control("r"))
    stage.type("seco")
    stage.press(.escape)
    #expect(stage.model.composer.text == "draft")
    stage.effects = []
    stage.press(.control("r"))
    stage.type("seco")
    stage.press(.enter)
    #expect(stage.effects == [.send("second")])
  }

  @Test func aHugeTextIsEditedAtOnce() {
    var stage = Stage.joined(80, 24, framing: .length)
    stage.press(
      .paste(String(repeating: "x", count: 65_000)), .home, .character("y"), .control("t"))
    #expect(stage.model.composer.text.hasPrefix("xy"))
    stage.press(.control("k"), .control("y"))
    #expect(stage.model.composer.text.utf8.count == 65_001)
  }
}
