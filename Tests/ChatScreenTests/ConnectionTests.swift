import ChatScreen
import ChatWire
import Testing

/// What the screen makes of coming, going and another framing.
@Suite struct ConnectionTests {
  private let endpoint = Endpoint(framing: .raw, host: "127.0.0.1", port: 20_000)

  @Test func anotherFramingIsNamedAndWithItTheKnobsThatAreBack() {
    var stage = Stage.joined(120, 30, framing: .length)
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: false)))
    #expect(stage.screen.contains(#/--- now raw 127.0.0.1:20000 /#))
    stage.take(.link(.observed(Observed(framing: .raw, port: 1, nick: "alice", readSize: 1024))))
    stage.enter("/late 200")
    let line = Endpoint(framing: .line, host: "127.0.0.1", port: 25_000)
    stage.take(.link(.joined(line, nick: "alice", foreign: false)))
    guard case .notice(let notice)? = stage.model.conversation.items.last?.kind else {
      Issue.record("no notice")
      return
    }
    #expect(
      "\(notice)" == "now line 127.0.0.1:25000; the server's knobs are at their defaults again")
  }

  @Test func whatIsClosedStaysSoUntilSomebodyReconnects() {
    var stage = Stage.joined(100, 30)
    stage.enter("/reconnect")
    #expect(stage.effects.isEmpty && stage.screen.contains("connected: nothing to reconnect"))
    stage.take(.link(.closed(reason: .sentAway("you were asked to leave"))))
    stage.enter("hello")
    #expect(stage.screen.contains("no connection; text kept · /reconnect tries again"))
    stage.press(.control("u"))
    stage.enter("/reconnect")
    #expect(stage.effects == [.reconnect])
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: false)))
    #expect(stage.screen.contains("--- back at raw 127.0.0.1:20000"))
  }

  @Test func whoRunsTheServerIsAskedBeforeItEndsForOthers() {
    for quit in ["^D", "/quit"] {
      var stage = Stage.joined(100, 30, framing: .length)
      stage.model.isHost = true
      func leave() { quit == "^D" ? stage.press(.control("d")) : stage.enter(quit) }
      stage.hear(.names(count: 3, ["alice", "bob", "eve"]))
      leave()
      #expect(stage.effects.isEmpty)
      #expect(
        stage.screen.contains("2 others are here and the server ends with you; again to quit"))
      stage.enter("well")
      stage.hear(.left("bob", reason: ""))
      leave()
      #expect(stage.effects == [.send("well")])
      #expect(stage.screen.contains("1 other is here and the server ends with you; again to quit"))
      leave()
      #expect(stage.effects.last == .quit(reason: ""))
    }
  }

  @Test func aServerWithoutOthersEndsAtOnceAndTwoInterruptsEndAny() {
    var stage = Stage.joined(100, 30, framing: .length)
    stage.model.isHost = true
    stage.hear(.names(count: 1, ["alice"]))
    stage.press(.control("d"))
    #expect(stage.effects == [.quit(reason: "")])
    var full = Stage.joined(100, 30, framing: .length)
    full.model.isHost = true
    full.hear(.names(count: 2, ["alice", "bob"]))
    full.press(.control("c"))
    #expect(full.screen.contains("1 other is here") && full.effects.isEmpty)
    full.press(.control("c"))
    #expect(full.effects == [.quit(reason: "")])
  }

  @Test func overUDPNothingIsSaidOfReadsThatAServerKeepsToItself() {
    var stage = Stage(120, 30, framing: .udp)
    stage.take(.wire(.opened(.udp)))
    stage.take(.link(.joined(stage.model.endpoint, nick: "alice", foreign: false)))
    for at in 0..<3 { stage.take(.wire(.wrote([0x61, 0x62], at: at * 10, exact: true))) }
    stage.take(.wire(.read([0x61], at: 2_000_000)))
    #expect(!stage.screen.contains("by this server"))
    #expect(stage.screen.contains("nobody tells of a datagram's read"))
    #expect(stage.screen.contains("each write is a datagram"))
  }

  @Test func withTwoRoomsTheAddressAndTheHelpStayAt80Columns() {
    var stage = Stage.joined(80, 24, framing: .length, nick: "mechthild")
    let observed = Observed(framing: .length, port: 1, nick: "mechthild", readSize: 65_536)
    stage.take(.link(.observed(observed)))
    stage.hear(.inRoom("den", .welcome(connection: "0.1", nick: "mechthild", room: "den", next: 1)))
    let rows = stage.screen.split(separator: "\n")
    #expect(rows.contains { $0.contains("127.0.0.1:30000") && $0.contains("F1 help") })
  }
}
