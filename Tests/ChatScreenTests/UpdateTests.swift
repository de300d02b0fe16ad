import ChatScreen
import ChatWire
import Testing

@Suite struct UpdateTests {
  private let endpoint = Endpoint(framing: .raw, host: "127.0.0.1", port: 20_000)

  @Test func enterSendsTheLineAndRemembersIt() {
    var stage = Stage.joined(80, 24)
    stage.enter("hello")
    #expect(stage.effects == [.send("hello")])
    #expect(stage.model.composer.isEmpty)
    stage.press(.up)
    #expect(stage.model.composer.text == "hello")
  }

  @Test func anEmptyLineSaysNothing() {
    var stage = Stage.joined(80, 24)
    stage.press(.enter)
    #expect(stage.effects.isEmpty && stage.model.hint == nil)
  }

  @Test func withoutAConnectionTheTextIsKept() {
    var stage = Stage(80, 24)
    stage.enter("hello")
    #expect(stage.effects.isEmpty)
    #expect(stage.model.composer.text == "hello")
    #expect(stage.screen.contains("not sent: no connection; text kept"))
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: false)))
    #expect(stage.effects.isEmpty && !stage.screen.contains("not sent"))
    stage.press(.enter)
    #expect(stage.effects == [.send("hello")])
  }

  @Test(arguments: [
    (Framing.udp, 1_200, "1,201 bytes, udp takes 1,200"),
    (.line, 4_096, "4,097 bytes, line takes 4,096"),
    (.length, 65_536, "65,537 bytes, length takes 65,536"),
  ])
  func textOverTheLimitStays(framing: Framing, limit: Int, sentence: String) {
    var stage = Stage.joined(80, 24, framing: framing)
    stage.type(String(repeating: "x", count: limit - 2) + "你")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.model.hint?.description.contains(sentence) == true)
    #expect(stage.model.composer.text.utf8.count == limit + 1)
    stage.press(.backspace)
    stage.type("yz")
    stage.press(.enter)
    #expect(stage.effects.count == 1)
  }

  @Test func theClientsOwnCommandsNeedNoConnection() {
    var stage = Stage(80, 24)
    stage.enter("/framing length")
    stage.enter("/quit bye")
    #expect(stage.effects == [.framing(.length), .quit(reason: "bye")])
  }

  @Test func protocolCommandsGoToTheServer() {
    var stage = Stage.joined(80, 24)
    stage.enter("/me waves")
    stage.enter("//me")
    stage.enter("/burst 3 hi")
    #expect(stage.effects == [.send("/me waves"), .send("//me"), .burst(count: 3, text: "hi")])
  }

  @Test func aForeignServerGetsNothingButMessages() {
    var stage = Stage(80, 24)
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: true)))
    stage.enter("/who")
    #expect(stage.effects.isEmpty && stage.model.hint != nil)
    stage.press(.control("u"))
    stage.enter("//who")
    #expect(stage.effects == [.send("/who")])
  }

  @Test func wrongCommandsAreLocal() {
    var stage = Stage.joined(100, 30)
    stage.enter("/nope")
    #expect(stage.effects.isEmpty)
    #expect(stage.screen.contains("!!! /nope is no command; //nope"))
  }

  @Test func f2GoesThroughTheFramings() {
    var stage = Stage(80, 24, framing: .length)
    for framing in [Framing.raw, .line, .udp, .length] {
      stage.effects = []
      stage.press(.function(2))
      #expect(stage.effects == [.framing(framing)])
      let next = Endpoint(framing: framing, host: "h", port: 1)
      stage.take(.link(.connecting(next)))
    }
  }

  @Test func escapeTakesASearchBackThatIsBeingTyped() {
    var stage = Stage.joined(80, 24)
    stage.press(.control("s"))
    stage.type("needle")
    #expect(stage.model.composer.text == "/search needle")
    stage.press(.escape)
    #expect(stage.model.composer.isEmpty)
    stage.type("text")
    stage.press(.escape)
    #expect(stage.model.composer.text == "text")
  }

  @Test func interruptClearsThenQuits() {
    var stage = Stage.joined(80, 24)
    stage.type("text")
    stage.press(.control("c"))
    #expect(stage.model.composer.isEmpty && stage.effects.isEmpty)
    #expect(stage.screen.contains("^C again quits"))
    stage.press(.left, .control("c"))
    #expect(stage.effects.isEmpty)
    stage.press(.control("c"))
    #expect(stage.effects == [.quit(reason: "")])
  }

  @Test func endOfInputQuitsOnlyOnAnEmptyLine() {
    var stage = Stage.joined(80, 24)
    stage.type("ab")
    stage.press(.home, .control("d"))
    #expect(stage.model.composer.text == "b" && stage.effects.isEmpty)
    stage.press(.control("d"), .control("d"))
    #expect(stage.effects == [.quit(reason: "")])
  }

  @Test func pipedLinesGoOutUnchangedOnceThereIsAConnection() {
    var stage = Stage(80, 24)
    stage.take(.input("one"))
    stage.take(.input("/quit"))
    #expect(stage.effects.isEmpty)
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: false)))
    stage.take(.input("three"))
    #expect(stage.effects == [.send("one"), .send("/quit"), .send("three")])
  }

  @Test func aLostConnectionIsSaidOnceAndItsStateAlways() {
    var stage = Stage.joined(100, 30)
    for seconds in [0.5, 1, 2.25] {
      stage.take(
        .link(.waiting(endpoint, seconds: seconds, reason: .closed("x"))))
      stage.take(.link(.connecting(endpoint)))
      #expect(stage.screen.contains("connecting …"))
    }
    stage.take(.link(.waiting(endpoint, seconds: 2.25, reason: .closed("x"))))
    #expect(stage.screen.contains("lost: retrying in 2.3 s"))
    #expect(stage.model.conversation.items.count == 1)
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: false)))
    #expect(stage.screen.contains("--- back at raw 127.0.0.1:20000"))
  }

  @Test func anyKeyClosesTheHelp() {
    var stage = Stage.joined(120, 200)
    stage.press(.function(1))
    #expect(stage.screen.contains("any key closes"))
    stage.press(.enter)
    #expect(stage.model.page == nil && stage.model.composer.isEmpty)
  }

  @Test func oneCommandIsExplained() {
    var stage = Stage.joined(120, 30)
    stage.enter("/help part")
    stage.enter("/help /leave")
    #expect(stage.screen.ranges(of: "--- /part REASON: leave this room").count == 2)
    stage.enter("/help nope")
    #expect(stage.screen.contains("!!! /nope is no command"))
  }

  @Test func ownNickFollowsTheServer() {
    var stage = Stage.joined(80, 24, framing: .length)
    stage.hear(.welcome(connection: "0badcafe.1", nick: "alice2", room: "den", next: 1))
    #expect(stage.screen.contains("┌ den · length"))
    stage.hear(.renamed("alice2", to: "ann"))
    stage.hear(.renamed("bob", to: "rob"))
    #expect(stage.model.nick == "ann")
  }

  @Test func clearEmptiesBothPanes() {
    var stage = Stage.joined(100, 30)
    stage.hear(.notice("hello"))
    stage.take(.wire(.wrote([1], at: 0, exact: true)))
    stage.enter("/clear")
    #expect(!stage.screen.contains("hello") && !stage.screen.contains("#1"))
    stage.take(.wire(.wrote([1], at: 0, exact: true)))
    #expect(stage.screen.contains("#2  ▶ write 1 B"))
  }

  @Test func scrolledBackTheConversationStandsStill() {
    var stage = Stage.joined(80, 24, framing: .length)
    for number in 0..<50 { stage.hear(.notice("line \(number)")) }
    stage.press(.pageUp)
    #expect(stage.screen.contains("line 40") && !stage.screen.contains("line 49"))
    #expect(stage.screen.contains("↓ PgDn"))
    stage.hear(.notice("news"))
    #expect(stage.screen.contains("line 40") && stage.screen.contains("↓ 1 new"))
    stage.press(.pageDown, .pageDown)
    #expect(stage.screen.contains("news") && !stage.screen.contains("new ─"))
  }

  @Test func f3LetsTheWireScroll() {
    var stage = Stage.joined(100, 30)
    for at in 0..<40 { stage.take(.wire(.read([UInt8(at)], at: at))) }
    stage.press(.function(3))
    #expect(stage.screen.contains("Esc chat · ↑↓ pick"))
    stage.press(.pageUp)
    #expect(!stage.screen.contains("#40 ◀") && stage.screen.contains("↓ PgDn"))
    stage.press(.pageDown)
    #expect(stage.screen.contains("#40 ◀"))
  }

  @Test func whatFellOffIsStated() {
    var stage = Stage.joined(100, 30, framing: .length)
    for number in 0..<10_003 { stage.hear(.notice("line \(number)")) }
    #expect(stage.screen.contains("lobby · length · 3 lines fell off"))
  }

  @Test func theFirstLineIsOneKeyAway() {
    var stage = Stage.joined(80, 24, framing: .length)
    for number in 0..<100 { stage.hear(.notice("line \(number).")) }
    stage.press(.altHome)
    #expect(stage.screen.contains("line 0.") && !stage.screen.contains("line 99."))
    stage.press(.altEnd)
    #expect(stage.screen.contains("line 99."))
  }
}
