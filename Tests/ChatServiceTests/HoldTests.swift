import ChatService
import ChatWire
import Testing

/// A client that sends and closes at once, unread bytes waiting, would reset the connection and lose its tail.
@Suite struct HoldTests {
  @Test func nothingIsWrittenInTheFirstFifthOfASecond() async throws {
    try await LiveServer.run { server in
      let start = ContinuousClock.now
      let wire = try server.connect(.line)
      try wire.send("hello\n")
      #expect(try wire.line() == "guest1: hello")
      #expect(ContinuousClock.now - start >= .milliseconds(190))
    }
  }

  @Test func aCommandEndsTheHold() async throws {
    try await LiveServer.run { server in
      let start = ContinuousClock.now
      let wire = try server.connect(.line)
      try wire.send("hello\n/ping x\n")
      #expect(try wire.line() == "guest1: hello")
      #expect(try wire.line() == "/pong x")
      #expect(ContinuousClock.now - start < .milliseconds(190))
    }
  }

  @Test func errorsDoNotWait() async throws {
    try await LiveServer.run { server in
      let start = ContinuousClock.now
      let wire = try server.connect(.line)
      try wire.send([0x61, 0x0a, 0xff, 0x0a])
      #expect(try wire.line() == "/error utf8 not UTF-8 at byte 0; nothing was said")
      #expect(ContinuousClock.now - start < .milliseconds(190))
      #expect(try wire.line() == "guest1: a")
    }
  }

  @Test(arguments: [Framing.length, .line]) func twentyMessagesAndCloseLosesNone(framing: Framing)
    async throws
  {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      var burst: [UInt8] = []
      for number in 1...20 {
        let text = "message \(number)"
        burst += framing == .length ? Wire.framed(text) : Array((text + "\n").utf8)
      }
      for _ in 1...100 {
        let wire = try server.connect(framing)
        try wire.send(burst)
        wire.close()
        for number in 1...20 {
          #expect(try ann.talk()?.hasSuffix(" message \(number)") == true)
        }
      }
    }
  }

  @Test func twentyWritesOnTheRawPortLoseNoByte() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let text = "Hello, Hello. How are you?"
      for _ in 1...100 {
        let wire = try server.connect(.raw)
        for _ in 1...20 { try wire.send(text) }
        wire.close()
        var heard = ""
        while heard.utf8.count < 520, let said = try ann.talk() {
          heard += said.split(separator: " ", maxSplits: 4)[4]
        }
        #expect(heard == String(repeating: text, count: 20))
      }
    }
  }

  @Test func whoShutsDownSendingHearsItselfAndThenTheEnd() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      try wire.send("one\ntwo\n")
      wire.shutdownSending()
      #expect(try wire.all() == "guest1: one\nguest1: two\n")
    }
  }
}
