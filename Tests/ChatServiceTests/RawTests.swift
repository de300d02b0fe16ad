import ChatService
import ChatWire
import Testing

/// The raw port: a message is what one read returned.
@Suite struct RawTests {
  @Test func aReadIsAMessageAndTheTextIsNotTouched() async throws {
    try await LiveServer.run { server in
      let raw = try server.listen(.raw)
      let line = try server.listen(.line)
      try raw.send([0x61, 0xff, 0x1b, 0x0a, 0x62, 0x0d, 0x0a])
      #expect(try raw.bytes(13) == Array("guest1: a".utf8) + [0xff, 0x1b, 0x0a, 0x62])
      #expect(try line.talkLine() == "guest1: a\u{fffd}^[")
      #expect(try line.talkLine() == "guest1: b")
      #expect(
        try await server.console.line("raw 127.0.0.1:\(raw.port) read 7 B: a\u{fffd}^[^Jb^M^J"))
      #expect(!server.console.lines.contains { $0.hasPrefix("guest1:") })
    }
  }

  @Test func oneReadReturnsNoMoreThanItsSize() async throws {
    try await LiveServer.run({
      $0.rawReadSize = 5
    }) { server in
      let raw = try server.connect(.raw)
      try raw.send("Hello, Hello")
      let heard = "guest1: Helloguest1: , Helguest1: lo"
      #expect(try raw.text(like: heard) == heard)
      #expect(try await server.console.line("raw 127.0.0.1:\(raw.port) read 5 B: , Hel"))
    }
  }

  @Test func previewsStopAtFortyFourCharacters() async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      try raw.send(String(repeating: "Hello, Hello. How are you?", count: 20))
      #expect(
        try await server.console.line(
          "raw 127.0.0.1:\(raw.port) read 520 B: Hello, Hello. How are you?Hello, Hello. How …"))
    }
  }

  @Test func commandsThatStickTogetherMisfire() async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      try raw.send("/nick bob\n/me waves\n")
      #expect(try raw.bytes(16) == Array("/error nick-bad ".utf8))
    }
  }

  @Test func helloIsNotSpokenHere() async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      try raw.send("/hello 1 bob")
      let answer = "/error unknown the raw port has no /hello; /nick NICK takes a name"
      #expect(try raw.text(like: answer) == answer)
    }
  }

  @Test func systemLinesHaveNoEndEither() async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      try raw.send("hi")
      let heard = "guest1: hi*** guest1 joined"
      #expect(try raw.text(like: heard) == heard)
    }
  }
}
