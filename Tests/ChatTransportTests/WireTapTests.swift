import ChatTransport
import NIOCore
import NIOEmbedded
import Testing

@Suite struct WireTapTests {
  /// What the tap saw, as text: `< hello` a read, `> hello` a write, `≥ hello` one that was not at once.
  final class Log {
    var lines: [String] = []

    func see(_ sight: WireTap.Sight) {
      switch sight {
      case .read(let bytes): lines.append("< " + String(buffer: bytes))
      case .wrote(let bytes, let exact): lines.append((exact ? "> " : "≥ ") + String(buffer: bytes))
      case .facts: lines.append("facts")
      case .atClose: lines.append("at close")
      case .closed(let error):
        lines.append("closed \(error == nil)")
      }
    }
  }

  /// Holds back writes until it is told that the kernel took them.
  final class SlowKernel: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    var taken: [EventLoopPromise<Void>?] = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      taken.append(promise)
    }
  }

  @Test func readsAndWritesAreToldInOrder() throws {
    let log = Log()
    let channel = EmbeddedChannel(handler: WireTap(see: log.see))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    try channel.writeOutbound(ByteBuffer(string: "a"))
    try channel.writeInbound(ByteBuffer(string: "b"))
    try channel.writeOutbound(ByteBuffer(string: "c"))
    _ = try channel.finish()
    #expect(log.lines == ["> a", "< b", "> c", "closed true"])
    #expect(try channel.readInbound(as: ByteBuffer.self) == ByteBuffer(string: "b"))
  }

  @Test func oneWriteIsInFlightAndWhatTheKernelNeverTookIsTold() throws {
    let log = Log()
    let kernel = SlowKernel()
    let channel = EmbeddedChannel(handlers: [kernel, WireTap(see: log.see)])
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    for text in ["a", "b", "c"] { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }
    #expect(kernel.taken.count == 1)
    #expect(log.lines == [])
    kernel.taken[0]?.succeed()
    #expect(log.lines == ["≥ a"])
    #expect(kernel.taken.count == 2)
    try channel.close().wait()
    #expect(log.lines == ["≥ a", "closed true"])
  }

  /// Fails every write at once, as a channel does that is closing.
  final class ClosingKernel: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      promise?.fail(ChannelError.outputClosed)
    }
  }

  @Test func aChannelThatIsClosingIsAskedOnce() throws {
    let log = Log()
    let channel = EmbeddedChannel(handlers: [ClosingKernel(), WireTap(see: log.see)])
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    let written = channel.writeAndFlush(ByteBuffer(string: "a"))
    channel.writeAndFlush(ByteBuffer(string: "b"), promise: nil)
    #expect(throws: ChannelError.self) { try written.wait() }
    #expect(log.lines == ["closed false"])
  }

  @Test func shuttingDownWaitsForTheWritesBeforeIt() throws {
    let log = Log()
    let kernel = SlowKernel()
    let channel = EmbeddedChannel(handlers: [kernel, WireTap(see: log.see)])
    channel.allowRemoteHalfClosure = true
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    channel.writeAndFlush(ByteBuffer(string: "a"), promise: nil)
    let closed = channel.close(mode: .output)
    #expect(log.lines == [])
    kernel.taken[0]?.succeed()
    #expect(log.lines.first == "≥ a")
    _ = closed
  }
}
