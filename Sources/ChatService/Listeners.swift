import ChatRoom
import ChatTransport
import ChatWire
import Glibc
import NIOCore
import NIOPosix

/// The listeners of a server: all that are on are bound, or none is.
struct Listeners: Sendable {
  private var streams: [Framing: Listener] = [:]
  private var datagrams: (any Channel)?

  /// Binds everything that `configuration` has on; nothing is accepted before `start`.
  ///
  /// - Throws: `StartError`, all that was bound before being closed again.
  static func bind(
    _ configuration: Configuration, _ hub: NIOLoopBound<Hub>, on loop: any EventLoop
  ) async throws(StartError) -> Listeners {
    guard configuration.allowsInsecure || configuration.isLoopback else {
      throw .insecure(host: configuration.host)
    }
    var listeners = Listeners()
    for framing in Addresses.order {
      guard case .number(let port) = configuration.port(framing) else { continue }
      do {
        try await listeners.bind(framing, port, configuration, hub, loop)
      } catch {
        await listeners.close()
        throw StartError(error, framing, configuration.host, port)
      }
    }
    guard !listeners.addresses.bound.isEmpty else { throw .nothingOn }
    return listeners
  }

  private mutating func bind(
    _ framing: Framing, _ port: Int, _ configuration: Configuration, _ hub: NIOLoopBound<Hub>,
    _ loop: any EventLoop
  ) async throws {
    guard (0...65_535).contains(port) else { throw IOError(errnoCode: EINVAL, reason: "port") }
    let address = try SocketAddress.makeAddressResolvingHost(configuration.host, port: port)
    guard framing != .udp else {
      datagrams = try await Listeners.bindDatagrams(address, hub, loop)
      return
    }
    var options = Listener.Options()
    options.keepAlive = configuration.keepAlive
    options.paused = { hub.value.ledger.count(.refused(.accept)) }
    if framing == .raw { options.reads = ExactReadAllocator(size: configuration.rawReadSize) }
    streams[framing] = try await Listener.bind(address, on: loop, options: options) { channel in
      let connection = Connection(framing, number: hub.value.nextNumber(), hub: hub.value)
      try channel.pipeline.syncOperations.addHandler(connection)
    }
  }

  /// SO_REUSEADDR stays off: with it on UDP a second server would bind, and get some of the datagrams.
  private static func bindDatagrams(
    _ address: SocketAddress, _ hub: NIOLoopBound<Hub>, _ loop: any EventLoop
  ) async throws -> any Channel {
    try await DatagramBootstrap(group: loop)
      .channelOption(.autoRead, value: false)
      // Longer than a datagram may be, so that one too long is seen to be.
      .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 2_048))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let datagrams = Datagrams(hub: hub.value)
          hub.value.datagrams = datagrams
          try channel.pipeline.syncOperations.addHandler(datagrams)
        }
      }
      .bind(to: address).get()
  }

  var addresses: Addresses {
    var bound = streams.mapValues(\.address)
    if let datagrams { bound[.udp] = PeerAddress(datagrams.localAddress) }
    return Addresses(bound: bound)
  }

  /// Begins to accept, and to read datagrams.
  func start() async {
    for stream in streams.values { try? await stream.start() }
    try? await datagrams?.setOption(.autoRead, value: true).get()
  }

  /// Stops accepting; the datagrams stay until the hub ends.
  func stopAccepting() async {
    for stream in streams.values { await stream.close() }
  }

  func close() async {
    await stopAccepting()
    try? await datagrams?.close().get()
  }
}

extension StartError {
  fileprivate init(_ error: any Error, _ framing: Framing, _ host: String, _ port: Int) {
    guard let error = error as? IOError else {
      self = .badHost(host, reason: "no address of this name was found")
      return
    }
    let reason = String(cString: strerror(error.errnoCode))
    self =
      switch error.errnoCode {
      case EADDRINUSE: .portInUse(framing, host: host, port: port)
      case EADDRNOTAVAIL, EAFNOSUPPORT: .badHost(host, reason: reason)
      default: .cannotBind(framing, host: host, port: port, reason: reason)
      }
  }
}
