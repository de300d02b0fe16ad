import Testing

/// A capture that is shown again.
@Suite struct ReplayTests {
  @Test func `as text, what --wire showed`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let file = "\(stage.folder)/a.pcapng"
      let client = try stage.tui(
        reading: "one\ntwo\n",
        ["--plain", "--wire", "--capture", file, "--port", "\(server.length)"])
      #expect(try await client.exit() == .exited(0))
      server.program.end()
      let again = try stage.tui("--plain", "--replay", file)
      #expect(try await again.exit() == .exited(0), "\(again.errors.text)")
      #expect(again.errors.text == "")
      #expect(Self.calls(again.output.lines) == Self.calls(client.errors.lines))
      #expect(again.output.lines.contains { $0.contains("03 00 00 00") && $0.contains("one") })
    }
  }

  @Test func `on screen, forward and back, without a server`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let file = "\(stage.folder)/a.pcapng"
      let client = try stage.tui(
        reading: "first\nsecond\n", ["--plain", "--capture", file, "--port", "\(server.length)"])
      #expect(try await client.exit() == .exited(0))
      server.program.end()
      let screen = try await stage.screen(["--replay", file])
      let start = try await screen.shows("replay a.pcapng · step 0 of ")
      #expect(!start.contains("▶ write"))
      try await screen.press("Right")
      try await screen.shows("step 1 of ")
      try await screen.press("Space")
      let second = try await screen.shows("step 2 of ")
      #expect(second.contains("▶ write 9 B"), "\(second.text)")
      try await screen.press("End")
      try await screen.shows("▶ write 10 B")
      try await screen.screen("what was said") { $0.conversation.contains("guest1:second") }
      try await screen.press("Left", "Home")
      try await screen.screen("nothing") { $0.contains("step 0 of ") && !$0.contains("write 9 B") }
      try await screen.press("a")
      try await screen.screen("played to its end") {
        $0.contains("write 10 B") && !$0.contains("playing")
      }
      try await screen.enter("/framing raw")
      try await screen.shows("a replay: nothing is sent")
      try await screen.press("C-d")
      try await eventually("the end") { try await screen.value("#{pane_dead}") == "1" ? true : nil }
    }
  }

  @Test func `a file of others is refused with a sentence`() async throws {
    try await Stage.run { stage in
      for file in ["/etc/passwd", "/nowhere/a.pcapng", "/dev/zero"] {
        let client = try stage.tui("--plain", "--replay", file)
        #expect(try await client.exit() != .exited(0))
        #expect(client.errors.lines.count == 1, "\(client.errors.text)")
        #expect(client.output.text == "")
      }
    }
  }

  /// What was called, with how many bytes; verdicts and places depend on when the server's word came.
  private static func calls(_ lines: [String]) -> [String] {
    lines.compactMap { line in
      line.firstMatch(of: /^#\d+ +(▶|◀|⇥) .*? B/).map { String($0.0) }
    }.sorted()
  }
}
