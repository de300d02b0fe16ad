import ChatWire
import Logging
import NIOCore
import NIOEmbedded

@testable import ChatService

/// Calls back at every flush, as a kernel that takes everything at once makes NIO do.
final class Reentry: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer
  var flushed: () -> Void = {}

  func flush(context: ChannelHandlerContext) {
    context.flush()
    flushed()
    context.fireChannelWritabilityChanged()
  }
}

/// One connection to a hub, and others as they are asked for, without sockets, on a loop whose time the test moves.
struct Scene {
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

  /// One more that has just come to the same server.
  func another(_ framing: Framing, port: Int = 6) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(loop: channel.embeddedEventLoop)
    let connection = Connection(framing, number: 2, hub: hub)
    try channel.pipeline.syncOperations.addHandler(connection)
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: port), promise: nil)
    return channel
  }

  func hear(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

  func say(_ text: String) { hub.say(Array(text.utf8), by: connection) }

  func becomes(writable: Bool) {
    channel.isWritable = writable
    channel.pipeline.fireChannelWritabilityChanged()
  }

  func written() throws -> [String] { try channel.written() }

  func end() throws {
    reentry.flushed = {}
    _ = try? channel.finish()
    ended.succeed()
  }
}

extension EmbeddedChannel {
  /// Each buffer that was written since the last time.
  func written() throws -> [String] {
    var written: [String] = []
    while let bytes = try readOutbound(as: ByteBuffer.self) {
      written.append(String(buffer: bytes))
    }
    return written
  }
}
