import ChatTransport
package import ChatWire
import Logging
import NIOCore
import NIOEmbedded

@testable import ChatService

/// A room without a socket: what comes in goes to it by hand, and what it writes is read from its channels.
package final class Hall {
  private let channel = EmbeddedChannel()
  let hub: Hub
  private let ended: EventLoopPromise<Void>

  package init() {
    let ended = channel.embeddedEventLoop.makePromise(of: Void.self)
    self.ended = ended
    hub = Hub(
      loop: channel.embeddedEventLoop, configuration: Configuration(), console: Console(.none),
      logger: Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }, ended: ended)
  }

  /// Reads `pieces` as one connection on the port for `framing` and takes what is written.
  ///
  /// - Returns: the bytes that it was answered.
  package func serve(_ framing: Framing, _ pieces: [[UInt8]]) throws -> Int {
    let connection = Connection(framing, number: 1, hub: hub)
    try channel.pipeline.syncOperations.addHandler(connection)
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 5), promise: nil)
    for piece in pieces where channel.isActive {
      _ = try? channel.writeInbound(ByteBuffer(bytes: piece))
      channel.embeddedEventLoop.run()
    }
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    var count = 0
    while let written = try channel.readOutbound(as: ByteBuffer.self) {
      count += written.readableBytes
    }
    return count
  }

  /// The UDP port.
  package func openDatagrams() throws {
    let datagrams = Datagrams(hub: hub)
    hub.datagrams = datagrams
    try channel.pipeline.syncOperations.addHandler(datagrams)
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 5), promise: nil)
  }

  /// One datagram from a port, and all that is sent for it, with the ports that it goes to.
  package func datagram(_ bytes: [UInt8], from port: Int) throws -> [(port: Int, bytes: [UInt8])] {
    let address = try SocketAddress(ipAddress: "127.0.0.1", port: port)
    let envelope = AddressedEnvelope(remoteAddress: address, data: ByteBuffer(bytes: bytes))
    _ = try? channel.writeInbound(envelope)
    channel.embeddedEventLoop.run()
    var sent: [(port: Int, bytes: [UInt8])] = []
    while let packet = try channel.readOutbound(as: AddressedEnvelope<ByteBuffer>.self) {
      sent.append((packet.remoteAddress.port ?? 0, Array(packet.data.readableBytesView)))
    }
    return sent
  }

  package func end() {
    _ = try? channel.finish(acceptAlreadyClosed: true)
    hub.abort()
    channel.embeddedEventLoop.advanceTime(by: .seconds(30))
    ended.succeed()
  }
}
