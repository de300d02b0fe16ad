import ChatWire
import Testing

@testable import ChatScreen

/// What the wire pane must not say.
@Suite struct TruthTests {
  private func log(_ framing: Framing, _ writes: [String]) -> WireLog {
    var log = WireLog(framing: framing)
    _ = log.add(.opened(framing))
    for (turn, text) in writes.enumerated() {
      _ = log.add(.wrote(Array(text.utf8), at: turn, exact: true))
    }
    return log
  }

  @Test func aWriteThatCompletesALengthIsNoRepetition() {
    var stage = Stage.joined(120, 40, framing: .length)
    for (turn, byte) in [5, 0, 0, 0].enumerated() {
      stage.take(.wire(.wrote([UInt8(byte)], at: turn, exact: true)))
    }
    #expect(stage.screen.contains("length 5 LE"))
  }

  @Test(arguments: [("10.0.0.7", nil), ("127.0.0.1", "127.0.0.1"), ("::1", "::1")])
  func ourOwnAddressIsNotTheOneDialled(host: String, own: String?) {
    let endpoint = Endpoint(framing: .udp, host: host, port: 30_000)
    func stack(isReplayed: Bool) -> LayerStack {
      LayerSubject(
        name: .noFraming, parts: .noFraming,
        span: WireSpan(connection: 1, direction: .outgoing, range: 0..<4),
        endpoint: endpoint, ownPort: nil, facts: nil, isReplayed: isReplayed
      ).stack
    }
    #expect(stack(isReplayed: false).from.host == own && stack(isReplayed: false).to.host == host)
    #expect(stack(isReplayed: true).from.host == nil && stack(isReplayed: true).to.host == nil)
    #expect(stack(isReplayed: true).to.port == nil)
  }

  @Test func aLongBlockCanBeDecoded() throws {
    let text = String(repeating: "x", count: 5_000)
    let excerpt = try #require(log(.line, [text + "\n"]).excerpt(.outgoing, last: nil))
    #expect(excerpt.count == 5_001)
    #expect(log(.line, ["a\n", text + "\n"]).excerpt(.outgoing, last: nil)?.count == 5_001)
    #expect(log(.line, [text + "\n", "a\n"]).excerpt(.outgoing, last: nil)?.count == 2)
  }

  @Test func whetherABlockBeginsInsideALine() throws {
    let log = log(.line, ["a\n", "b\n", "c", "d\n"])
    let inside = log.blocks.items.compactMap { log.excerpt(of: $0)?.isInside }
    #expect(inside == [false, false, false, true])
  }

  @Test func messagesOfACallThatGoesOnAreNotCounted() {
    var tally = Tally()
    tally.add(2, at: 20)
    tally.add(1, at: 30)
    #expect(tally.messages(in: 0..<20) == 2)
    #expect(tally.messages(in: 0..<30) == 3)
    #expect(tally.messages(in: 20..<40) == 1)
    #expect(tally.messages(in: 0..<10) == nil)
    #expect(tally.messages(in: 10..<30) == nil)
  }

  @Test func aGapAtTheEndOfNumbersIsOnlyAGap() {
    var stage = Stage.joined(120, 40, framing: .length)
    for next in [1, 9] {
      stage.hear(.welcome(connection: "b.1", nick: "alice", room: "lobby", next: next))
    }
    stage.hear(.gap(from: 1, to: .max))
    stage.hear(.said(seq: .max, ms: 0, nick: "bob", text: "still here"))
    #expect(stage.screen.contains("still here"))
  }

  @Test func addressesInBrackets() {
    for (text, address) in [
      ("(see http://a.b/c_(d))", "http://a.b/c_(d)"), ("[http://a.b].", "http://a.b"),
      ("http://a.b/)))", "http://a.b/"), ("http://a.b/(x", "http://a.b/(x"),
    ] {
      #expect(WebAddress.ranges(in: text).map { String(text[$0]) } == [address])
    }
    let long = "http://a" + String(repeating: ")", count: 65_000)
    #expect(WebAddress.ranges(in: long).map { String(long[$0]) } == ["http://a"])
  }

  @Test func theTapeIsNotThatOfAnotherConnection() {
    var stage = Stage.joined(120, 40)
    for turn in 0..<60 { stage.take(.wire(.wrote([0x61], at: turn, exact: true))) }
    stage.take(.wire(.opened(.raw)))
    for turn in 0..<60 { stage.take(.wire(.wrote([0x62], at: turn, exact: true))) }
    let words = "the tape is the newest connection's"
    #expect(!stage.screen.contains(words))
    stage.press(.function(3))
    for _ in 0..<30 { stage.press(.pageUp) }
    #expect(stage.screen.contains(words))
    stage.press(.end)
    #expect(!stage.screen.contains(words))
  }
}
