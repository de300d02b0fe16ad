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
      let best = try Stopwatch.best(until: .milliseconds(190)) { stopwatch in
        let wire = try server.connect(.line)
        try wire.send("hello\n/ping x\n")
        #expect(try wire.talkLine()?.hasSuffix(": hello") == true)
        #expect(try wire.talkLine() == "/pong x")
        stopwatch.stop()
      }
      #expect(best < .milliseconds(190))
    }
  }

  @Test func errorsDoNotWait() async throws {
    try await LiveServer.run { server in
      let best = try Stopwatch.best(until: .milliseconds(190)) { stopwatch in
        let wire = try server.connect(.line)
        try wire.send([0x61, 0x0a, 0xff, 0x0a])
        #expect(try wire.talkLine() == "/error utf8 not UTF-8 at byte 0; nothing was said")
        stopwatch.stop()
        #expect(try wire.talkLine()?.hasSuffix(": a") == true)
      }
      #expect(best < .milliseconds(190))
    }
  }

  @Test(arguments: [Framing.length, .line]) func twentyMessagesAndCloseLosesNone(framing: Framing)
    async throws
  {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      for client in 1...100 {
        let texts = (1...20).map { "client \(client) message \($0)" }
        let wire = try server.connect(framing)
        try wire.send(
          texts.flatMap { framing == .length ? Wire.framed($0) : Array(($0 + "\n").utf8) })
        wire.close()
        for text in texts {
          let heard = try ann.talk()
          let isHeard = heard?.hasSuffix(" " + text) == true
          try #require(
            isHeard, "\(heard ?? "nothing") for \(text): \(server.console.lines.suffix(30))")
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
