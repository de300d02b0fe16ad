import ChatRoom
import ChatTransport
import ChatWire
import NIOCore
import NIOEmbedded
import Testing

@testable import ChatService

/// Writing, where a flush calls back in the middle of it.
@Suite struct OutletTests {
  @Test func oneWriteABatch() throws {
    let scene = try Scene(.line)
    scene.say("a")
    scene.say("b")
    #expect(try scene.written() == [])
    scene.channel.embeddedEventLoop.run()
    #expect(try scene.written() == ["guest1: a\nguest1: b\n"])
    try scene.end()
  }

  @Test(arguments: [Framing.line, .raw]) func aFlushThatCallsBackRepeatsAndLosesNothing(
    framing: Framing
  ) throws {
    let scene = try Scene(framing)
    var count = 0
    scene.reentry.flushed = {
      guard count < 50 else { return }
      count += 1
      scene.say("\(count)")
      if count % 2 == 0 { scene.hub.seal() }
    }
    scene.say("0")
    scene.channel.embeddedEventLoop.run()
    let end = framing == .line ? "\n" : ""
    #expect(try scene.written().joined() == (0...50).map { "guest1: \($0)\(end)" }.joined())
    try scene.end()
  }

  @Test func whoIsNotWritableIsSkippedAndGoesOnLater() throws {
    let scene = try Scene(.line)
    scene.becomes(writable: false)
    for text in ["a", "b", "c"] {
      scene.say(text)
      scene.channel.embeddedEventLoop.run()
    }
    #expect(try scene.written() == [])
    scene.becomes(writable: true)
    #expect(try scene.written() == ["guest1: a\n", "guest1: b\n", "guest1: c\n"])
    try scene.end()
  }

  @Test func whoReadsAsFastAsItIsWrittenGivesTheOthersTheirTurn() throws {
    let scene = try Scene(.line)
    var pieces = 20
    scene.connection.outlet?.reply {
      pieces -= 1
      return pieces >= 0 ? ByteBuffer(repeating: 0x78, count: 32_768) : nil
    }
    var count = 0
    for _ in 0..<2 {
      scene.channel.embeddedEventLoop.run()
      count += try scene.written().joined().utf8.count
      #expect(count == 262_144)
      scene.say("a")
    }
    for end in [524_288, 655_360 + 20] {
      scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
      count += try scene.written().joined().utf8.count
      #expect(count == end)
    }
    try scene.end()
  }

