import Glibc
import Testing

/// Typing in a real terminal: what only a terminal decides.
@Suite struct TypingTests {
  static let terminals = ["xterm-256color", "screen", "linux", "vt100"]
  static let sizes = [(120, 40), (80, 24), (40, 12)]

  private func alice(
    _ stage: Stage, _ server: ChatServer, _ columns: Int = 80, _ rows: Int = 24,
    term: String = "xterm-256color"
  ) async throws -> Terminal {
    let screen = try await stage.terminal(
      [
        "/usr/bin/env", "TERM=\(term)", try Built.tui.path(), "--port", "\(server.length)",
        "--nick",
        "alice",
      ], columns: columns, rows: rows)
    try await screen.joins("length")
    return screen
  }

  /// The rows of the input, without frame and blanks at their ends.
  private func input(_ screen: Screen) -> [String] {
    let framed = screen.rows.first?.first == "┌"
    let rows = screen.rows.map { row -> String in
      guard framed else { return row }
      var text = row.dropFirst(2).dropLast()
      while text.last == " " { text.removeLast() }
      return String(text)
    }
    guard let first = rows.lastIndex(where: { $0.hasPrefix(">") }) else { return [] }
    return Array(rows[first..<(framed ? rows.count - 1 : rows.count)])
  }

  private func shows(_ expected: [String], on screen: Terminal) async throws {
    try await screen.screen("the input \(expected)") { input($0) == expected }
  }

  @Test(arguments: terminals)
  func `readline's keys, with Alt and Control, whatever TERM is`(term: String) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server, term: term)
      try await screen.type("one two three")
      try await screen.press("C-Left", "M-BSpace")
      try await shows(["> one three"], on: screen)
      try await screen.press("Home", "C-y")
      try await shows(["> two one three"], on: screen)
      try await screen.press("C-_")
      try await shows(["> one three"], on: screen)
      try await screen.press("M-_", "M-f", "M-d", "End", "M-Enter")
      try await screen.type("last")
      try await shows(["> two one", "  last"], on: screen)
      try await screen.press("C-a", "C-k", "C-y", "BSpace", "C-t", "M-b")
      try await screen.type("b")
      try await shows(["> two one", "  blsa"], on: screen)
      try await screen.press("Enter")
      try await screen.shows("alice: two one")
      try await screen.shows("↳ blsa")
      try await screen.press("C-r")
      try await screen.type("two")
      try await screen.screen("what was found") { $0.contains("^R two › two one ⏎ blsa") }
      try await screen.press("C-c", "F1")
      try await screen.shows("PgDn more")
      try await screen.press("NPage", "PPage", "Escape")
      try await shows([">"], on: screen)
      try await screen.press("C-d")
      try await eventually("its end") { try await screen.value("#{pane_dead}") == "1" ? true : nil }
    }
  }

  @Test(arguments: sizes)
  func `signs of any width are edited as one, and the cursor is where they end`(
    columns: Int, rows: Int
  ) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server, columns, rows)
      let start = 4
      try await screen.type("你好👩‍👩‍👧‍👦🇩🇪e\u{301}")
      func cursor(_ column: Int) async throws {
        try await eventually("the cursor in column \(start + column)") {
          try await screen.value("#{cursor_x}") == "\(start + column)" ? true : nil
        }
      }
      try await cursor(9)
      try await screen.press("BSpace")
      try await cursor(8)
      try await screen.press("BSpace")
      try await cursor(6)
      try await screen.press("BSpace")
      try await cursor(4)
      try await screen.press("Left", "DC")
      try await cursor(2)
      try await shows(["> 你"], on: screen)
      try await screen.press("Enter")
      try await screen.shows("alice: 你")
    }
  }

  @Test func `what is pasted waits for Enter`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      try await screen.paste("secret\nsecond\u{1b}[31m 你好\n")
      try await shows(["> secret", "  second[31m 你好"], on: screen)
      try await screen.shows("pasted 2 lines, ")
      #expect(!server.console.contains { $0.contains("secret") })
      try await screen.press("Enter")
      try await screen.shows("alice: secret")
      try await screen.shows("↳ second[31m 你好")
    }
  }

  @Test func `a large paste goes in whole`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      try await screen.paste(
        (0..<400).map { "line \($0) of what is pasted" }.joined(separator: "\n"))
      try await screen.shows("pasted 400 lines, ")
      try await screen.press("Enter")
      try await screen.shows("↳ line 399 of what is pasted")
    }
  }

  @Test func `a paste that never ends is over after a while`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      try await screen.send(Array("\u{1b}[200~lost".utf8))
      try await shows(["> lost"], on: screen)
      try await screen.type(" end")
      // What is read together with it would be more of the paste.
      try await shows(["> lost end"], on: screen)
      try await screen.press("Enter")
      try await screen.shows("alice: lost end")
    }
  }

  @Test func `a paste that stops for a while and goes on is not sent line by line`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      try await screen.send(Array("\u{1b}[200~one\n".utf8))
      try await shows(["> one"], on: screen)
      try await screen.send(Array("two\nthree\n".utf8))
      try await screen.send(Array("\u{1b}[201~".utf8))
      try await shows(["> one", "  two", "  three"], on: screen)
      try await screen.press("Enter")
      try await screen.shows("↳ three")
      #expect(server.console.filter { $0.contains("three") }.count == 1)
    }
  }

  @Test func `nor is one that stops at its beginning, or at an end of line`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      try await screen.send(Array("\u{1b}[200~one".utf8))
      try await shows(["> one"], on: screen)
      try await screen.send([0x0d])
      try await screen.send(Array("two\rthree\r".utf8))
      try await screen.send(Array("\u{1b}[201~".utf8))
      try await screen.screen("all of it") { screen in input(screen).last == "  three" }
      #expect(!server.console.contains { $0.contains("one") })
    }
  }

  @Test func `a character may come in parts`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      for byte in "你好, 🙂!".utf8 { try await screen.send([byte]) }
      try await shows(["> 你好, 🙂!"], on: screen)
    }
  }

  @Test func `Tab completes the latest speaker, and commands from their list`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      for nick in ["bill", "bob"] {
        let guest = try stage.peer("framed_client", "\(server.length)")
        guest.type("/hello 1 \(nick)\nhello from \(nick)\n")
        try await screen.shows("\(nick): hello from")
      }
      try await screen.type("b")
      try await screen.press("Tab")
      try await shows(["> bob:"], on: screen)
      try await screen.press("Tab")
      try await shows(["> bill:"], on: screen)
      try await screen.press("BTab", "C-u")
      try await screen.type("/frami")
      try await screen.shows("next one")
      try await screen.press("Tab")
      try await screen.type("ra")
      try await screen.press("Tab")
      try await shows(["> /framing raw"], on: screen)
    }
  }

  @Test func `^L paints over what others wrote on the screen`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await alice(stage, server)
      // The last that changes by itself where the rubbish is written.
      try await screen.shows("*** alice joined")
      let terminal = try await screen.value("#{pane_tty}")
      let other = try stage.start("/bin/sh", ["-c", "printf '\\033[3;3Hrubbish' > \(terminal)"])
      #expect(try await other.exit() == .exited(0))
      try await screen.shows("rubbish")
      try await screen.press("C-l")
      try await screen.screen("a clean screen") { $0.isWhole && !$0.contains("rubbish") }
    }
  }
}
