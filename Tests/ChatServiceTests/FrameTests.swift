import ChatService
import ChatWire
import Testing

/// The length port, however its bytes come.
@Suite struct FrameTests {
  private static let burst = (1...20).flatMap { Wire.framed("message \($0)") }
  private static let said = (1...20).map { "guest1: message \($0)" }

  /// Every client of one server is guest1, since the one before has left.
  private func hear(_ server: LiveServer, _ send: (Wire) throws -> Void) throws {
    let wire = try server.connect(.length)
    try send(wire)
    wire.shutdownSending()
    var heard: [String] = []
    while let said = try wire.talk() { heard.append(said) }
    #expect(heard == FrameTests.said)
  }

  @Test func twentyFramesInOneWriteOrInSingleBytes() async throws {
    try await LiveServer.run { server in
      try hear(server) { try $0.send(FrameTests.burst) }
      try hear(server) { wire in
        for byte in FrameTests.burst { try wire.send([byte]) }
      }
    }
  }

  @Test func twentyFramesSplitAtEveryPosition() async throws {
    try await LiveServer.run { server in
      for place in 1..<FrameTests.burst.count {
        try hear(server) { wire in
          try wire.send(Array(FrameTests.burst[..<place]))
          try wire.send(Array(FrameTests.burst[place...]))
        }
      }
    }
  }

  @Test func theLargestAndTheSmallestMessageArriveWhole() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.listen(.line)
      let text = String(repeating: "0123456789abcdef", count: 4_096)
      try ann.frame(text)
      try ann.frame("x")
      #expect(try ann.frame(startingWith: "/said 1")?.hasSuffix(" ann " + text) == true)
      #expect(try ann.frame(startingWith: "/said 2")?.hasSuffix(" ann x") == true)
      #expect(try bob.talkLine() == "ann: " + text)
      #expect(try bob.talkLine() == "ann: x")
    }
  }

  @Test(
    arguments: [
      ([0x01, 0x00, 0x01, 0x00], "length 65537 (01 00 01 00) is over the limit 65536"),
      (
        Array("Hell".utf8),
        """
        length 1819043144 (48 65 6c 6c) is over the limit 65536; the bytes are the letters 'Hell': a raw client \
        on the length port; chat-server --port off --raw-port 30000 serves raw clients there
        """
      ),
      ([0xff, 0xff, 0xff, 0xff], "length 4294967295 (ff ff ff ff) is over the limit 65536"),
      ([0x00, 0x00, 0x00, 0x80], "length 2147483648 (00 00 00 80) is over the limit 65536"),
    ] as [([UInt8], String)])
  func aLengthOverTheLimitIsRefusedByNumber(header: [UInt8], text: String) async throws {
    try await LiveServer.run { server in
      let bystander = try server.join("ann")
      let best = try Stopwatch.best(until: .milliseconds(300)) { _ in
        let wire = try server.connect(.length)
        try wire.send(header + [UInt8](repeating: 0x78, count: 100_000))
        let answer = try wire.frame() ?? ""
        #expect(answer.hasPrefix("/error frame " + text))
        // The end is orderly: a reset would take the answer with it.
        #expect(try wire.read() == nil)
      }
      #expect(best < .milliseconds(300))
      try bystander.frame("still here")
      #expect(
        try bystander.frame(startingWith: "/said")?.timeless == "/said 1 T ann still here")
    }
  }

  @Test func keepAlivesSayNothing() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.length)
      try wire.send([0, 0, 0, 0] + Wire.framed("a") + [0, 0, 0, 0])
      #expect(try wire.frame() == "guest1: a")
    }
  }

  @Test func aStreamThatEndsInsideAFrameSaysWhatWasWhole() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.length)
      try wire.send(Wire.framed("whole") + [9, 0, 0, 0, 0x68])
      wire.shutdownSending()
      #expect(try wire.all() == "\u{d}\0\0\0guest1: whole")
    }
  }
}
