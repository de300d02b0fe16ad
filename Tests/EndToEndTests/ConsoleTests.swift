import Glibc
import Testing

/// What `chat-server` prints, literally, and how it ends.
@Suite struct ConsoleTests {
  @Test func `the console tells who came, what was said and who left`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let alice = try stage.peer("framed_client", "\(server.length)")
      let from = try await alice.port("connected")
      alice.type("/hello 1 alice\n")
      try await alice.line("/welcome") { $0.hasPrefix("/welcome ") }
      alice.type("hello\n/me waves\n")
      try await server.console("the deed") { $0.contains("waves") }
      let udp = try stage.peer("udp_client", "\(server.udp)")
      let address = try await udp.port("bound")
      udp.type("Hello server\n")
      try await udp.line("the echo") { $0 == "12 Hello server" }
      alice.type("\u{1b}]52;c;aGk=\u{7}\n/quit\n")
      try await server.console("the end") { $0.hasPrefix("- ") }
      #expect(
        server.console == [
          "+ alice 127.0.0.1:\(from) length",
          "alice: hello",
          "* alice waves",
          "udp 127.0.0.1:\(address) 12 B: Hello server",
          "alice: ^[]52;c;aGk=^G",
          "- alice left (quit)",
        ])
      #expect(server.program.errors.text == "")
    }
  }

  @Test func `listeners are printed in order, those that are off are not`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server(["--raw-port", "off", "--udp-port", "off"])
      #expect(
        server.program.output.lines == [
          "listening length 127.0.0.1:\(server.length)",
          "listening line 127.0.0.1:\(server.line)",
          "ready",
        ])
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a stop is told to everyone and exits 0`(signal: Int32) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let plain = try stage.start(try Tool.nc.path(), ["127.0.0.1", "\(server.line)"])
      plain.type("hello\n")
      try await plain.line("its own words") { $0 == "guest1: hello" }
      server.program.send(signal: signal)
      #expect(try await server.program.exit() == .exited(0))
      try await watcher.line("the end") { $0 == "closed" }
      #expect(watcher.output.lines.dropLast().last?.hasPrefix("/notice ") == true)
      plain.closeInput()
      _ = try await plain.exit()
      #expect(plain.output.lines.last?.hasPrefix("*** ") == true)
    }
  }

  @Test(arguments: [
    ("--port", "tcp"), ("--raw-port", "tcp"), ("--line-port", "tcp"), ("--udp-port", "udp"),
  ])
  func `a port in use: which one, which flag, and no half-started server`(
    flag: String, kind: String
  ) async throws {
    try await Stage.run { stage in
      let holder = try stage.peer("occupy", kind)
      let port = try await holder.port("listening")
      let free = ["--port", "--raw-port", "--line-port", "--udp-port"].filter { $0 != flag }
        .flatMap { [$0, "0"] }
      let server = try stage.start(try Built.server.path(), free + [flag, "\(port)"])
      let status = try await server.exit()
      #expect(status != .exited(0))
      #expect(server.output.text == "")
      let sentences = server.errors.lines
      #expect(sentences.count == 1, "\(sentences)")
      #expect(sentences.first?.contains("\(port)") == true, "\(sentences)")
      #expect(sentences.first?.contains(flag) == true, "\(sentences)")
    }
  }

  @Test(arguments: [
    (["--port", "70000"], "--port"), (["--raw-read-size", "none"], "--raw-read-size"),
    (["--max-frame", "0"], "--max-frame"), (["--host", "0.0.0.0"], "--allow-insecure"),
    (["--host", "192.0.2.1", "--allow-insecure"], "--host"), (["--nonsense"], "--nonsense"),
  ])
  func `a bad flag is named in one sentence`(flags: [String], named: String) async throws {
    try await Stage.run { stage in
      let free = ["--port", "--raw-port", "--line-port", "--udp-port"]
        .filter { !flags.contains($0) }.flatMap { [$0, "0"] }
      let server = try stage.start(try Built.server.path(), free + flags)
      let status = try await server.exit()
      #expect(status != .exited(0))
      #expect(server.output.text == "")
      #expect(server.errors.lines.first?.contains(named) == true, "\(server.errors.text)")
    }
  }
}
