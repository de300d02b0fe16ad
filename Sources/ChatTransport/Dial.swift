package import ChatWire
package import NIOCore
import NIOPosix

/// The way out to a server.
package enum Dial {
  /// How long a connection may take to be established.
  package static let timeout = TimeAmount.seconds(5)

  /// Opens a connection whose only handler is a tap; for UDP a connected socket.
  ///
  /// - Parameters:
  ///   - host: a name or an address.
  ///   - port: the server's.
  ///   - framing: UDP gets a datagram socket, every other one TCP.
  ///   - readSize: the most bytes that one read may return, exactly; nil leaves it to NIO.
  ///   - isWatched: whether the tap tells what the kernel knows of a TCP connection too.
  ///   - loop: where the channel and the tap live.
  ///   - see: called on `loop` for each read, each write, and once at the end.
  /// - Returns: the channel once it is connected.
  package static func connect(
    host: String, port: Int, framing: Framing, readSize: Int? = nil, isWatched: Bool = false,
    on loop: any EventLoop,
    see: @escaping @Sendable (WireTap.Sight) -> Void
  ) -> EventLoopFuture<any Channel> {
    guard framing != .udp else { return datagram(host: host, port: port, on: loop, see: see) }
    let bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(timeout)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let reads: any RecvByteBufferAllocator =
            readSize.map { ExactReadAllocator(size: $0) } ?? AdaptiveReadAllocator()
          try channel.syncOptions?.setOption(.recvAllocator, value: reads)
          try channel.pipeline.syncOperations.addHandler(
            WireTap(isWatched: isWatched, see: see))
        }
      }
    return KeepAlive().options.reduce(bootstrap) { $0.channelOption($1.0, value: $1.1) }
      .connect(host: host, port: port)
  }

  private static func datagram(
    host: String, port: Int, on loop: any EventLoop,
    see: @escaping @Sendable (WireTap.Sight) -> Void
  ) -> EventLoopFuture<any Channel> {
    // getaddrinfo(3) blocks; a server that listens on localhost listens on 127.0.0.1.
    let name = host == "localhost" ? "127.0.0.1" : host
    return NIOThreadPool.singleton
      .runIfActive(eventLoop: loop) {
        try SocketAddress.makeAddressResolvingHost(name, port: port)
      }
      .flatMap { address in
        DatagramBootstrap(group: loop)
          .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 65_536))
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandlers([
                DatagramBytes(), WireTap(see: see),
              ])
            }
          }
          .connect(to: address)
      }
  }
}

/// The bytes of each datagram on a connected socket, whose one peer is known.
private final class DatagramBytes: ChannelInboundHandler {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias InboundOut = ByteBuffer

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    context.fireChannelRead(wrapInboundOut(unwrapInboundIn(data).data))
  }
}
