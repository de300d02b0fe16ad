import Testing

/// Reading in a real terminal.
@Suite struct ReadingTests {
  @Test func `a new size keeps the top line, and the end is one key away`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      try await screen.joins("length")
      let guest = try stage.peer("framed_client", "\(server.length)")
      guest.type("/nick guest\n" + (0..<150).map { "line \($0) 你好 and some more words\n" }.joined())
      try await screen.shows("line 149 ")
      try await screen.shows("*** guest joined")
      try await screen.press("PPage")
      let first = try await screen.screen("a page before") {
        !$0.contains("line 149 ") && $0.contains("↓ PgDn")
      }
      let top = try #require(first.conversationRows.first?.firstMatch(of: #/line \d+ /#)?.output)
      for (columns, rows) in [(80, 24), (40, 12), (100, 30), (30, 8), (120, 40)] {
        try await screen.resize(columns: columns, rows: rows)
        try await screen.screen("\(top)at the top of \(columns)×\(rows)") {
          $0.rows.count == rows && $0.conversationRows.first?.contains(top) == true
        }
      }
      guest.type("one more\n")
      try await screen.shows("↓ 1 new")
      try await screen.press("M-u")
      try await screen.screen("the unread line") { screen in
        screen.conversationRows.contains { $0.contains("─── unread ───") }
          && screen.contains("guest: one more")
      }
      try await screen.press("M-Home")
      try await screen.shows("guest: line 0 ")
      try await screen.press("M-End")
      try await screen.shows("guest: one more")
    }
  }

  @Test func `a mention rings the bell once, and not when it is off`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      try await screen.joins("length")
      let file = "\(stage.folder)/pty"
      try await screen.record(to: file)
      let guest = try stage.peer("framed_client", "\(server.length)")
      guest.type("/nick guest\nnobody\nhello Alice\n")
      try await screen.shows("guest: hello Alice")
      try await screen.enter("/bell off")
      try await screen.shows("the bell is off")
      guest.type("alice again\n")
      try await screen.shows("guest: alice again")
      let reader = try stage.start("/bin/cat", [file])
      _ = try await reader.exit()
      #expect(reader.output.text.filter { $0 == "\u{7}" }.count == 1)
    }
  }

  @Test(arguments: [("xterm-256color", true), ("vt100", false), ("linux", true)])
  func `names have colours where there are any, found words stand out anywhere`(
    term: String, colored: Bool
  ) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.terminal(
        [
          "/usr/bin/env", "TERM=\(term)", try Built.tui.path(), "--port", "\(server.length)",
          "--nick", "alice",
        ], columns: 80, rows: 24)
      try await screen.joins("length")
      let guest = try stage.peer("framed_client", "\(server.length)")
      guest.type("/nick bob\na needle in it\n")
      try await screen.shows("bob: a needle")
      try await screen.enter("/search NEEDLE")
      try await screen.shows("line 1 of 1")
      let picture = try await screen.picture()
      #expect(picture.contains(#/\u{1b}\[[0-9;]*7[0-9;]*mneedle/#), "\(picture)")
      let name = picture.firstMatch(of: #/((?:\u{1b}\[[0-9;]*m)+)bob: /#)?.1 ?? ""
      #expect(name.contains(#/[\[;]3[1-8]/#) == colored, "\(name)")
    }
  }

  @Test(arguments: [("xterm-256color", 100, 30), ("linux", 80, 24), ("vt100", 40, 12)])
  func `without a frame the terminal finds a long address whole, and none where there is a frame`(
    term: String, columns: Int, rows: Int
  ) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let command = ["/usr/bin/env", "TERM=\(term)", try Built.tui.path()]
      let screen = try await stage.terminal(
        command + ["--port", "\(server.length)", "--nick", "alice"], columns: columns, rows: rows)
      try await screen.joins("length")
      let address = "https://example.com/" + (0..<24).map { "part\($0)/" }.joined() + "?q=1"
      try await screen.press("F6")
      try await screen.enter("look: \(address) there")
      try await screen.shows("there")
      try await eventually("the address in one line") {
        try await screen.lines().contains { $0.contains("alice: look: \(address) there") }
          ? true : nil
      }
      try await screen.press("F6")
      try await screen.screen("a frame") { $0.rows.first?.hasPrefix("┌") == true && $0.isWhole }
      let (shown, lines) = (try await screen.screen().rows, try await screen.lines())
      #expect(lines.count == shown.count)
    }
  }
}
