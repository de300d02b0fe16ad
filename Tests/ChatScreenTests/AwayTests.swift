import ChatWire
import Testing

@testable import ChatScreen

@Suite struct AwayTests {
  @Test func whoeverWritesToUsAloneHearsOnceThatWeAreAway() {
    func write(from nick: String) {
      stage.hear(.told(ms: 0, from: nick, to: "alice", text: "psst"))
    }
    var stage = Stage.joined(80, 24, framing: .length)
    stage.enter("/bell off")
    write(from: "bob")
    stage.enter("/away lunch,\nthen a walk")
    #expect(stage.screen.contains("alice (away)"))
    stage.effects = []
    stage.hear(.said(seq: 1, ms: 0, nick: "bob", text: "alice?"))
    write(from: "bob")
    write(from: "Bob")
    stage.hear(.told(ms: 0, from: "alice", to: "bob", text: "away: lunch"))
    #expect(stage.effects == [.send("/msg bob away: lunch, then a walk")])
    stage.enter("/language zh")
    stage.effects = []
    write(from: "cat")
    #expect(stage.effects == [.send("/msg cat 离开：lunch, then a walk")])
    stage.enter("/away")
    stage.effects = []
    write(from: "dan")
    #expect(stage.effects.isEmpty && !stage.screen.contains("（离开）"))
  }
}
