import ChatWire
import Testing

@testable import ChatScreen

/// What a peer can make the client keep.
@Suite struct ScrollbackTests {
  @Test func longTextsPushOutMoreThanOneLine() {
    var stage = Stage.joined(80, 24, framing: .length)
    func say(_ text: String) { stage.hear(.said(seq: 1, ms: 0, nick: "bob", text: text)) }
    let kept = stage.model.conversation.numbers.count
    let text = String(repeating: "x", count: 1 << 20)
    for _ in 0..<10 { say(text) }
    #expect(stage.model.conversation.numbers.count == 8)
    #expect(stage.model.conversation.dropped == kept + 2)
    #expect(stage.screen.contains("fell off"))
    for number in 0..<100 { say("line \(number)") }
    #expect(stage.model.conversation.numbers.count == 107)
  }

  @Test func aFloodOfNamesIsNotKept() {
    var people = People()
    for number in 0..<People.most + 10 { people.spoke("n\(number)") }
    people.joined(["late"])
    #expect(people.names(beginning: "late", but: "").isEmpty)
    people.left("n7")
    people.joined(["late"])
    #expect(people.names(beginning: "late", but: "") == ["late"])
    #expect(people.names(beginning: "n", but: "").count == People.most - 1)
  }
}