  @Test(arguments: [true, false]) func aReadThatAsksForMoreThanIsBorneIsAnsweredPartByPart(
    reads: Bool
  ) throws {
    let scene = try Scene(.line) { $0.lag = .init(limit: 1_000) }
    scene.becomes(writable: reads)
    let word = String(repeating: "x", count: 90)
    try scene.hear(String(repeating: "/ping \(word)\n", count: 100) + "said\n")
    scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(500))
    #expect((scene.connection.member != nil) == reads)
    #expect(try scene.written().joined().contains("/pong") == reads)
    #expect(scene.hub.room.log.next == (reads ? 2 : 1))
    try scene.end()
  }

  @Test func aFloodOfNamesIsFewChanges() throws {
    let scene = try Scene(.line)
    try scene.hear("hi\n")
    scene.channel.embeddedEventLoop.run()
    _ = try scene.written()
    try scene.hear((1...1_000).map { "/nick n\($0)\n" }.joined() + "I\n")
    scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(900))
    // One, where the thousand take less than the second between two batches.
    let told = try scene.written().joined().split(separator: "\n")
    #expect(told.first == "*** guest1 joined" && told.last == "n1000: I" && told.count < 20)
    try scene.end()
  }

  /// Those who read nothing, half of whom say that they are done; the loop does not turn.
  @Test func whatWaitsForAllIsBoundedWhileItGrows() throws {
    let (total, token) = (200_000, String(repeating: "p", count: 4_000))
    let scene = try Scene(.line) { $0.lag = .init(limit: 100_000, total: total) }
    let others = try (0..<20).map { _ in try scene.another(.line) }
    var most = 0
    for (number, channel) in others.enumerated() {
      channel.isWritable = false
      channel.pipeline.fireChannelWritabilityChanged()
      for _ in 0..<5 {
        try channel.writeInbound(ByteBuffer(string: "/ping \(token)\n"))
        most = max(most, scene.hub.laggards.backlog)
      }
      if number % 2 == 0 {
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
      }
    }
    #expect((total - total / 8...total + 4_096).contains(most), "\(most)")
    #expect(scene.hub.ledger.now[.left(.slowReader)] > 0)
    #expect(scene.connection.member != nil)
    for channel in others { _ = try? channel.finish() }
    try scene.end()
  }

  @Test func whoSaysMuchAtOnceIsHeardBetweenTheOthers() throws {
    let scene = try Scene(.line)
    let other = try scene.another(.line)
    try scene.hear(String(repeating: "x\n", count: 50_000))
    try other.writeInbound(ByteBuffer(string: "psst\n"))
    for _ in 0..<10_000 where scene.hub.room.log.next < 50_002 {
      scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
    }
    let lines = try scene.written().joined().split(separator: "\n")
    #expect(lines.count { $0 == "guest1: x" } == 50_000)
    #expect(lines.contains("guest2: psst") && lines.last == "guest1: x")
    _ = try? other.finish()
    try scene.end()
  }

  @Test(arguments: [true, false])
  func whatWasReadIsSaidThoughTheConnectionEnds(isReset: Bool) throws {
    let scene = try Scene(.line)
    let other = try scene.another(.line)
    try scene.hear(String(repeating: "x\n", count: 50_000))
    // NIO reads to the end of the stream without being asked.
    try scene.hear("last\n")
    #expect(scene.hub.room.log.next < 50_001)
    if isReset {
      scene.channel.pipeline.fireChannelInactive()
    } else {
      scene.channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }
    for _ in 0..<10_000 where scene.connection.member != nil {
      scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
    }
    #expect(scene.hub.room.log.next == 50_002)
    #expect(scene.connection.member == nil && scene.hub.connections.all.count == 1)
    _ = try? other.finish()
    try scene.end()
  }

  @Test func nobodyWritesToWhoMayStillSayItsName() throws {
    let scene = try Scene(.line)
    let newcomer = try scene.another(.length)
    try scene.hear("/msg guest2 psst\n")
    scene.channel.embeddedEventLoop.run()
    #expect(try scene.written() == ["/error no-nick guest2 is not here\n"])
    #expect(try newcomer.readOutbound(as: ByteBuffer.self) == nil)
    try newcomer.writeInbound(ByteBuffer(bytes: Wire.framed("/msg guest1 here")))
    scene.channel.embeddedEventLoop.run()
    #expect(try scene.written() == ["[guest2 → you] here\n"])
    _ = try? newcomer.finish()
    try scene.end()
  }

  @Test func whoIsTooFarBehindGetsTheReasonAndNothingElse() throws {
    let scene = try Scene(.line) { $0.lag = .init(limit: 100) }
    scene.becomes(writable: false)
    for _ in 0..<12 {
      scene.say("abcdef")
      scene.channel.embeddedEventLoop.run()
    }
    #expect(
      try scene.written().first
        == "/error slow more than 100 bytes waited for you to read them\n")
    #expect(scene.connection.member == nil)
    #expect(scene.hub.room.roster.count == 0)
    try scene.end()
  }

  @Test func aBatchIsSealedWhenItIsLarge() throws {
    let scene = try Scene(.raw)
    let text = String(repeating: "x", count: 100_000)
    for _ in 0..<3 { scene.say(text) }
    // Without the loop having turned.
    #expect(try scene.written() == [String](repeating: "guest1: " + text, count: 3))
    try scene.end()
  }

  /// Each raw member takes a write a message: what one says at once is thousands of them.
  @Test func whoSaysMuchToManyRawMembersWaitsUntilTheyHaveIt() throws {
    let scene = try Scene(.line)
    let others = try (0..<20).map { try scene.another(.raw, port: 100 + $0) }
    scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(200))
    try scene.hear(String(repeating: "x\n", count: 5_000))
    var most = 0
    var heard = [Int](repeating: 0, count: others.count)
    for _ in 0..<20_000 where heard.contains(where: { $0 < 5_000 }) {
      scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
      for (number, channel) in others.enumerated() {
        heard[number] += try channel.written().count { $0 == "guest1: x" }
        most = max(most, scene.hub.connections.outlets[number + 1].backlog)
      }
    }
    #expect(heard == [Int](repeating: 5_000, count: others.count))
    // A slice of what is said, and not all of it.
    #expect(most < 5_000 * 9 / 2, "\(most)")
    for channel in others { _ = try? channel.finish() }
    try scene.end()
  }

  @Test func whatIsSaidToOneAloneIsHeldTooAtFirst() throws {
    let scene = try Scene(.line)
    let newcomer = try scene.another(.line)
    try newcomer.writeInbound(ByteBuffer(string: "hi\n"))
    scene.channel.embeddedEventLoop.run()
    try scene.hear("/msg guest2 psst\n")
    scene.channel.embeddedEventLoop.run()
    #expect(try newcomer.written() == [])
    scene.channel.embeddedEventLoop.advanceTime(by: .milliseconds(200))
    let heard = try newcomer.written().joined().split(separator: "\n")
    #expect(heard.filter { !$0.hasPrefix("***") } == ["guest2: hi", "[guest1 → you] psst"])
    _ = try? newcomer.finish()
    try scene.end()
  }
}
