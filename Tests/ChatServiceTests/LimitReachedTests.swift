import ChatRoom
import ChatService
import ChatTransport
import ChatWire
import Glibc
import Testing

/// Each limit of the server, met by a client over a socket, with values that don't take long.
@Suite(.timeLimit(.minutes(3))) struct LimitReachedTests {
  // MARK: Time

  @Test(arguments: [Framing.length, .line]) func aMessageThatTricklesIsGivenUp(framing: Framing)
    async throws
  {
    try await LiveServer.run({
      $0.limits.patience.message = 300
    }) { server in
      let wire = try server.connect(framing)
      // A whole message first, of which the time does not count.
      try wire.send(framing == .length ? Wire.framed("/nick tim") : Array("/nick tim\n".utf8))
      var sent = 0
      let trickle: [UInt8] = framing == .length ? [9, 0, 0, 0] : []
      while sent < 100, try wire.read(within: 0)?.isEmpty == true {
        try wire.send([sent < trickle.count ? trickle[sent] : UInt8(ascii: "x")])
        usleep(50_000)
        sent += 1
      }
      #expect((2...20).contains(sent))
      let isCounted = try await server.counts("timeout 1")
      #expect(isCounted)
    }
  }

  @Test func theReasonIsTold() async throws {
    try await LiveServer.run({
      $0.limits.patience.message = 100
    }) { server in
      let wire = try server.connect(.length)
      try wire.send([5, 0])
      #expect(
        try wire.frame()
          == "/error timeout the message was not complete within 0.1 s of its first byte")
      #expect(try wire.read() == nil)
    }
  }

  @Test func timeThatAKnobHoldsDoesNotCount() async throws {
    try await LiveServer.run({
      $0.limits.patience.message = 400
    }) { server in
      let wire = try server.connect(.length)
      let observer = try server.observe(wire)
      try observer.send("/knob late=100 rbuf=1\n")
      _ = try observer.line(startingWith: "/observing ")
      // Nine reads, 100 ms apart each.
      try wire.frame("hello")
      #expect(try wire.talk() == "guest1: hello")
    }
  }

  @Test func whoGivesNoSignOfLifeIsAskedTwice() async throws {
    try await LiveServer.run({
      $0.limits.patience.idle = 150
    }) { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      // Ann answers, and stays.
      var heard: [String] = []
      while !heard.contains(where: { $0.hasPrefix("/error") }), let frame = try bob.talk() {
        if !frame.hasPrefix("/joined") { heard.append(String(frame.prefix { $0 != " " })) }
        try ann.frame("/pong x")
      }
      #expect(heard == ["/ping", "/ping", "/error"])
      #expect(try bob.read() == nil)
      #expect(try await server.console.line("- bob left (timeout)"))
      #expect(!server.console.lines.contains("- ann left (timeout)"))
      #expect(try await server.counts("timeout 1"))
    }
  }

  // MARK: Backlog

  private func sloth(_ server: LiveServer) async throws -> Wire {
    // Large enough for what waits in the kernels to be read before the server closes.
    let slow = try server.connect(.length, receiveBuffer: 65_536)
    try slow.frame("/nick sloth")
    #expect(try await server.console.line("+ sloth 127.0.0.1:\(slow.port) length"))
    return slow
  }

  /// Holds that these are the last words, if they came: a machine that is too busy for more than the server's grace
  /// reads none.
  private func expect(_ reason: String, at slow: Wire) {
    guard let heard = try? slow.all(), heard.utf8.suffix(200).contains(UInt8(ascii: "/")) else {
      return
    }
    let end = String(heard.suffix(200))
    #expect(end.hasSuffix("/error slow \(reason)"))
  }

  /// Speaks until the console says that the sloth is gone.
  private func speak(_ server: LiveServer, _ size: Int, pause: UInt32 = 0) throws {
    let ann = try server.join("ann")
    let text = String(repeating: "x", count: size)
    for _ in 0..<300 where !server.console.lines.contains("- sloth left (slow reader)") {
      for _ in 0..<10 {
        try ann.frame(text)
        _ = try ann.talk()
        usleep(pause)
      }
    }
  }

  @Test func halfTheBacklogIsBorneForAWhileOnly() async throws {
    try await LiveServer.run({
      $0.limits.lag.soft = 100_000
      $0.limits.lag.limit = 1 << 28
      $0.limits.lag.softTime = 200
    }) { server in
      let slow = try await sloth(server)
      try speak(server, 8_000)
      expect("more than 100000 bytes waited for you for 0.2 s", at: slow)
      #expect(try await server.counts("slow reader 1"))
    }
  }

  @Test func whoTakesNothingIsCut() async throws {
    try await LiveServer.run({
      $0.limits.lag.stall = 300
      $0.limits.lag.softTime = 60_000
      $0.limits.lag.limit = 1 << 28
    }) { server in
      let slow = try await sloth(server)
      try speak(server, 60_000, pause: 1_000)
      expect("not one byte was taken for 0.3 s", at: slow)
      #expect(try await server.counts("slow reader 1"))
    }
  }

  @Test func whoIsFurthestBehindGoesWhenTheBacklogOfAllIsTooLarge() async throws {
    try await LiveServer.run({
      $0.limits.lag = LagPolicy(
        limit: 1 << 28, soft: 1 << 28, softTime: 100, stall: 600_000, total: 2_000_000)
    }) { server in
      let slow = try await sloth(server)
      let late = try server.join("late")
      let ann = try server.join("ann")
      let text = String(repeating: "x", count: 60_000)
      for _ in 0..<2_000 where !server.console.lines.contains("- sloth left (slow reader)") {
        try ann.frame(text)
        _ = try ann.talk()
        // Reads, though not at once.
        _ = try late.talk()
      }
      expect(
        "more than 2000000 bytes waited for all, and you were furthest behind", at: slow)
      #expect(!server.console.lines.contains("- late left (slow reader)"))
      #expect(try await server.counts("slow reader 1"))
    }
  }

  // MARK: Rate

  @Test(arguments: [Framing.length, .line]) func whoSendsTooFastIsReadMoreSlowlyAndLosesNothing(
    framing: Framing
  ) async throws {
    try await LiveServer.run({
      $0.limits.rate = Allowance.Rate(burst: 5, messages: 50, bytes: 1 << 20)
    }) { server in
      let listener = try server.listen(.line)
      let wire = try server.connect(framing)
      let start = ContinuousClock.now
      let texts = (0..<40).map { "m\($0)" }
      try wire.send(
        texts.flatMap { framing == .length ? Wire.framed($0) : Array("\($0)\n".utf8) })
      wire.shutdownSending()
      for text in texts {
        #expect(try listener.talkLine()?.hasSuffix(": \(text)") == true)
      }
      // 35 messages at 50 a second, less a grain of the watch.
      #expect(ContinuousClock.now - start > .milliseconds(600))
      _ = listener
      #expect(try await server.counts("said 40"))
      var isHeld = false
      for _ in 0..<200 where !isHeld {
        isHeld = server.console.lines.contains { $0.hasPrefix("stats reading held ") }
        if !isHeld { try await Task.sleep(for: .milliseconds(10)) }
      }
      #expect(isHeld)
    }
  }

  @Test func whoSendsTooFastAndClosesLosesNothing() async throws {
    try await LiveServer.run({
      $0.limits.rate = Allowance.Rate(burst: 5, messages: 50, bytes: 1 << 20)
    }) { server in
      let listener = try server.listen(.line)
      let wire = try server.connect(.line)
      try wire.send((0..<30).map { "m\($0)\n" }.joined())
      #expect(try listener.talkLine()?.hasSuffix(": m0") == true)
      wire.close()
      for number in 1..<30 {
        #expect(try listener.talkLine()?.hasSuffix(": m\(number)") == true)
      }
      #expect(try await server.counts("connections 1"))
    }
  }

  @Test func readsOnTheRawPortAreHeldOneByOne() async throws {
    try await LiveServer.run({
      $0.limits.rate = Allowance.Rate(burst: 2, messages: 20, bytes: 1 << 20)
      $0.rawReadSize = 4
    }) { server in
      let listener = try server.listen(.line)
      let wire = try server.connect(.raw)
      try wire.send("aaaabbbbccccddddee")
      wire.shutdownSending()
      for text in ["aaaa", "bbbb", "cccc", "dddd", "ee"] {
        #expect(try listener.talkLine()?.hasSuffix(": \(text)") == true)
      }
    }
  }

  @Test func manyBytesAreWaitedForToo() async throws {
    try await LiveServer.run({
      $0.limits.rate = Allowance.Rate(burst: 1_000, messages: 1_000, bytes: 50_000)
    }) { server in
      let wire = try server.join("ann")
      let text = String(repeating: "x", count: 50_000)
      let start = ContinuousClock.now
      for _ in 0..<2 { try wire.frame(text) }
      for _ in 0..<2 { #expect(try wire.talk()?.utf8.count ?? 0 > 50_000) }
      #expect(ContinuousClock.now - start > .milliseconds(500))
    }
  }

  // MARK: The door

  @Test(arguments: [Framing.length, .line, .raw]) func anAddressHasSoManyConnections(
    framing: Framing
  ) async throws {
    try await LiveServer.run({
      $0.limits.address = Door.Bounds(atOnce: 2, fresh: 100)
    }) { server in
      let one = try server.join("one")
      let two = try server.join("two")
      let refused = try server.connect(framing).all()
      #expect(refused.contains("/error full address full: 2 connections from there are here"))
      let port = server.addresses[framing]?.port ?? 0
      let other = try Wire(port, source: 2)
      try other.send(framing == .length ? Wire.framed("hi") : Array("hi\n".utf8))
      #expect(try one.talk()?.hasSuffix(" hi") == true)
      two.close()
      #expect(try await server.counts("connections 2"))
      _ = try server.join("three")
      #expect(try await server.counts("address full 1"))
    }
  }

  @Test func anAddressMakesSoManyNewConnections() async throws {
    try await LiveServer.run({
      $0.limits.address = Door.Bounds(atOnce: 100, fresh: 3)
    }) { server in
      var refused = 0
      for _ in 0..<20 {
        let wire = try server.connect(.line)
        try wire.send("/ping x\n")
        if try wire.line() != "/pong x" { refused += 1 }
      }
      #expect(refused > 0)
      #expect(try await server.counts("address hurries \(refused)"))
    }
  }

  @Test func aFullServerSaysSo() async throws {
    try await LiveServer.run({
      $0.limits.clients = 2
    }) { server in
      let one = try server.join("one")
      let two = try server.join("two")
      #expect(
        try server.connect(.length).frame() == "/error full server full: 2 clients are here")
      one.close()
      #expect(try await server.counts("connections 1"))
      let three = try server.join("three")
      try three.frame("hi")
      #expect(try two.talk()?.hasSuffix(" three hi") == true)
      #expect(try await server.counts("server full 1"))
    }
  }

  // MARK: Sizes

  @Test func aLineHasItsOwnBound() async throws {
    try await LiveServer.run({
      $0.limits.line = 10
    }) { server in
      let wire = try server.connect(.line)
      try wire.send("0123456789\n01234567890\nhi\n")
      #expect(
        try wire.line() == "/error line the line is longer than 10 bytes; skipped to the next LF")
      #expect(try wire.talkLine() == "guest1: 0123456789")
      #expect(try wire.talkLine() == "guest1: hi")
      #expect(try await server.counts("line too long 1"))
    }
  }

  @Test func aDatagramHasItsBound() async throws {
    try await LiveServer.run { server in
      let wire = try Wire(server.addresses[.udp]?.port ?? 0, type: CInt(SOCK_DGRAM.rawValue))
      try wire.send([UInt8](repeating: 120, count: 1_201))
      try wire.send("hi")
      #expect(try wire.read() == Array("hi".utf8))
      #expect(try await server.counts("datagram too long 1"))
    }
  }

  @Test func theHistoryHasItsBound() async throws {
    try await LiveServer.run({
      $0.limits.history = 2
    }) { server in
      let wire = try server.join("ann")
      for text in ["a", "b", "c"] {
        try wire.frame(text)
        _ = try wire.talk()
      }
      try wire.frame("/history 1000")
      #expect(try wire.talk() == "/gap 1 1")
      #expect(try wire.talk()?.timeless == "/said 2 T ann b")
      #expect(try wire.talk()?.timeless == "/said 3 T ann c")
    }
  }

  @Test func whatIsCutOrNoTextIsCounted() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.length)
      try wire.send(
        [2, 0, 0, 0, 0xc3, 0x28] + Wire.framed("/nick " + String(repeating: "x", count: 17)))
      try wire.send([9, 0, 0, 0, 1])
      wire.shutdownSending()
      _ = try wire.all()
      for line in ["not UTF-8 1", "nick refused 1", "message cut 1"] {
        #expect(try await server.counts(line))
      }
    }
  }

  @Test func aServerThatStopsWaitsSoLong() async throws {
    let started = try await LiveServer.run({
      $0.limits.drain = 300
      $0.lag.stall = 300_000
      $0.lag.softTime = 300_000
    }) { server in
      let slow = try server.connect(.length, receiveBuffer: 4_096)
      try slow.frame("/nick sloth")
      _ = try server.observe(slow)
      let ann = try server.join("ann")
      for _ in 0..<60 { try ann.frame(String(repeating: "x", count: 60_000)) }
      for _ in 0..<60 { _ = try ann.talk() }
      // It never reads, and the server ends all the same, long before it would be let go as a slow reader.
      server.stop()
      let start = ContinuousClock.now
      while try ann.frame() != nil {}
      _ = slow
      return start
    }
    #expect(ContinuousClock.now - (try #require(started)) < .seconds(60))
  }
}
