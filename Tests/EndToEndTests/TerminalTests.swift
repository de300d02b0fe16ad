import Glibc
import Testing

/// What `chat-tui` does to the terminal it runs in.
@Suite struct TerminalTests {
  /// How a session ends: tmux key names, `/quit` typed, or a signal.
  enum Ending: String, CaseIterable, Sendable {
    case endOfInput, command, interruptedTwice, terminated, hungUp, crashed
  }

  @Test(arguments: Ending.allCases)
  func `every end restores the terminal`(ending: Ending) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let script = "stty -a; \"$0\" \"$@\"; echo \"status $?\"; stty -a; exec sleep 1000"
      let terminal = try await stage.terminal(
        [
          "/bin/sh", "-c", script, try Built.tui.path(), "--port", "\(server.length)", "--nick",
          "al",
        ],
        columns: 100, rows: 50, environment: Environment(["SWIFT_BACKTRACE": "enable=no"]))
      try await terminal.joins("length")
      #expect(try await terminal.value("#{alternate_on}") == "1")
      #expect(try await terminal.value("#{mouse_any_flag}") == "0")
      try await terminal.press("F5")
      try await terminal.shows("mouse on")
      #expect(try await terminal.value("#{mouse_any_flag}") == "1")
      switch ending {
      case .endOfInput: try await terminal.press("C-d")
      case .command: try await terminal.enter("/quit")
      case .interruptedTwice: try await terminal.press("C-c", "C-c")
      case .terminated: try await terminal.signalForeground(SIGTERM)
      case .hungUp: try await terminal.signalForeground(SIGHUP)
      case .crashed: try await terminal.signalForeground(SIGSEGV)
      }
      let shown = try await terminal.screen("the shell again") { screen in
        screen.rows.contains { $0.hasPrefix("status ") }
          && screen.rows.count { $0.hasPrefix("speed ") } == 2
          && screen.rows.count { $0.contains("-extproc") } == 2
      }
      let rows = shown.rows.filter {
        !["", "Terminated", "Hangup"].contains($0) && !$0.hasPrefix("Segmentation fault")
      }
      let status = try #require(rows.firstIndex { $0.hasPrefix("status ") })
      #expect(Array(rows[..<status]) == Array(rows[(status + 1)...]), "\(shown.text)")
      #expect(try await terminal.value("#{alternate_on}") == "0")
      #expect(try await terminal.value("#{cursor_flag}") == "1")
      #expect(try await terminal.value("#{keypad_flag}#{keypad_cursor_flag}") == "00")
      #expect(try await terminal.value("#{mouse_any_flag}") == "0")
      let expected: String? =
        switch ending {
        case .terminated, .hungUp: nil
        case .crashed: "status \(128 + SIGSEGV)"
        default: "status 0"
        }
      if let expected { #expect(rows[status] == expected) }
      try await server.console("the departure") { $0.hasPrefix("- al left") }
    }
  }

  @Test func `a storm of sizes, down to 1×1 and back, breaks nothing`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      let guest = try stage.peer("framed_client", "\(server.length)")
      try await screen.joins("length")
      guest.type("/nick guest\n你好 👩‍👩‍👧‍👦 \(TeachingCoreTests.hello)\n")
      try await screen.shows("guest: 你好")
      let sizes = [
        (1, 1), (2, 2), (300, 3), (3, 100), (40, 10), (39, 10), (40, 9), (80, 24), (1, 40),
        (120, 1), (100, 30), (99, 30), (100, 29), (7, 3), (200, 60), (1, 1),
      ]
      for (number, size) in sizes.enumerated() {
        try await screen.resize(columns: size.0, rows: size.1)
        guest.type("size \(number)\n")
        try await server.console("the guest's words") { $0 == "guest: size \(number)" }
        #expect(try await screen.value("#{pane_dead}") == "0", "at \(size)")
      }
      try await screen.resize(columns: 120, rows: 40)
      let shown = try await screen.screen("the whole screen again") {
        $0.isWhole && $0.contains("guest: size \(sizes.count - 1)")
      }
      #expect(shown.rows.count == 40)
      #expect(try await screen.bars(row: 1).count == 3, "\(shown.text)")
      try await screen.enter("still here")
      try await screen.shows("alice: still here")
    }
  }

  @Test func `lines from a pipe are sent, and the keyboard works beside it`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let script = "printf 'one\\ntwo\\n' | \"$0\" \"$@\""
      let terminal = try await stage.terminal(
        [
          "/bin/sh", "-c", script, try Built.tui.path(), "--port", "\(server.length)", "--nick",
          "al",
        ],
        columns: 100, rows: 30)
      #expect(try await watcher.said(2).map(\.text) == ["one", "two"])
      try await terminal.shows("al: two")
      try await terminal.enter("three")
      try await terminal.shows("al: three")
      #expect(try await watcher.said(3).map(\.text) == ["one", "two", "three"])
    }
  }

  @Test func `a terminal that cannot move its cursor gets plain mode`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let terminal = try await stage.terminal(
        [
          "/usr/bin/env", "TERM=dumb", try Built.tui.path(), "--port", "\(server.length)",
        ], columns: 80, rows: 24)
      try await terminal.enter("hello")
      try await terminal.screen("plain lines") { $0.rows.contains("guest1: hello") }
    }
  }

  @Test func `the C locale shows Chinese all the same`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let terminal = try await stage.terminal(
        [
          "/usr/bin/env", "LC_ALL=C", try Built.tui.path(), "--port", "\(server.length)", "--nick",
          "al",
        ], columns: 80, rows: 24)
      try await terminal.joins("length")
      try await terminal.enter("你好")
      try await terminal.shows("al: 你好")
    }
  }

  @Test func `--serve joins its own server and says where others go`() async throws {
    try await Stage.run { stage in
      let holder = try stage.peer("occupy", "tcp")
      let taken = try await holder.port("listening")
      let flags = ["--port", "--raw-port", "--line-port", "--udp-port"].flatMap {
        [$0, "\(taken)"]
      }
      let screen = try await stage.screen(["--serve", "--nick", "alice"] + flags)
      let shown = try await screen.shows("others: chat-tui --port ")
      let match = try #require(shown.text.firstMatch(of: #/others: chat-tui --port (\d+)/#))
      let guest = try stage.peer("framed_client", String(match.1))
      guest.type("/nick guest\nhello\n")
      try await screen.shows("guest: hello")
      try await screen.enter("hello to you")
      try await guest.line("the answer") { $0 == "alice: hello to you" }
    }
  }
}
