import ChatScreen
import ChatWire
import Testing

/// Private talks, each a place of its own.
@Suite struct TalkTests {
  /// Somebody in a talk with bob.
  private func withBob() -> Stage {
    var stage = Stage.joined(120, 20, framing: .length)
    stage.hear(.welcome(connection: "0.1", nick: "alice", room: "lobby", next: 1))
    stage.enter("/query bob")
    return stage
  }

  private func told(_ text: String, by nick: String = "bob", to other: String = "alice") -> Event {
    .told(ms: 5, from: nick, to: other, text: text)
  }

  @Test func wordsGoToTheOneAlone() {
    var stage = withBob()
    #expect(stage.screen.contains("┌ @bob · length"))
    for line in ["hi", "//who", "/burst 2 x", "/msg carl y"] { stage.enter(line) }
    #expect(
      stage.effects == [
        .send("/msg bob hi"), .send("/msg bob /who"), .burst(count: 2, text: "/msg bob x"),
        .send("/msg carl y"),
      ])
  }

  @Test func aTextBeginsIt() {
    var stage = Stage.joined(120, 20, framing: .length)
    stage.enter("/query bob are you there?")
    #expect(stage.effects == [.send("/msg bob are you there?")])
    #expect(stage.model.room == "@bob")
  }

  @Test func whatTheTwoSayToEachOtherIsThere() {
    var stage = withBob()
    stage.hear(told("psst"))
    stage.hear(told("yes?", by: "alice", to: "bob"))
    stage.hear(told("something else", by: "carl"))
    #expect(stage.screen.contains("[bob → you] psst") && stage.screen.contains("[you → bob] yes?"))
    stage.press(.alt("1"))
    #expect(!stage.screen.contains("psst"))
    stage.hear(told("still there?"))
    #expect(!stage.screen.contains("still there?"))
    #expect(stage.screen.contains("[1 lobby]  2 @bob 1!"))
    #expect(stage.effects.contains(.bell))
    stage.enter("/room bob")
    #expect(stage.screen.contains("still there?"))
  }

  @Test func itFollowsAName() {
    var stage = withBob()
    stage.hear(.renamed("bob", to: "rob"))
    #expect(stage.screen.contains("┌ @rob") && stage.screen.contains("bob is now rob"))
    stage.hear(.left("rob", reason: "bye"))
    #expect(stage.screen.contains("rob left"))
    stage.effects = []
    stage.enter("hi")
    #expect(stage.effects == [.send("/msg rob hi")])
  }

  @Test(arguments: ["/me waves", "/who", "/history 5", "/topic x", "/burst 3 /me waves"])
  func thereAreOnlyWords(line: String) {
    var stage = withBob()
    stage.enter(line)
    #expect(stage.effects.isEmpty)
    #expect(stage.screen.contains("only bob hears you here"))
    #expect(stage.model.composer.text == line)
  }

  @Test func partClosesItAndTheServerHearsNothing() {
    var stage = withBob()
    stage.enter("/part")
    #expect(stage.effects.isEmpty && stage.model.room == "lobby")
    stage.hear(told("psst"))
    #expect(stage.screen.contains("[bob → you] psst"))
  }

  @Test func aNameThatHasATalkKeepsIt() {
    var stage = withBob()
    stage.enter("/query carl")
    stage.hear(.left("bob", reason: "bye"))
    stage.hear(.renamed("carl", to: "bob"))
    #expect(stage.model.room == "@carl" && stage.screen.contains("carl is now bob"))
    stage.enter("/room @bob")
    #expect(stage.model.rooms.places.map(\.name) == ["lobby", "@bob", "@carl"])
  }

  @Test func talksLeavePlacesForRooms() {
    var stage = withBob()
    for number in 0..<40 { stage.enter("/query n\(number)") }
    #expect(stage.model.rooms.places.count == 33)
    #expect(stage.screen.contains("no more than 32 talks"))
  }

  @Test(arguments: ["/query Alice", "/query Alice hi"]) func nobodyTalksWithOneself(line: String) {
    var stage = withBob()
    stage.enter(line)
    #expect(stage.model.room == "@bob" && stage.effects.isEmpty)
    #expect(stage.model.hint?.description == "nobody talks with oneself here")
  }
}
