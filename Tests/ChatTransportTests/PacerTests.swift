import ChatTransport
import ChatWire
import NIOCore
import NIOPosix
import Testing

@Suite struct PacerTests {
  /// Who is bounded to its rate has one read at a time, whatever knob was turned in between.
  @Test func whoIsNoLongerLateReadsAsItDidBefore() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let listener = try await ServerBootstrap(group: loop).bind(host: "127.0.0.1", port: 0).get()
    let channel = try await ClientBootstrap(group: loop)
      .channelOption(.maxMessagesPerRead, value: 2)
      .connect(host: "127.0.0.1", port: listener.localAddress?.port ?? 0).get()
    let reads = try await loop.submit {
      let pacer = try Pacer.install(in: channel) { nil }
      let options = try #require(channel.syncOptions)
      var reads: [UInt] = []
      for late in [100, 50, 0] {
        pacer.turn(Knobs(late: late))
        reads.append(try options.getOption(.maxMessagesPerRead))
      }
      return reads
    }.get()
    #expect(reads == [1, 1, 2])
    try await channel.close()
    try await listener.close()
  }
}
