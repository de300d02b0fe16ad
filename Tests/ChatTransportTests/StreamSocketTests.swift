import ChatTransport
import ChatWire
import NIOCore
import NIOEmbedded
import NIOPosix
import Testing

/// Two ends of a connection over loopback, on one loop if no other is given; neither reads unless it is told to.
private struct Pair {
  let here: any Channel
  let there: any Channel

  static func run(
    hereOn other: (any EventLoop)? = nil, _ body: @escaping @Sendable (Pair) async throws -> Void
  ) async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let accepted = loop.makePromise(of: (any Channel).self)
    let listener = try await ServerBootstrap(group: loop)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        accepted.succeed(channel)
        return channel.eventLoop.makeSucceededVoidFuture()
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let here = try await ClientBootstrap(group: other ?? loop)
      .channelOption(.autoRead, value: false)
      .connect(host: "127.0.0.1", port: listener.localAddress?.port ?? 0).get()
    let pair = Pair(here: here, there: try await accepted.futureResult.get())
    try await body(pair)
    try? await here.close()
    try? await pair.there.close()
    try await listener.close()
  }

  /// What one end's socket says of something, on its loop.
  func ask<Answer: Sendable>(
    _ end: any Channel, _ body: @escaping @Sendable (StreamSocket) -> Answer
  ) async throws -> Answer {
    try await end.eventLoop.submit { body(StreamSocket(end)) }.get()
  }
}

@Suite struct StreamSocketTests {
  @Test func aSegmentIsCountedWhereItLeavesAndWhereItArrives() async throws {
    try await Pair.run { pair in
      try await pair.here.writeAndFlush(ByteBuffer(string: "hello"))
      let here = try #require(try await pair.ask(pair.here) { $0.facts })
      let there = try #require(try await pair.ask(pair.there) { $0.facts })
      #expect(here.segmentsOut == 1 && here.bytesOut == 5 && here.notSent == 0 && here.isCertain)
      #expect(here.segmentsIn == 0 && here.bytesIn == 0 && here.unread == 0)
      #expect(there.segmentsIn == 1 && there.bytesIn == 5 && there.unread == 5)
      #expect(there.segmentsOut == 0 && there.unsent == 0)
    }
  }

  /// The peer's FIN is no byte.
  @Test func anEndIsNotCounted() async throws {
    try await Pair.run { pair in
      try await pair.here.writeAndFlush(ByteBuffer(string: "hello"))
      try await pair.here.close(mode: .output)
      let there = try #require(try await pair.ask(pair.there) { $0.facts })
      #expect(there.segmentsIn == 1 && there.bytesIn == 5)
    }
  }

  /// Nor is one that comes while the kernel is asked.
  @Test func anEndIsNeverCounted() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    for _ in 0..<100 {
      try await Pair.run(hereOn: group.next()) { pair in
        pair.here.writeAndFlush(ByteBuffer(string: "hello"), promise: nil)
        pair.here.close(mode: .output, promise: nil)
        let most = try await pair.ask(pair.there) { socket in
          var most = 0
          let end = NIODeadline.now() + .milliseconds(5)
          while NIODeadline.now() < end { most = max(most, socket.facts?.bytesIn ?? 0) }
          return most
        }
        #expect(most <= 5)
      }
    }
    try await group.shutdownGracefully()
  }

  @Test func corkHoldsBackWhatIsNoFullSegment() async throws {
    try await Pair.run { pair in
      // In one turn of the loop: the kernel takes the cork off by itself after 200 ms.
      let held = try await pair.here.eventLoop.submit {
        let socket = StreamSocket(pair.here)
        socket.set(.cork, true)
        for _ in 0..<3 { pair.here.writeAndFlush(ByteBuffer(string: "hello"), promise: nil) }
        let held = socket.facts
        socket.set(.cork, false)
        return [held, socket.facts]
      }.get()
      #expect(held.map { $0?.segmentsOut } == [0, 1])
      #expect(held.map { $0?.notSent } == [15, 0])
      #expect(held.map { $0?.unsent ?? -1 }.first == 15)
    }
  }

  @Test func aLinkTellsAddressesAndSizes() async throws {
    try await Pair.run { pair in
      let link = try #require(try await pair.ask(pair.here) { $0.link })
      #expect(link.localHost == "127.0.0.1" && link.remoteHost == "127.0.0.1")
      #expect(link.localPort == pair.here.localAddress?.port)
      #expect(link.remotePort == pair.here.remoteAddress?.port)
      // Loopback's packets are as large as IPv4 lets them be (RFC 791), headers included.
      #expect(link.pathMTU == 65_535)
      #expect(link.mssOut > 0 && link.mssOut <= 65_535 - link.ipHeader - link.tcpHeader)
      #expect(link.mssIn == 65_535 - link.ipHeader - link.tcpHeader)
      #expect(link.roundTrip > 0)
    }
  }

  @Test func whereNobodyIsNothingIsTold() async throws {
    let channel = EmbeddedChannel()
    #expect(StreamSocket(channel).facts == nil)
    let datagrams = try await DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let told = try await datagrams.eventLoop.submit {
      [StreamSocket(datagrams).facts == nil, StreamSocket(datagrams).link == nil]
    }.get()
    #expect(told == [true, true])
    try await datagrams.close()
    let closed = try await datagrams.eventLoop.submit { StreamSocket(datagrams).facts }.get()
    #expect(closed == nil)
  }
}
