import ChatRoom
import ChatWire
import Glibc
import NIOCore
import NIOEmbedded
import Testing

@testable import ChatService

/// Nobody is cut for what was never offered; who has lost its place is.
@Suite struct CutTests {
  /// A member of the room r, on the line port.
  private func member(_ nick: String, of scene: Scene, port: Int) throws -> EmbeddedChannel {
    let channel = try scene.another(.line, port: port)
    try channel.writeInbound(ByteBuffer(string: "/hello 1 \(nick)\n/join r\n"))
    // On a busy machine its slice is over between the two.
    for _ in 0..<1_000 where scene.hub.rooms["r"]?.member(named: nick) == nil {
      scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
    }
    _ = try channel.written()
    return channel
  }

  /// Does so in the room r, without a turn of the loop.
  private func carryOut(_ commands: [Command], as nick: String, in scene: Scene) throws {
    let member = try #require(scene.hub.room.member(named: nick))
    let peer = try #require(scene.hub.peer(member))
    for command in commands { scene.hub.visit(.inRoom("r", command), by: peer, member) }
  }

  @Test func whatARoomHearsIsOfferedBeforeAnybodyIsFurthestBehind() throws {
    let scene = try Scene(.line) { $0.lag = .init(limit: 1 << 20, total: 200_000) }
    let members = try (0..<10).map { try member("m\($0)", of: scene, port: 100 + $0) }
    let text = String(repeating: "x", count: 50_000)
    try carryOut([.say(text), .history(1)], as: "m0", in: scene)
    scene.hub.laggards.relieve()
    #expect(scene.hub.ledger.now[.left(.slowReader)] == 0)
    for channel in members { #expect(try channel.written().joined().contains(text)) }
    for channel in members { _ = try? channel.finish() }
    try scene.end()
  }

  @Test func muchTalkInARoomIsHandedOutBeforeTheLoopTurns() throws {
    let scene = try Scene(.line)
    let (ann, bob) = (try member("ann", of: scene, port: 7), try member("bob", of: scene, port: 8))
    let text = String(repeating: "x", count: 60_000)
    try carryOut([Command](repeating: .say(text), count: 8), as: "ann", in: scene)
    #expect(try bob.written().joined().utf8.count > Hub.fullBatch)
    for channel in [ann, bob] { _ = try? channel.finish() }
    try scene.end()
  }

  @Test func whatANewcomerIsNotGivenYetIsNoBacklog() throws {
    let scene = try Scene(.line) { $0.lag = .init(limit: 100_000) }
    let newcomer = try scene.another(.line)
    let text = String(repeating: "x", count: 30_000)
    for _ in 0..<10 {
      scene.say(text)
      scene.channel.embeddedEventLoop.run()
    }
    scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(200))
    let heard = try newcomer.written().joined()
    #expect(heard.split(separator: "\n").count { $0 == "guest1: \(text)" } == 10)
    #expect(scene.hub.ledger.now[.left(.slowReader)] == 0)
    _ = try? newcomer.finish()
    try scene.end()
  }

  /// Names that come take more of the log than a plain client's line about them has bytes.
  @Test func whosePlaceInTheLogIsGoneIsTold() throws {
    let scene = try Scene(.line)
    scene.becomes(writable: false)
    let nicks = (0..<1_000).map { "newcomer\($0)" }
    for _ in 0..<300 {
      scene.hub.room.log.append(.joined(nicks))
      scene.hub.seal()
    }
    #expect(scene.connection.member != nil)
    scene.becomes(writable: true)
    scene.say("hi")
    scene.channel.embeddedEventLoop.run()
    let written = try scene.written().joined()
    #expect(written == "/error slow what you had not read is not kept any more\n")
    #expect(scene.hub.ledger.now[.left(.slowReader)] == 1)
    try scene.end()
  }

  /// Five times what is written in one turn, without a turn in between.
  @Test(arguments: [Framing.line, .raw]) func whoWaitsForItsTurnIsNotCut(framing: Framing) throws {
    let scene = try Scene(framing) { $0.lag = .init(limit: 1 << 20) }
    // Its first calls are kept for an observer, so that each batch goes by its outbox.
    for number in 0..<5 {
      for _ in 0..<5 { scene.say(String(repeating: "\(number)", count: 60_000)) }
      _ = scene.hub.turns.sliceEnd()
    }
    #expect(scene.hub.ledger.now[.left(.slowReader)] == 0)
    for _ in 0..<100 { scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1)) }
    #expect(try scene.written().joined().count { $0.isNumber } >= 25 * 60_000)
    try scene.end()
  }

  /// Answers that nobody waits for keep nobody from being read.
  @Test func whoAlwaysHasMoreToReadKeepsNobodyWaiting() throws {
    let scene = try Scene(.line)
    let greedy = try scene.another(.line)
    try greedy.writeInbound(ByteBuffer(string: "hello\n"))
    let outlet = scene.hub.connections.outlets[1]
    outlet.reply { ByteBuffer(repeating: 0x78, count: 32_768) }
    scene.channel.embeddedEventLoop.run()
    try scene.hear(String(repeating: "x\n", count: 3_000))
    for _ in 0..<2_000 where scene.hub.room.log.next < 3_002 {
      scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
      _ = try greedy.written()
    }
    #expect(scene.hub.room.log.next == 3_002)
    greedy.isWritable = false
    greedy.pipeline.fireChannelWritabilityChanged()
    _ = try? greedy.finish()
    try scene.end()
  }
}
