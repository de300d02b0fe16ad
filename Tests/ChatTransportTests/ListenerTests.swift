import ChatTransport
import Glibc
import NIOCore
import NIOPosix
import Testing

@Suite struct ListenerTests {
  @Test(arguments: [
    ("127.0.0.1", 20_000, "127.0.0.1:20000"), ("::1", 5, "[::1]:5"),
    ("::ffff:10.0.0.1", 5, "10.0.0.1:5"),
  ])
  func addressesAreWrittenAsPeopleDo(ip: String, port: Int, text: String) throws {
    #expect(PeerAddress(try SocketAddress(ipAddress: ip, port: port)).description == text)
  }

  @Test func itAcceptsNothingBeforeItsStart() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let accepted = loop.makePromise(of: Void.self)
    let listener = try await Listener.bind(
      try SocketAddress(ipAddress: "127.0.0.1", port: 0), on: loop, options: .init()
    ) { _ in accepted.succeed() }
    #expect(listener.address.host == "127.0.0.1")
    #expect(listener.address.port > 0)
    let client = try await ClientBootstrap(group: loop)
      .connect(host: "127.0.0.1", port: listener.address.port).get()
    // Connected by the kernel; one turn of the loop later still nobody was told.
    try await loop.submit {}.get()
    #expect(try await isDone(accepted.futureResult) == false)
    try await listener.start()
    try await accepted.futureResult.get()
    try await client.close().get()
    await listener.close()
  }

  private func isDone(_ future: EventLoopFuture<Void>) async throws -> Bool {
    try await future.eventLoop.submit {
      var isDone = false
      future.assumeIsolated().whenComplete { _ in isDone = true }
      return isDone
    }.get()
  }

  @Test func aPortInUseIsItsErrno() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let address = try SocketAddress(ipAddress: "127.0.0.1", port: 0)
    let listener = try await Listener.bind(address, on: loop, options: .init()) { _ in }
    let taken = try SocketAddress(ipAddress: "127.0.0.1", port: listener.address.port)
    do {
      _ = try await Listener.bind(taken, on: loop, options: .init()) { _ in }
      Issue.record("bound twice")
    } catch let error as IOError {
      #expect(error.errnoCode == EADDRINUSE)
    }
    await listener.close()
  }

  @Test func acceptingPausesAfterAnErrorAndGoesOn() async throws {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AcceptPause(length: .milliseconds(50)))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    #expect(try await channel.getOption(.autoRead).get())
    let start = ContinuousClock.now
    channel.pipeline.fireErrorCaught(IOError(errnoCode: EMFILE, reason: "accept"))
    channel.pipeline.fireErrorCaught(IOError(errnoCode: EMFILE, reason: "accept"))
    #expect(try await channel.getOption(.autoRead).get() == false)
    while try await channel.getOption(.autoRead).get() == false { await Task.yield() }
    #expect(ContinuousClock.now - start >= .milliseconds(50))
    try await channel.close().get()
  }

  /// The kernel copies them from the listening socket.
  @Test func whatIsAcceptedIsGivenUpAsTheListenerSays() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let accepted = loop.makePromise(of: [Int].self)
    let keepAlive = KeepAlive(idle: 31, interval: 11, count: 4, userTimeout: 29_000)
    var options = Listener.Options()
    options.keepAlive = keepAlive
    let listener = try await Listener.bind(
      try SocketAddress(ipAddress: "127.0.0.1", port: 0), on: loop, options: options
    ) { channel in
      let names: [(NIOBSDSocket.OptionLevel, NIOBSDSocket.Option)] = [
        (.socket, .so_keepalive), (.tcp, .init(rawValue: TCP_KEEPIDLE)),
        (.tcp, .init(rawValue: TCP_KEEPINTVL)), (.tcp, .init(rawValue: TCP_KEEPCNT)),
        (.tcp, .init(rawValue: 18)),
      ]
      accepted.succeed(
        try names.map {
          try channel.syncOptions?.getOption(
            ChannelOptions.Types.SocketOption(level: $0.0, name: $0.1)) ?? 0
        })
    }
    try await listener.start()
    let client = try await ClientBootstrap(group: loop)
      .connect(host: "127.0.0.1", port: listener.address.port).get()
    #expect(try await accepted.futureResult.get() == [1, 31, 11, 4, 29_000])
    try await client.close().get()
    await listener.close()
  }

  @Test func theLimitOfDescriptorsIsTheHardOne() {
    let raised = DescriptorLimit.raise()
    #expect(raised >= 64)
    #expect(DescriptorLimit.raise() == raised)
  }
}
