import ChatService
import ChatWire
import Testing

/// Clients of version 1.
@Suite struct HelloTests {
  @Test func helloIsAnsweredWithWelcomeAndNames() async throws {
    try await LiveServer.run { server in
      let ann = try server.connect(.length)
      try ann.frame("/hello 1 ann")
      let welcome = try #require(try ann.frame()).split(separator: " ")
      #expect(welcome.count == 6)
      #expect(welcome[0...1] == ["/welcome", "1"])
      let connection = welcome[2].split(separator: ".")
      #expect(connection.count == 2)
      #expect(connection[0].count == 8)
      #expect(UInt32(connection[0], radix: 16) != nil)
      #expect(connection[1] == "1")
      #expect(welcome[3...] == ["ann", "lobby", "1"])
      #expect(try ann.frame() == "/names 1 ann")
      #expect(try ann.frame() == "/joined ann")
      #expect(try await server.console.line("+ ann 127.0.0.1:\(ann.port) length"))
    }
  }

  @Test func eventsOfThoseWhoTalk() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      _ = try ann.frame(startingWith: "/joined ann")
      let bob = try server.connect(.line)
      try bob.send("/hello 1 bob\nhi\n/me waves\n/nick bert\n/quit\n")
      #expect(try bob.line()?.hasSuffix(" bob lobby 1") == true)
      #expect(try bob.line() == "/names 2 ann bob")
      #expect(try ann.frame(startingWith: "/said")?.timeless == "/said 1 T bob hi")
      #expect(try ann.frame()?.timeless == "/did 2 T bob waves")
      #expect(try ann.frame() == "/joined bob")
      #expect(try ann.frame() == "/renamed bob bert")
      #expect(try ann.frame() == "/left bert quit")
    }
  }

  @Test func onTheLinePortATextOfManyLinesRepeatsItsNumber() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.connect(.line)
      try bob.send("/hello 1 bob\n")
      _ = try bob.line(startingWith: "/names")
      try ann.frame("one\ntwo")
      #expect(try bob.line(startingWith: "/said")?.timeless == "/said 1 T ann one")
      #expect(try bob.talkLine()?.timeless == "/said 1 T ann two")
      #expect(try ann.frame(startingWith: "/said")?.timeless == "/said 1 T ann one\ntwo")
    }
  }

  /// What was held since the accept comes as events, behind the welcome that says its number.
  @Test func whoSaysHelloLateMissesNothing() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      try ann.frame("before")
      _ = try ann.frame(startingWith: "/said")
      // Whoever is later than the hold of 200 ms hears the words plain; on a busy machine that may be us.
      var late: [Wire] = []
      for number in 2..<10 {
        let bob = try server.connect(.length)
        _ = try server.observe(bob)
        try ann.frame("during")
        _ = try ann.frame(startingWith: "/said")
        try bob.frame("/hello 1 bob\(number)")
        let first = try bob.talk()
        guard first != "ann: during" else {
          _ = try bob.frame(startingWith: "/names ")
          late.append(bob)
          continue
        }
        let names = (2...number).map { "bob\($0)" }.joined(separator: " ")
        #expect(first?.hasSuffix(" bob\(number) lobby \(number)") == true)
        #expect(try bob.talk() == "/names \(number) ann \(names)")
        #expect(try bob.talk()?.timeless == "/said \(number) T ann during")
        return
      }
      Issue.record("never within the hold")
    }
  }

  @Test func whoSpokeFirstHearsItselfAsAnEvent() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.length)
      try bob.send(Wire.framed("hi") + Wire.framed("/hello 1 bob") + Wire.framed("ho"))
      #expect(try bob.talk()?.hasSuffix(" bob lobby 1") == true)
      #expect(try bob.talk() == "/names 1 bob")
      #expect(try bob.talk()?.timeless == "/said 1 T guest1 hi")
      #expect(try bob.talk()?.timeless == "/said 2 T bob ho")
    }
  }

  @Test func aTakenNameLeavesAPlainClientThatMayTryAgain() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let other = try server.connect(.length)
      try other.frame("/hello 1 Ann")
      #expect(try other.talk() == "/error nick-taken Ann2 Ann is taken, Ann2 is free")
      try other.frame("/hello 1 Ann2")
      #expect(try other.frame(startingWith: "/welcome")?.hasSuffix(" Ann2 lobby 1") == true)
      _ = ann
    }
  }

  @Test func historyComesWithItsOldNumbers() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      for number in 1...5 { try ann.frame("m\(number)") }
      try ann.frame("/history 2")
      _ = try ann.frame(startingWith: "/said 5")
      #expect(try ann.frame(startingWith: "/said")?.timeless == "/said 4 T ann m4")
      #expect(try ann.talk()?.timeless == "/said 5 T ann m5")
    }
  }

  /// 1 MiB of messages is more than any one reply, and no reason to be cut.
  @Test func aWholeHistoryComesInPiecesBehindItsGap() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let text = String(repeating: "x", count: 60_000)
      for _ in 0..<20 {
        try ann.frame(text)
        _ = try ann.frame(startingWith: "/said")
      }
      try ann.frame("/history 1000")
      #expect(try ann.frame(startingWith: "/gap") == "/gap 1 3")
      for number in 4...20 {
        #expect(try ann.talk()?.prefix(10).hasPrefix("/said \(number) ") == true)
      }
    }
  }

  @Test func namesAreSplitUnderTheLimit() async throws {
    try await LiveServer.run { server in
      let clients = try (0..<300).map { number in
        let wire = try server.connect(.line)
        try wire.send("/hello 1 \(String(repeating: "王", count: 12))\(number)\n")
        return wire
      }
      for client in clients { _ = try client.line(startingWith: "/welcome") }
      let last = try #require(clients.last)
      try last.send("/who\n")
      var names: Set<Substring> = []
      while names.count < 300, let line = try last.line(startingWith: "/names 300 ") {
        #expect(line.utf8.count <= 4_096)
        names.formUnion(line.split(separator: " ").dropFirst(2))
      }
      #expect(names.count == 300)
    }
  }

  @Test func aNameInBetweenIsToldToWhoeverWasGivenIt() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      _ = try ann.frame(startingWith: "/joined bob")
      try bob.frame("/nick middle")
      try bob.frame("/ping x")
      _ = try bob.frame(startingWith: "/pong")
      try ann.frame("/who")
      #expect(try ann.frame(startingWith: "/names") == "/names 2 ann middle")
      try bob.frame("/nick last")
      #expect(try ann.frame(startingWith: "/renamed middle") == "/renamed middle last")
    }
  }

  /// Who comes back within 5 s is told of to nobody: those who came or asked meanwhile know the name from the list.
  @Test func whoIsAwayForAMomentIsStillListed() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      _ = try ann.frame(startingWith: "/joined bob")
      bob.shutdownSending()
      _ = try bob.all()
      #expect(try await server.console.line("- bob left (closed)"))
      let late = try server.connect(.length)
      try late.frame("/hello 1 late")
      #expect(try late.frame(startingWith: "/names") == "/names 3 ann late bob")
      let back = try server.connect(.length)
      try back.frame("/hello 1 bob")
      #expect(try back.frame(startingWith: "/names") == "/names 3 ann late bob")
      try back.frame("here")
      for wire in [ann, late] {
        var heard: [String] = []
        while let frame = try wire.frame() {
          heard.append(frame)
          if frame.hasPrefix("/said") { break }
        }
        #expect(!heard.contains { $0.contains("bob") && !$0.hasPrefix("/said") }, "\(heard)")
      }
    }
  }
}
