import NIOCore
import NIOPosix
import NIOConcurrencyHelpers

/// A UDP socket of its own that answers each datagram with the same bytes.
final class DatagramPeer: ChannelInboundHandler, Sendable {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias OutboundOut = AddressedEnvelope<ByteBuffer>

  private let answer: [UInt8]
  private let got = NIOLockedValueBox<[[UInt8]]>([])

  init(answering answer: [UInt8]) { self.answer = answer }

  /// The datagrams that came so far.
  var datagrams: [[UInt8]] { got.withLockedValue { $0 } }

  func run(_ body: (Int) async throws -> Void) async throws {
    let channel = try await DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(self)
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    try await body(channel.localAddress?.port ?? 0)
    try await channel.close()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let envelope = unwrapInboundIn(data)
    got.withLockedValue { $0.append(Array(envelope.data.readableBytesView)) }
    let data = ByteBuffer(bytes: answer)
    context.writeAndFlush(
      wrapOutboundOut(AddressedEnvelope(remoteAddress: envelope.remoteAddress, data: data)),
      promise: nil)
  }
}
