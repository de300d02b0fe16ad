import ChatService
import ChatTransport
import ChatWire
import Testing

/// What an observer turns at the server's end of the connection that it observes.
@Suite(.timeLimit(.minutes(3))) struct KnobTests {
  /// Turns a knob and returns what the server says then of the connection's end.
  private func turn(_ knobs: String, _ observer: Wire) throws -> String {
    try observer.send("/knob \(knobs)\n")
    let answer = try observer.line(startingWith: "/observing ") ?? "nothing"
    return answer.split(separator: " ").dropFirst(4).joined(separator: " ")
  }

  /// The offset and length of each read of the server, until `end` bytes are read.
  private func reads(until end: Int, _ observer: Wire) throws -> [[Int]] {
    var reads: [[Int]] = []
    while (reads.last?[0] ?? 0) + (reads.last?[1] ?? 0) < end {
      guard let line = try observer.line(startingWith: "/wire read ") else { break }
      reads.append(line.split(separator: " ").dropFirst(2).compactMap { Int($0) })
    }
    return reads
  }

  @Test(arguments: [(Framing.length, 65_536), (.line, 65_536), (.raw, 1_024)])
  func eachIsSeenInTheAcknowledgement(framing: Framing, size: Int) async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(framing)
      let observer = try server.observe(wire)
      #expect(try turn("late=200", observer) == "read=\(size) late=200 nodelay=1 quickack=1")
      #expect(try turn("nodelay=0", observer) == "read=\(size) late=200 nodelay=0 quickack=1")
      #expect(try turn("quickack=0 late=0", observer) == "read=\(size) late=0 nodelay=0 quickack=0")
      #expect(try turn("rbuf=5", observer) == "read=5 late=0 nodelay=0 quickack=0")
      #expect(
        try turn("rbuf=65536 nodelay=1 quickack=1 late=5000", observer)
          == "read=65536 late=5000 nodelay=1 quickack=1")
    }
  }

  @Test(arguments: [
    "late=5001", "rbuf=0", "rbuf=65537", "nodelay=2", "quickack=", "late=1 x=1", "",
  ])
  func whatIsOutOfRangeIsRefusedAndNothingTurns(fields: String) async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      let observer = try server.observe(wire)
      try observer.send("/knob \(fields)\n")
      #expect(
        try observer.line(startingWith: "/error")
          == "/error range usage: /knob late=0…5000 rbuf=1…65536 nodelay=0|1 quickack=0|1")
      #expect(try turn("late=0", observer) == "read=65536 late=0 nodelay=1 quickack=1")
    }
  }

  @Test func withItsObserverTheKnobsAreGone() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      let observer = try server.observe(wire)
      _ = try turn("late=5000 rbuf=1", observer)
      try wire.send("/ping 0123456789\n")
      observer.close()
      // One byte every 5 s would take longer than is waited.
      #expect(try wire.line(startingWith: "/pong") == "/pong 0123456789")
    }
  }

  @Test func aLateReaderFindsAllThatCame() async throws {
    try await LiveServer.run { server in
      let raw = try Wire(server.addresses[.raw]?.port ?? 0, noDelay: true)
      let observer = try server.observe(raw)
      _ = try turn("late=200", observer)
      for _ in 0..<20 { try raw.send("Hello, Hello. How are you?") }
      let reads = try reads(until: 520, observer)
      #expect(reads.map { Array($0.prefix(2)) } == [[0, 520]])
      // A segment for each write, and perhaps the last one again, as a probe (RFC 8985, section 7).
      #expect((20...21).contains(reads[0][3]))
      #expect(reads[0][4] == 0)
      // Once normal again, a read that is held back comes at once, and the next ones as soon as they can.
      _ = try turn("late=5000", observer)
      try raw.send("a")
      #expect(try turn("late=0", observer) == "read=1024 late=0 nodelay=1 quickack=1")
      try raw.send("b")
      #expect(try self.reads(until: 522, observer).map { $0[1] }.reduce(0, +) == 2)
    }
  }

  @Test func itReadsOnceEachTimeItIsLate() async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      let observer = try server.observe(raw)
      _ = try turn("late=100 rbuf=5", observer)
      try raw.send("Hello, Hello.")
      let reads = try reads(until: 13, observer)
      #expect(reads.map { Array($0.prefix(2)) } == [[0, 5], [5, 5], [10, 3]])
      #expect(reads.map { $0[4] } == [8, 3, 0])
      let gaps = zip(reads, reads.dropFirst()).map { $1[2] - $0[2] }
      #expect(gaps.allSatisfy { $0 >= 100_000 })
    }
  }

  @Test(arguments: [Framing.raw, .length, .line])
  func aSmallBufferCutsMessages(framing: Framing) async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(framing)
      let observer = try server.observe(wire)
      _ = try turn("rbuf=5", observer)
      let text = "Hello, Hello.\n"
      let bytes = framing == .length ? Wire.framed(text) : Array(text.utf8)
      try wire.send(bytes)
      let reads = try reads(until: bytes.count, observer)
      #expect(reads.dropLast().allSatisfy { $0[1] == 5 })
      #expect(reads.count == (bytes.count + 4) / 5)
    }
  }

  /// What is left when a late reader's peer is gone is read at once, and the reader is late no more.
  @Test func theEndOfTheStreamEndsTheLateness() async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      let observer = try server.observe(raw)
      _ = try turn("late=5000 rbuf=3", observer)
      try raw.send("Hello")
      raw.shutdownSending()
      #expect(
        try observer.line(startingWith: "/observing ")
          == "/observing raw \(raw.port) guest1 read=3 late=0 nodelay=1 quickack=1")
      #expect(try reads(until: 5, observer).map { Array($0.prefix(2)) } == [[0, 3], [3, 2]])
      #expect(try raw.all().hasPrefix("guest1: Helguest1: lo"))
    }
  }

  /// Somebody who is refused while a knob holds the reader reads why: nothing unread resets the connection.
  @Test func aRefusalArrivesAtALateReadersPeer() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.length)
      let observer = try server.observe(wire)
      _ = try turn("late=150 rbuf=8", observer)
      try wire.send([0xff, 0xff, 0xff, 0xff] + Array(repeating: 0x61, count: 60_000))
      #expect(try wire.frame(startingWith: "/error frame length 4294967295") != nil)
    }
  }

  /// A command that small reads cut is no command on the raw port, whoever made them small.
  @Test func aSmallBufferAtTheBeginningIsOneOfReads() async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      let observer = try server.observe(raw)
      _ = try turn("rbuf=2", observer)
      try raw.send("/ob\n")
      let refusal = "/error unknown /o is no command; //text says /text"
      #expect(try raw.text(like: refusal) == refusal)
    }
  }

  @Test func anotherAddressObservesNothing() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      _ = try server.listen(.line)
      let stranger = try Wire(server.addresses[.line]?.port ?? 0, source: 2)
      try stranger.send("/observe line \(wire.port)\n")
      #expect(
        try stranger.line(startingWith: "/error")
          == "/error no-connection no line connection from port \(wire.port) was accepted just now")
      #expect(try server.observe(wire).port > 0)
    }
  }
}
