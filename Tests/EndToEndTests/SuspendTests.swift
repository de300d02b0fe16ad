import Glibc
import Testing

/// What becomes of the terminal while the client stands still, and of its modes at the end.
@Suite struct SuspendTests {
  /// A terminal with a shell in it that waits for a command.
  private func shell(_ stage: Stage) async throws -> Terminal {
    let terminal = try await stage.terminal(
      ["/bin/bash", "--norc", "--noediting", "-i"], columns: 80, rows: 24,
      environment: Environment(["PS1": "shell> ", "SWIFT_BACKTRACE": "enable=no"]))
    try await terminal.shows("shell>")
    return terminal
  }

  @Test(arguments: ["the key", "a signal"])
  func `stopped, the shell has its terminal; continued, the screen is whole`(by way: String)
    async throws
  {
    try await Stage.run { stage in
      let server = try await stage.server()
      let terminal = try await shell(stage)
      try await terminal.enter("\(try Built.tui.path()) --port \(server.length) --nick alice")
      try await terminal.joins("length")
      for turn in 1...2 {
        if way == "the key" {
          try await terminal.press("C-z")
        } else {
          try await terminal.signalForeground(SIGTSTP)
        }
        try await terminal.screen("the shell") {
          $0.contains("Stopped") && $0.rows.last { !$0.isEmpty } == "shell>"
        }
        #expect(try await terminal.value("#{alternate_on}#{cursor_flag}#{keypad_flag}") == "010")
        try await terminal.enter("stty | tr ' ;' '\\n' | grep -cx -e -echo -e -icanon -e -isig")
        try await terminal.screen("a terminal that edits lines") { $0.rows.contains("0") }
        let guest = try stage.peer("framed_client", "\(server.length)")
        guest.type("/nick guest\(turn)\nwhile you were away\n")
        try await server.console("the guest") { $0 == "guest\(turn): while you were away" }
        try await terminal.resize(columns: turn == 1 ? 100 : 80, rows: 24)
        try await terminal.enter("clear; fg")
        try await terminal.screen("the whole screen") {
          $0.isWhole && $0.contains("guest\(turn): while")
        }
        #expect(try await terminal.value("#{alternate_on}") == "1")
        try await terminal.enter("back \(turn)")
        try await terminal.shows("alice: back \(turn)")
      }
    }
  }

  @Test func `a SIGSTOP from outside is painted over when it goes on`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let terminal = try await shell(stage)
      try await terminal.enter("\(try Built.tui.path()) --port \(server.length) --nick alice")
      try await terminal.joins("length")
      try await terminal.signalForeground(SIGSTOP)
      try await terminal.shows("Stopped")
      try await terminal.enter("fg")
      try await terminal.screen("the whole screen") { $0.isWhole && !$0.contains("Stopped") }
      try await terminal.enter("back")
      try await terminal.shows("alice: back")
    }
  }

  /// How a session ends.
  enum Ending: String, CaseIterable, Sendable {
    case quit, terminated, hungUp, crashed, suspended
  }

  @Test(arguments: Ending.allCases)
  func `brackets around pastes and news of the focus are off behind every end`(ending: Ending)
    async throws
  {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await shell(stage)
      let file = "\(stage.folder)/pty"
      try await screen.record(to: file)
      try await screen.enter(
        "\(try Built.tui.path()) --port \(server.length) --nick alice; echo gone")
      try await screen.joins("length")
      switch ending {
      case .quit: try await screen.press("C-d")
      case .terminated: try await screen.signalForeground(SIGTERM)
      case .hungUp: try await screen.signalForeground(SIGHUP)
      case .crashed: try await screen.signalForeground(SIGSEGV)
      case .suspended: try await screen.press("C-z")
      }
      try await screen.screen("the shell") { $0.rows.last { !$0.isEmpty } == "shell>" }
      // tmux writes the recording on its own time.
      let written = try await eventually("all of it, up to the prompt") {
        let reader = try stage.start("/bin/cat", [file])
        _ = try await reader.exit()
        let text = reader.output.text
        guard let prompt = text.ranges(of: "shell>").last,
          let on = text.ranges(of: "\u{1b}[?2004h").last, on.upperBound <= prompt.lowerBound
        else { return String?.none }
        return text
      }
      for mode in ["2004", "1004"] {
        let on = try #require(written.ranges(of: "\u{1b}[?\(mode)h").last)
        let off = try #require(written.ranges(of: "\u{1b}[?\(mode)l").last, "\(mode)")
        #expect(on.upperBound <= off.lowerBound)
      }
      #expect(written.ranges(of: "\u{1b}[22;2t").count == 1)
      #expect(written.ranges(of: "\u{1b}[23;2t").count == 1)
    }
  }
}
