import ChatService
import ChatWire
import Testing

/// Clients that say no `/hello`: nc, a few lines of script, the course page's programs.
@Suite struct PlainTests {
  @Test func aLineIsSaidAndHeardByItsSpeakerToo() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      try wire.send("hello\r\n//slash\n\n/me waves\n")
      let heard = "guest1: hello\nguest1: /slash\n* guest1 waves\n"
      #expect(try wire.text(like: heard) == heard)
      #expect(try await server.console.line("+ guest1 127.0.0.1:\(wire.port) line"))
      #expect(try await server.console.line("guest1: hello"))
      #expect(try await server.console.line("* guest1 waves"))
    }
  }

  @Test func framesCarryTheSameText() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.length)
      try wire.frame("你好")
      #expect(try wire.bytes(4 + 14) == [14, 0, 0, 0] + Array("guest1: 你好".utf8))
    }
  }

  @Test func manyLinesAreRepeatedEachWithTheName() async throws {
    try await LiveServer.run { server in
      let line = try server.listen(.line)
      let length = try server.listen(.length)
      try length.frame("one\r\n*** root joined\n")
      #expect(try line.talkLine() == "guest2: one")
      #expect(try line.talkLine() == "guest2: *** root joined")
      #expect(try length.talk() == "guest2: one")
      #expect(try length.talk() == "guest2: *** root joined")
    }
  }

  @Test func controlsAreMadeVisible() async throws {
    try await LiveServer.run { server in
      let line = try server.listen(.line)
      let event = try server.join("ann")
      try event.frame("\u{1b}[31m\t\u{7f}\u{9b}31m\0")
      #expect(try line.talkLine() == "ann: ^[[31m\t^?<9B>31m^@")
      #expect(
        try event.frame(startingWith: "/said")?.timeless
          == "/said 1 T ann \u{1b}[31m\t\u{7f}\u{9b}31m\0")
    }
  }

  @Test func comingAndGoingIsTold() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.line)
      try bob.send("/nick bob\nhi\n")
      #expect(try bob.line() == "bob: hi")
      #expect(try bob.line() == "*** bob joined")
      let ann = try server.connect(.line)
      try ann.send("/nick ann\nhello\n/nick amy\n/quit gone  fishing\n")
      #expect(try ann.all() == "ann: hello\n")
      #expect(try bob.line() == "ann: hello")
      #expect(try bob.line() == "*** ann joined")
      #expect(try bob.line() == "*** ann is now amy")
      #expect(try bob.line() == "*** amy left (gone  fishing)")
      #expect(try await server.console.line("- amy left (gone  fishing)"))
      #expect(try await server.console.line("~ ann is now amy"))
    }
  }

  @Test func privateMessagesReachBothEnds() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.line)
      let event = try server.join("ann")
      try bob.send("/nick bob\n/msg ANN psst\n/msg nobody psst\n/msg bob self\n")
      #expect(try bob.talkLine() == "[you → ann] psst")
      #expect(try bob.talkLine() == "/error no-nick nobody is not here")
      #expect(try bob.talkLine() == "[you → bob] self")
      #expect(try event.frame(startingWith: "/told")?.timeless == "/told T bob ann psst")
      try event.frame("/msg bob back\nagain")
      #expect(try bob.line(startingWith: "[") == "[ann → you] back")
      #expect(try bob.line(startingWith: "[") == "[ann → you] again")
      #expect(try event.frame(startingWith: "/told")?.timeless == "/told T ann bob back\nagain")
    }
  }

  @Test(arguments: [
    ("/who", "*** 1 here: guest1"),
    ("/ping a b", "/pong a b"),
    ("/frobnicate now", "/error unknown /frobnicate is no command; //text says /text"),
    ("/knob late=1", "/error no-connection only the observer of a connection turns its knobs"),
    (
      "/nick a b",
      "/error nick-bad a nick has 1 to 16 of A-Z, Chinese, Japanese, Korean, 0-9, - _ and ."
    ),
    ("/history x", "/error range usage: /history N, N from 1 to 1000"),
    ("/hello 2 ann", "/error version this server speaks version 1, not 2"),
    ("/observe raw 1", "/ports "),
  ])
  func commandsAreAnswered(command: String, answer: String) async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      try wire.send(command + "\n")
      let line = try #require(try wire.line())
      #expect(answer == "/ports " ? line.hasPrefix(answer) : line == answer)
    }
  }

  @Test func aTakenNameIsRefusedWithAFreeOne() async throws {
    try await LiveServer.run { server in
      _ = try server.join("alice")
      let wire = try server.connect(.line)
      let alice = try server.join("alice3")
      try wire.send("/nick ALICE3\n")
      #expect(
        try wire.talkLine() == "/error nick-taken ALICE32 ALICE3 is taken, ALICE32 is free")
      _ = alice
    }
  }

  @Test func tooLongALineIsRefusedAndTheNextOneHeard() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      let most = String(repeating: "x", count: 4_096)
      try wire.send(most + "y\nnext\n" + most + "\n")
      #expect(
        try wire.talkLine()
          == "/error line the line is longer than 4096 bytes; skipped to the next LF")
      #expect(try wire.talkLine() == "guest1: next")
      #expect(try wire.talkLine() == "guest1: " + most)
    }
  }

  @Test func whatIsNotUTF8IsNotSaid() async throws {
    try await LiveServer.run { server in
      let wire = try server.connect(.line)
      try wire.send([0x61, 0xff, 0x0a, 0x62, 0x0a])
      #expect(try wire.talkLine() == "/error utf8 not UTF-8 at byte 1; nothing was said")
      #expect(try wire.talkLine() == "guest1: b")
    }
  }

  @Test func historyIsTheSameLinesAgain() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.line)
      try bob.send("one\n/me two\nthree\n")
      #expect(try bob.line(startingWith: "guest1: three") != nil)
      let late = try server.connect(.line)
      try late.send("/history 2\n")
      #expect(try late.talkLine() == "* guest1 two")
      #expect(try late.talkLine() == "guest1: three")
    }
  }
}
