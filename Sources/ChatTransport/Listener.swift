package import NIOCore
import NIOPosix

/// A listening TCP socket; it accepts nothing before `start`.
package struct Listener: Sendable {
  /// What the accepted connections are like.
  package struct Options: Sendable {
    /// How much one read returns.
    package var reads: any RecvByteBufferAllocator
    /// Unsent bytes in user space from which on a connection is not writable, and until which again.
    package var waterMark: ChannelOptions.Types.WriteBufferWaterMark
    /// When the kernel gives one up.
    package var keepAlive = KeepAlive()
    /// Called on the loop when accept(2) failed, so that nothing is accepted for a moment.
    package var paused: @Sendable () -> Void = {}

    package init(
      reads: any RecvByteBufferAllocator = AdaptiveReadAllocator(),
      waterMark: ChannelOptions.Types.WriteBufferWaterMark = .init(low: 32_768, high: 65_536)
    ) {
      self.reads = reads
      self.waterMark = waterMark
    }
  }

  private let channel: any Channel

  /// Binds and listens.
  ///
  /// - Parameters:
  ///   - address: where; port 0 is any free one.
  ///   - loop: runs the listener and every connection it accepts.
  ///   - options: what those connections are like.
  ///   - accepted: sets up a connection, on `loop`.
  /// - Returns: the listener, its port bound.
  /// - Throws: `IOError` with the errno of `socket(2)`, `bind(2)` or `listen(2)`.
  package static func bind(
    _ address: SocketAddress, on loop: any EventLoop, options: Options,
    accepted: @escaping @Sendable (any Channel) throws -> Void
  ) async throws -> Listener {
    let bootstrap = ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.autoRead, value: false)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AcceptPause(paused: options.paused))
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.recvAllocator, value: options.reads)
      .childChannelOption(.writeBufferWaterMark, value: options.waterMark)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try accepted(channel) }
      }
    let channel = try await options.keepAlive.options
      .reduce(bootstrap) { $0.serverChannelOption($1.0, value: $1.1) }
      .bind(to: address).get()
    return Listener(channel: channel)
  }

  /// Where it listens, with the port that the kernel chose.
  package var address: PeerAddress { PeerAddress(channel.localAddress) }

  /// Begins to accept; who connected since `bind` has waited in the kernel.
  package func start() async throws {
    try await channel.setOption(.autoRead, value: true).get()
  }

  /// Stops listening; connections that were accepted stay.
  package func close() async {
    try? await channel.close().get()
  }
}
