import NIOCore
import NIOPosix

/// A TCP server on a port of its own that does with each read what a test wants, all on one loop.
struct Peer: Sendable {
  let port: Int
  private let channel: any Channel

  /// - Parameters:
  ///   - reads: whether connections are read from by themselves.
  ///   - accepted: called with each connection.
  ///   - react: called with each read.
  /// - Throws: if there is no port for it.
  init(
    reads: Bool = true, accepted: @escaping @Sendable (any Channel) -> Void = { _ in },
    _ react: @escaping @Sendable (any Channel, [UInt8]) -> Void
  ) async throws {
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton.next())
      .childChannelOption(.autoRead, value: reads)
      .childChannelInitializer { channel in
        accepted(channel)
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Reaction(react: react))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func stop() async throws { try await channel.close() }
}

private final class Reaction: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let react: (any Channel, [UInt8]) -> Void

  init(react: @escaping (any Channel, [UInt8]) -> Void) { self.react = react }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    react(context.channel, Array(unwrapInboundIn(data).readableBytesView))
  }
}

extension Channel {
  func say(_ bytes: [UInt8]) { writeAndFlush(ByteBuffer(bytes: bytes), promise: nil) }
}
