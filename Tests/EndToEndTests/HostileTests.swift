import Testing

/// Text of a peer that tries to control the terminal.
@Suite struct HostileTests {
  /// What a peer sends after `mark`, and what the screen shows for it.
  static let attacks: [(text: String, shown: String)] = [
    ("\u{1b}[2J\u{1b}[31m", "^[[2J^[[31m"),
    ("\u{1b}]0;owned\u{7}", "^[]0;owned^G"),
    ("\u{1b}]52;c;b3duZWQ=\u{1b}\\", "^[]52;c;b3duZWQ=^[\\"),
    ("\u{1b}P1$qowned\u{1b}\\", "^[P1$qowned^[\\"),
    ("\u{9b}2J", "<9B>2J"),
    ("\u{9d}0;owned\u{9c}", "<9D>0;owned<9C>"),
    ("\u{202e}abc", "<U+202E>abc"),
    ("\u{2066}abc\u{2069}", "<U+2066>abc<U+2069>"),
    ("a\u{200b}b", "a<U+200B>b"),
    ("x\u{e0041}y", "x<U+E0041>y"),
    ("\u{7f}\u{8}\u{e}", "^?^H^N"),
    ("a\u{2028}b\u{2029}c", "a<U+2028>b<U+2029>c"),
    ("a\u{feff}b\u{2060}c", "a<U+FEFF>b<U+2060>c"),
    ("\u{1b}kowned\u{1b}\\", "^[kowned^[\\"),
    ("\u{1b}GQ\u{1b}c", "^[GQ^[c"),
  ]

  /// Text whose width people and terminals have been at odds about.
  static let widths = [
    "x" + String(repeating: "\u{301}", count: 500), "👩\u{200d}👩\u{200d}👧\u{200d}👦", "👍🏽",
    "🏳\u{fe0f}\u{200d}🌈",
    "🇩🇪🇯🇵", "﷽", "שלום", "مرحبا", "你好", "ｆｕｌｌ", "e\u{0301}", "\u{1112}\u{1161}\u{11ab}", "각",
    "\u{302}",
  ]

  @Test(arguments: ["length", "line", "raw"])
  func `no byte of a peer's control sequence reaches the terminal`(framing: String) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(
        ["--framing", framing, "--port", "\(server.ports[framing] ?? 0)", "--nick", "alice"],
        columns: 200, rows: 50)
      let file = "\(stage.folder)/pty"
      try await screen.joins(framing)
      try await screen.record(to: file)
      let peer = try stage.peer("framed_client", "\(server.length)")
      peer.type("/nick mallory\n")
      for (number, attack) in Self.attacks.enumerated() {
        peer.type("<\(number)>\(attack.text)<end>\n")
        try await screen.shows("mallory: <\(number)>\(attack.shown)<end>")
      }
      try await screen.resize(columns: 120, rows: 40)
      try await screen.resize(columns: 200, rows: 50)
      try await screen.enter("done")
      try await screen.shows("alice: done")
      #expect(try await screen.value("#{pane_title}") != "owned")
      let reader = try stage.start("/bin/cat", [file])
      _ = try await reader.exit()
      let writing = Writing(
        reader.output.bytes, on: try await .named("screen-256color"), and: Writing.modes)
      #expect(writing.faults == [])
      #expect(writing.text.contains("owned"))
    }
  }

  @Test func `columns stay true whatever a peer says`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(
        ["--port", "\(server.length)", "--nick", "alice"], columns: 120, rows: 40)
      try await screen.joins("length")
      let peer = try stage.peer("framed_client", "\(server.length)")
      peer.type("/nick mallory\n")
      for (number, text) in Self.widths.enumerated() {
        peer.type("<\(number)>\(text)<end>\n")
      }
      // Without its `>`: the mark that follows belongs to that character.
      let shown = try await screen.screen("all of it, painted to the end") {
        $0.isWhole && $0.contains("<\(Self.widths.count - 1)")
      }
      let bars = try await screen.bars(row: 1)
      for number in Self.widths.indices {
        guard let row = shown.row(of: "<\(number)>") else { continue }
        #expect(try await screen.bars(row: row) == bars, "\(Self.widths[number])")
      }
    }
  }
}
