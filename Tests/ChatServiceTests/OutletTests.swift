import ChatRoom
import ChatTransport
import ChatWire
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import ChatService

/// Writing, where a flush calls back in the middle of it.
@Suite struct OutletTests {
  /// Calls back at every flush, as a kernel that takes everything at once makes NIO do.
  private final class Reentry: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    var flushed: () -> Void = {}

    func flush(context: ChannelHandlerContext) {
      context.flush()
      flushed()
      context.fireChannelWritabilityChanged()
    }
  }

  private struct Scene {
    let channel = EmbeddedChannel()
    let hub: Hub
    let connection: Connection
    let reentry = Reentry()
    private let ended: EventLoopPromise<Void>

    init(_ framing: Framing, _ change: (inout Configuration) -> Void = { _ in }) throws {
      var configuration = Configuration()
      change(&configuration)
      ended = channel.embeddedEventLoop.makePromise()
      hub = Hub(
        loop: channel.embeddedEventLoop, configuration: configuration, console: Console(.none),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, ended: ended)
      connection = Connection(framing, number: 1, hub: hub)
      try channel.pipeline.syncOperations.addHandlers([reentry, connection])
      channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 5), promise: nil)
      channel.embeddedEventLoop.advanceTime(by: .milliseconds(200))
    }

    func say(_ text: String) { hub.say(Array(text.utf8), by: connection) }

    func becomes(writable: Bool) {
      channel.isWritable = writable
      channel.pipeline.fireChannelWritabilityChanged()
    }

    func written() throws -> [String] {
      var written: [String] = []
      while let bytes = try channel.readOutbound(as: ByteBuffer.self) {
        written.append(String(buffer: bytes))
      }
      return written
    }

    func end() throws {
      reentry.flushed = {}
      _ = try? channel.finish()
      ended.succeed()
    }
  }

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
}
