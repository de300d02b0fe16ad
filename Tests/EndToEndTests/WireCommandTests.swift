import Testing

/// Knobs and ways of sending, typed into a real terminal.
@Suite struct WireCommandTests {
  @Test func `the status line shows what the server acknowledged`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let ann = try await stage.screen(
        ["--raw", "--port", "\(server.raw)", "--nick", "ann"], columns: 160)
      try await ann.joins("raw")
      try await ann.shows("both: late 0 nagle off · there: read 1024")
      try await ann.enter("/late 200")
      try await ann.shows("there: late 200 ms read 1024 nagle off · here: late 0 nagle off")
      try await ann.enter("/rbuf 5")
      try await ann.shows("there: late 200 ms read 5 nagle off · here: late 0 nagle off")
      try await ann.enter("/nagle on")
      try await ann.shows("there: late 200 ms read 5 nagle on · here: late 0 nagle on")
      try await ann.enter("/late 6000")
      let refused = try await ann.shows("usage: /late MS")
      #expect(refused.contains("there: late 200 ms read 5 nagle on"))
    }
  }

  @Test func `a flipped length costs the length framing its place`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let ann = try await stage.screen(["--port", "\(server.length)", "--nick", "ann"])
      try await ann.joins("length")
      try await ann.enter("/flip 0")
      try await ann.shows("flip 0 next")
      try await ann.enter("hello")
      // 5 became 250: the 5 bytes, eight frames of 30 and 5 bytes of a ninth; "ello" is the next length.
      try await ann.enter("/burst 20 \(TeachingCoreTests.hello)")
      try await ann.shows("1869376613")
      try await server.console("one long message") { $0.hasPrefix("ann: hello") }
      let said = try await watcher.said(1)
      #expect(said.first?.text.utf8.starts(with: "hello\u{1a}\0\0\0Hello, Hello.".utf8) == true)
      try await server.program.lines("ann's second coming") { lines in
        lines.count { $0.contains("+ ann 127.0.0.1:") } == 2
      }
      try await ann.joins("length")
      let back = try await ann.screen()
      #expect(!back.contains("flip 0 next"))
      try await ann.enter("again")
      #expect(try await watcher.said(2).map(\.text).last == "again")
    }
  }

  @Test func `a dropped line end garbles two lines and no third`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let ann = try await stage.screen(["--line", "--port", "\(server.line)", "--nick", "ann"])
      try await ann.joins("line")
      for line in ["/drop 5", "hello", "you", "again"] { try await ann.enter(line) }
      #expect(try await watcher.said(2).map(\.text) == ["helloyou", "again"])
    }
  }

  @Test func `who quits before a gap is over hears what was not sent`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let line = "'\(try Built.tui.path())' --port \(server.length) --nick ann; read line"
      let ann = try await stage.terminal(["/bin/sh", "-c", line], columns: 120, rows: 40)
      try await ann.joins("length")
      for line in ["/gap 5000", "/burst 3 hello"] { try await ann.enter(line) }
      _ = try await watcher.said(1)
      try await ann.enter("/quit bye")
      try await ann.shows("chat-tui: not sent ×2: hello")
      #expect(try await watcher.said(1).map(\.text) == ["hello"])
    }
  }

  @Test func `a race is a table`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let ann = try await stage.screen(["--port", "\(server.length)", "--nick", "ann"])
      try await ann.joins("length")
      try await ann.enter("/race 20 \(TeachingCoreTests.hello)")
      let shown = try await ann.shows("udp    20   20   20      0    0    0")
      #expect(shown.contains("     sent read msgs sticky half lost"))
      #expect(shown.rows.contains { $0.contains("len    20 ") })
      #expect(shown.rows.contains { $0.contains("raw    20 ") })
    }
  }
}
