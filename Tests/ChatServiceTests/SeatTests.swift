import ChatRoom
import ChatService
import ChatWire
import Testing

/// What whoever sits at the server can do.
@Suite struct SeatTests {
  @Test func whatIsSaidThereNobodyElseCanSay() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let plain = try server.listen(.line)
      server.order(.say("pens down"))
      #expect(try ann.talk() == "/notice pens down")
      #expect(try plain.talkLine() == "*** pens down")
      #expect(try await server.console.line("*** pens down"))
    }
  }

  @Test func whoIsHereIsSaid() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      server.order(.who)
      #expect(try await server.console.line("1 here"))
      #expect(try await server.console.line("ann 127.0.0.1:\(ann.port) length"))
      server.order(.unknown("shout"))
      #expect(try await server.console.line("shout is no order; /help lists them"))
      server.order(.incomplete("/kick NICK"))
      #expect(try await server.console.line("usage: /kick NICK"))
      server.order(.help)
      #expect(try await server.console.line("/who: who is here, and from where"))
    }
  }

  @Test func whoIsKickedIsToldAndKeptOutForAWhile() async throws {
    try await LiveServer.run({
      $0.limits.kick = 4_000
    }) { server in
      let ann = try server.join("ann")
      let bob = try server.join("Bob")
      _ = try ann.frame(startingWith: "/joined")
      server.order(.kick("bob"))
      #expect(try bob.talk() == "/notice you were asked to leave")
      #expect(try bob.read() == nil)
      #expect(try ann.frame(startingWith: "/left") == "/left Bob kicked")
      #expect(try await server.console.line("- Bob left (kicked)"))
      let again = try server.connect(.length)
      try again.frame("/hello 1 bob")
      let refusal = try again.talk()
      #expect(
        refusal?.hasPrefix("/error full bob was asked to leave; come again in ") == true)
      #expect(try again.read() == nil)
      #expect(try await server.counts("kept out 1"))
      // Another name, another address and, in a while, the same.
      _ = try server.join("bill")
      var isBack = false
      for _ in 0..<100 where !isBack {
        try await Task.sleep(for: .milliseconds(100))
        let later = try server.connect(.length)
        try later.frame("/hello 1 bob")
        isBack = try later.talk()?.hasPrefix("/welcome") == true
      }
      #expect(isBack)
      server.order(.kick("nobody"))
      #expect(try await server.console.line("nobody is not here"))
    }
  }

  @Test func whoIsMutedIsNotPassedOnUnderWhateverName() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      server.order(.mute("BOB"))
      #expect(try bob.talk() == "/notice you are muted: nothing you say is passed on")
      for words in ["hello", "/me waves", "/msg ann psst"] {
        try bob.frame(words)
        #expect(try bob.talk() == "/notice you are muted: nothing was said")
      }
      try bob.frame("/nick bill")
      try bob.frame("hello")
      #expect(try bob.talk() == "/notice you are muted: nothing was said")
      try ann.frame("anybody?")
      #expect(try ann.talk()?.timeless == "/said 1 T ann anybody?")
      #expect(try await server.counts("muted 4"))
      server.order(.unmute("bill"))
      #expect(try await server.console.line("bill may speak again"))
      try bob.frame("thanks")
      #expect(try ann.talk()?.timeless == "/said 2 T bill thanks")
      server.order(.mute("bill"))
      _ = try bob.frame(startingWith: "/notice")
      try bob.frame("/quit my last words")
      #expect(try ann.frame(startingWith: "/left") == "/left bill quit")
    }
  }

  @Test func theStatsNameMembersBacklogMemoryAndEveryCounter() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      try ann.frame("hi")
      _ = try ann.talk()
      // The spool may print the first of them before the last are there.
      for line in [
        "members 1", "connections 1", "backlog bytes 0", "accepted 1", "said 1", "timeout 0",
      ] {
        #expect(try await server.counts(line))
      }
      let memory = server.console.lines.last { $0.hasPrefix("stats memory bytes ") }
      #expect(memory.flatMap { Int($0.dropFirst(19)) } ?? 0 > 1_000_000)
    }
  }
}
