import Testing

/// The sticky burst, made certain: the server is stopped while it goes out.
@Suite struct StickyTests {
  static let hello = TeachingCoreTests.hello
  static let long = String(repeating: hello, count: 20)

  @Test func `twenty writes, one read, one message; framed: twenty messages`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let plain = try stage.peer("framed_client", "\(server.length)")
      let alice = try await stage.screen(["--raw", "--port", "\(server.raw)", "--nick", "alice"])
      let bob = try await stage.screen(["--port", "\(server.length)", "--nick", "bob"])
      try await alice.joins("raw")
      try await bob.joins("length")
      plain.type("/ping here\n")
      try await plain.line("the answer") { $0 == "/pong here" }
      try await server.console("alice") { $0.contains("alice") }

      let before = try await alice.screen().writes ?? 0
      try await server.program.stop()
      try await alice.enter("/burst 20 \(Self.hello)")
      try await alice.screen("twenty writes more than \(before)") { $0.writes == before + 20 }
      try await ReceiveQueue(port: server.raw).holds(520)
      server.program.resume()

      let shown = try await alice.screen("the server's one read") {
        $0.contains("server read 520 B") && $0.contains("STICKY ×20")
      }
      #expect(shown.rows.contains { $0.contains("write 26 B") }, "\(shown.text)")
      try await server.console("the read") {
        $0.hasSuffix(" read 520 B: Hello, Hello. How are you?Hello, Hello. How …")
      }
      #expect(try await watcher.said(1).map(\.text) == [Self.long])
      try await plain.line("one long message") { $0 == "alice: \(Self.long)" }
      let squeezed = "alice:" + Self.long.filter { $0 != " " }
      for screen in [alice, bob] {
        try await screen.screen("one long message") { $0.conversation.contains(squeezed) }
      }

      var framing = "raw"
      while framing != "length" {
        try await alice.press("F2")
        let next = try await alice.screen("the framing after \(framing)") { screen in
          screen.joined.map { $0 != framing } ?? false
        }
        framing = next.joined ?? ""
      }
      try await alice.enter("/burst 20 \(Self.hello)")
      try await alice.enter("that was it")
      let heard = try await watcher.said(22).dropFirst()
      #expect(
        heard.map(\.text) == Array(repeating: Self.hello, count: 20) + ["that was it"])
      #expect(Set(heard.map(\.nick)) == ["alice"])
      try await alice.shows("alice: that was it")
      let last = try await bob.shows("alice: that was it")
      let single = last.conversationRows.count { $0.contains("alice: \(Self.hello) ") }
      #expect(single == 20, "\(last.text)")
    }
  }

  @Test func `a read buffer of 8 bytes halves every longer write`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server(["--raw-read-size", "8"])
      let watcher = try await stage.watcher(server)
      let al = try await stage.screen(["--raw", "--port", "\(server.raw)", "--nick", "al"])
      try await al.joins("raw")
      try await al.enter(Self.hello)
      let shown = try await al.screen("four halves") { screen in
        screen.rows.count { $0.contains("server read 8 B") && $0.contains("HALF 8/26") } == 3
          && screen.rows.contains { $0.contains("server read 2 B") && $0.contains("HALF 2/26") }
      }
      #expect(shown.rows.contains { $0.contains("write 26 B") }, "\(shown.text)")
      let said = try await watcher.said(4)
      #expect(said.map(\.text) == ["Hello, H", "ello. Ho", "w are yo", "u?"])
      #expect(Set(said.map(\.nick)) == ["al"])
    }
  }
}
