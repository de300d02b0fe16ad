import Glibc
import Testing

/// `chat-tui --plain`: lines in, lines out.
@Suite struct PlainTests {
  @Test func `two lines are two messages and exit status 0`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let client = try stage.tui(
        reading: "one\ntwo\n", ["--plain", "--port", "\(server.length)"])
      #expect(try await client.exit() == .exited(0))
      #expect(client.errors.text == "")
      #expect(try await watcher.said(2).map(\.text) == ["one", "two"])
    }
  }

  @Test func `a pipe as standard output means plain`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let client = try stage.tui("--port", "\(server.length)")
      client.type("one\n")
      try await client.line("its own words") { $0 == "guest1: one" }
      client.closeInput()
      #expect(try await client.exit() == .exited(0))
    }
  }

  @Test(arguments: [[], ["--raw"], ["--line"]])
  func `nobody there: one sentence, in time`(flags: [String]) async throws {
    try await Stage.run { stage in
      // The shell takes the time, not this process with its many tests; the best of a few tells the
      // program's own waiting from that for a core.
      var best = Double.infinity
      for _ in 1...5 where best >= 5 {
        let client = try stage.start(
          "/bin/bash",
          ["-c", "TIMEFORMAT=%R; time \"$@\"", "bash", Built.tui.path(), "--plain", "--port", "1"]
            + flags)
        client.type("one\n")
        client.closeInput()
        #expect(try await client.exit() == .exited(1))
        #expect(client.output.text == "")
        let lines = client.errors.lines
        #expect(lines.count == 2, "\(lines)")
        #expect(lines.first?.contains("127.0.0.1:1") == true, "\(lines)")
        best = min(best, lines.last.flatMap(Double.init) ?? .infinity)
      }
      #expect(best < 5)
    }
  }

  @Test(arguments: [true, false])
  func `the port is written behind the host, with a colon or without`(hasColon: Bool) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let port = "\(server.length)"
      let words = hasColon ? ["127.0.0.1:\(port)"] : ["127.0.0.1", port]
      let client = try stage.tui(reading: "one\n", ["--plain"] + words)
      #expect(try await client.exit() == .exited(0))
      #expect(client.output.text == "guest1: one\n")
      let twice = try stage.tui(reading: "", ["--plain"] + words + ["--port", port])
      #expect(try await twice.exit() == .exited(64))
      #expect(twice.errors.text.contains("give the port once: as HOST:PORT, as HOST PORT or"))
    }
  }

  @Test func `a port within the host is refused with where it belongs`() async throws {
    try await Stage.run { stage in
      let client = try stage.tui("--plain", "--host", "127.0.0.1:1")
      client.closeInput()
      #expect(try await client.exit() == .exited(64))
      #expect(client.errors.text.contains("give it with --port, or both as chat-tui 127.0.0.1:1"))
    }
  }

  @Test func `what goes out is the lines and nothing else`() async throws {
    try await Stage.run { stage in
      let server = try stage.peer("framed_server")
      let port = try await server.port("listening")
      let client = try stage.tui(
        reading: "/who\n//x\n你好\nlast", ["--plain", "--port", "\(port)"])
      #expect(try await client.exit() == .exited(0))
      try await server.lines("the end") { $0.last == "ended" }
      #expect(
        server.output.lines.dropFirst() == [
          "accepted", "message 4 /who", "message 3 //x", "message 6 你好", "message 4 last", "ended",
        ])
    }
  }

  @Test func `a nick is asked for first`() async throws {
    try await Stage.run { stage in
      let server = try stage.peer("framed_server")
      let port = try await server.port("listening")
      let client = try stage.tui(
        reading: "one\n", ["--plain", "--nick", "zoe", "--port", "\(port)"])
      #expect(try await client.exit() == .exited(0))
      try await server.lines("the end") { $0.last == "ended" }
      #expect(
        server.output.lines.dropFirst() == [
          "accepted", "message 9 /nick zoe", "message 3 one", "ended",
        ])
    }
  }

  @Test(arguments: [
    (["--linger", "0"], "keep", 0.0, ""), (["--linger", "2"], "keep", 2.0, ""),
    ([], "keep", 1.0, ""), (["--linger", "30"], "close", 0.0, ""),
    (["--linger", "30"], "answer", 0.0, "bye\n"), (["--linger", "0"], "answer", 0.0, "bye\n"),
  ])
  func `after the end of input it reads on, but not for ever`(
    flags: [String], end: String, seconds: Double, heard: String
  ) async throws {
    try await Stage.run { stage in
      let server = try stage.peer("raw_server", end)
      let port = try await server.port("listening")
      let client = try stage.tui("--plain", "--raw", "--port", "\(port)", flags: flags)
      client.type("hi\n")
      try await server.line("hi") { $0 == "read 2 hi" }
      let start = ContinuousClock.now
      client.closeInput()
      #expect(try await client.exit(within: .seconds(20)) == .exited(0))
      #expect((ContinuousClock.now - start) / .seconds(1) >= seconds)
      #expect(client.output.text == heard)
    }
  }

  @Test func `a server gone early is one sentence and exit status 1`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let client = try stage.tui("--plain", "--port", "\(server.length)")
      client.type("one\n")
      try await client.line("its own words") { $0 == "guest1: one" }
      server.program.send(signal: SIGKILL)
      #expect(try await client.exit() == .exited(1))
      #expect(client.errors.lines.count == 1, "\(client.errors.text)")
    }
  }

  @Test func `--wire has heard of each byte that the server read when it ends`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      for _ in 0..<10 {
        let client = try stage.tui("--plain", "--raw", "--wire", "--port", "\(server.raw)")
        client.type("a\nb\nc\n")
        client.closeInput()
        #expect(try await client.exit() == .exited(0))
        let wire = client.errors.text
        let read = wire.matches(of: #/⇥ server read (\d) B/#).compactMap { Int($0.1) }
        #expect(read.reduce(0, +) == 3 && !wire.contains(" of 3 B)"), "\(wire)")
      }
    }
  }

  @Test func `--wire dumps each write and read with its verdict on standard error`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let client = try stage.tui("--plain", "--wire", "--port", "\(server.length)")
      client.type("one\n")
      try await client.line("its own words") { $0 == "guest1: one" }
      try await eventually("the read and its verdict on standard error") {
        client.errors.lines.contains { $0.hasSuffix(" 1:1") && $0.contains("◀ read ") }
          ? true : nil
      }
      client.closeInput()
      #expect(try await client.exit() == .exited(0))
      let wire = client.errors.text
      #expect(wire.contains("#1  ▶ write 7 B  1 message\n"), "\(wire)")
      #expect(wire.contains("  0000[03 00 00 00]6f 6e 65 "), "\(wire)")
      #expect(wire.contains("       length 3 LE · 50,331,648 BE\n"), "\(wire)")
      #expect(wire.contains("#1  ⇥ server read 7 B  "), "\(wire)")
      #expect(wire.contains("  0000[0b 00 00 00]67 75 65 73 74 31 3a 20 6f 6e 65"), "\(wire)")
    }
  }

  @Test(arguments: [
    (["--port", "70000"], "--port"), (["--framing", "banana"], "--framing"),
    (["--linger", "soon"], "--linger"), (["--nonsense"], "--nonsense"),
  ])
  func `a bad flag is named`(flags: [String], named: String) async throws {
    try await Stage.run { stage in
      let client = try stage.tui(reading: "", ["--plain"] + flags)
      let status = try await client.exit()
      #expect(status != .exited(0))
      #expect(client.output.text == "")
      #expect(client.errors.lines.first?.contains(named) == true, "\(client.errors.text)")
    }
  }

  @Test(arguments: ["--help", "--version"])
  func `--help and --version print and exit 0`(flag: String) async throws {
    try await Stage.run { stage in
      let client = try stage.tui(reading: "", [flag])
      #expect(try await client.exit() == .exited(0))
      #expect(client.output.text != "")
    }
  }

  @Test func `--serve works without a terminal`() async throws {
    try await Stage.run { stage in
      let holder = try stage.peer("occupy", "tcp")
      let occupied = try await holder.port("listening")
      let flags = ["--port", "--raw-port", "--line-port", "--udp-port"]
        .flatMap { [$0, "\(occupied)"] }
      let client = try stage.tui("--plain", "--serve", flags: flags)
      let port = try await eventually("where it serves") {
        client.errors.lines.lazy.compactMap { $0.firstMatch(of: /serving length 127.0.0.1:(\d+)/) }
          .compactMap { Int($0.1) }.first
      }
      #expect(port > occupied)
      client.type("one\n")
      try await client.line("its own words") { $0 == "guest1: one" }
      let guest = try stage.peer("framed_client", "\(port)")
      guest.type("two\n")
      try await client.line("the guest's words") { $0 == "guest2: two" }
      client.closeInput()
      #expect(try await client.exit() == .exited(0))
    }
  }
}
