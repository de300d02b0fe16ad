import Glibc
import Testing

/// Every kind of bad input, while three bystanders talk.
@Suite(.tags(.ordeal), .enabled(if: Ordeal.isAsked)) struct BadInputTests {
  @Test(arguments: ["lengths", "flood", "splits", "ends", "encodings", "nicks"])
  func `what no client of ours sends harms nobody`(row: String) async throws {
    try await Ordeal.run("hostile", row)
  }

  @Test func `who sends a message byte by byte is gone in time`() async throws {
    try await Ordeal.run("hostile", "slow", Ordeal.isLong ? [] : ["--message-timeout", "2"])
  }

  @Test(arguments: [
    (["--port", "x"], "--port"), (["--port", "70000"], "--port"),
    (["--frobnicate"], "--frobnicate"),
    (["--host", "192.0.2.1"], "--allow-insecure"), (["--idle", "0"], "--idle"),
    (["--max-frame", "0"], "--max-frame"), (["--backlog", "-1"], "--backlog"),
  ])
  func `a server that cannot start says one thing and leaves nothing behind`(
    flags: [String], word: String
  ) async throws {
    try await Stage.run { stage in
      let server = try stage.start(Built.server.path(), flags)
      #expect(try await server.exit() != .exited(0))
      #expect(server.output.text == "")
      saysOneThing(about: word, server.errors.lines)
    }
  }

  @Test(arguments: [
    (["--replay", "/nowhere/x.pcapng"], "/nowhere/x.pcapng: No such file"),
    (["--capture", "/nowhere/x.pcapng", "--plain"], "/nowhere/x.pcapng: No such file"),
    (["--log-file", "/nowhere/x", "--plain"], "--log-file: /nowhere/x: No such file"),
    (["--lesson", "nowhere", "--plain"], "no lesson named nowhere"),
    (["--port", "x"], "'x' is invalid for '--port"),
    (["--serve", "--backlog", "x"], "'x' is invalid for '--backlog"),
  ])
  func `a client that cannot read its file says so in one sentence`(
    flags: [String], words: String
  ) async throws {
    try await Stage.run { stage in
      let client = try stage.start(Built.tui.path(), flags)
      client.closeInput()
      #expect(try await client.exit() != .exited(0))
      #expect(client.output.text == "")
      saysOneThing(about: words, client.errors.lines)
    }
  }

  /// What was wrong is one line; behind it a flag may be explained.
  private func saysOneThing(about words: String, _ lines: [String]) {
    #expect(lines.first?.hasPrefix("Error: ") == true && lines.first?.contains(words) == true)
    for line in lines.dropFirst() {
      let isExplained = ["Help:", "Usage:", "  See '"].contains { line.hasPrefix($0) }
      #expect(isExplained || line.isEmpty, "\(lines)")
    }
  }

  @Test func `a port in use is named, and nothing is half started`() async throws {
    try await Ordeal.run { ordeal in
      let port = ordeal.server.length
      let other = try ordeal.stage.start(
        Built.server.path(),
        ["--port", "0", "--raw-port", "0", "--udp-port", "0", "--line-port", "\(port)"])
      #expect(try await other.exit() == .exited(1))
      #expect(other.output.text == "")
      #expect(other.errors.text.contains("--line-port: port \(port) on 127.0.0.1 is in use"))
    }
  }
}

extension Tag {
  /// Rows of the tables of bad input and of faults; WIRECHAT_LONG=1 gives them their full length.
  @Tag static var ordeal: Self
}
