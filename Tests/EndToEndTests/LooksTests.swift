import Foundation
import Testing

/// What a real terminal decides about the looks: its mouse, its colours, its lines; and the files of settings.
@Suite struct LooksTests {
  /// A terminal by its name in terminfo.
  struct Kind: Sendable {
    let name: String
    let columns: Int
    let rows: Int
    /// Whether terminfo says how its mouse tells (`kmous`).
    let hasMouse: Bool
  }

  @Test
  func `the mouse picks and scrolls once it is on, and is the terminal's again when it is off`()
    async throws
  {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(["--port", "\(server.length)", "--nick", "al"])
      try await screen.joins("length")
      #expect(try await screen.value("#{mouse_any_flag}") == "0")
      try await screen.press("F5")
      try await screen.shows("mouse on")
      #expect(try await screen.value("#{mouse_button_flag}") == "1")
      try await screen.enter("hello")
      let row = try #require(try await screen.shows("al: hello").row(of: "al: hello"))
      // A press of the left button, and its release, as xterm tells them (X10 encoding, "Mouse Tracking").
      for button in [UInt8(0), 3] {
        try await screen.send([0x1b, 0x5b, 0x4d, 0x20 + button, 0x20 + 20, 0x21 + UInt8(row)])
      }
      try await screen.screen("the picked line") { $0.rows[row].contains("▸") }
      let divider = try #require(
        try await screen.screen("the line") { $0.divider != nil }.divider)
      for (button, column) in [(UInt8(0), divider), (32, divider - 10)] {
        try await screen.send([0x1b, 0x5b, 0x4d, 0x20 + button, 0x21 + UInt8(column), 0x25])
      }
      try await screen.screen("the line where it is held") { $0.divider == divider - 10 }
      try await screen.enter("/mouse off")
      try await screen.shows("mouse off")
      #expect(try await screen.value("#{mouse_any_flag}") == "0")
    }
  }

  @Test(
    arguments: [
      Kind(name: "xterm-256color", columns: 120, rows: 40, hasMouse: true),
      Kind(name: "screen", columns: 80, rows: 24, hasMouse: true),
      Kind(name: "linux", columns: 40, rows: 12, hasMouse: true),
      Kind(name: "vt100", columns: 80, rows: 24, hasMouse: false),
    ], ["C.UTF-8", "C"])
  func `every terminal has its lines, or ASCII where the locale has none`(
    terminal: Kind, locale: String
  ) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let command = [
        "/usr/bin/env", "TERM=\(terminal.name)", "LC_ALL=\(locale)", try Built.tui.path(),
        "--port", "\(server.length)", "--nick", "al", "--language", "en",
      ]
      let screen = try await stage.terminal(
        command, columns: terminal.columns, rows: terminal.rows)
      let corner = locale == "C" ? "+ lobby" : "┌ lobby"
      try await screen.screen("the frame") { $0.rows.first?.hasPrefix(corner) == true }
      try await screen.joins("length")
      try await screen.enter("hi 你好")
      let shown = try await screen.shows("al: hi 你好")
      #expect(shown.rows.last?.first == (locale == "C" ? "+" : "└"))
      try await screen.enter("/mouse on")
      try await screen.screen("a word on the mouse") {
        $0.contains("mouse on:") || $0.contains("this terminal tells")
      }
      #expect(try await screen.value("#{mouse_any_flag}") == (terminal.hasMouse ? "1" : "0"))
    }
  }

  @Test(arguments: [("standard", "", true), ("standard", "1", false), ("projector", "", true)])
  func `NO_COLOR leaves no colour in the stream`(theme: String, refused: String, colors: Bool)
    async throws
  {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.terminal(
        [
          "/usr/bin/env", "NO_COLOR=\(refused)", "TERM=xterm-256color", try Built.tui.path(),
          "--port", "\(server.length)", "--nick", "al", "--theme", theme,
        ], columns: 100, rows: 30)
      try await screen.joins("length")
      let file = "\(stage.folder)/pty"
      try await screen.record(to: file)
      try await screen.press("C-l")
      try await screen.enter("hello")
      try await screen.shows("al: hello")
      let text = try await eventually("a recording") {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.contains("hello") ? text : nil
      }
      #expect(text.contains(#/\u{1b}\[([0-9]+;)*([34][0-7]|[34]8;5;[0-9]+)(;[0-9]+)*m/#) == colors)
    }
  }

  @Test func `the title counts what is said while the window has not the keys`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(["--port", "\(server.length)", "--nick", "al"])
      try await screen.joins("length")
      func titled(_ title: String) async throws {
        try await eventually("the title \(title)") {
          try await screen.value("#{pane_title}") == title ? true : nil
        }
      }
      try await titled("lobby - wirechat")
      try await screen.send([0x1b, 0x5b, 0x4f])
      let guest = try stage.peer("framed_client", "\(server.length)")
      guest.type("/nick bob\none\ntwo\n")
      try await titled("(2) lobby - wirechat")
      try await screen.send([0x1b, 0x5b, 0x49])
      try await titled("lobby - wirechat")
      try await screen.enter("/join swift")
      try await titled("swift - wirechat")
    }
  }

  @Test func `the language is that of the locale or of the flag`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let chinese = Environment(["LC_ALL": "zh_CN.UTF-8"])
      let one = try await stage.screen(
        ["--port", "\(server.length)", "--nick", "al"], environment: chinese)
      try await one.shows("已加入")
      #expect(try await one.shows("F1 帮助").rows.first?.hasPrefix("┌ lobby") == true)
      let two = try await stage.screen(
        ["--port", "\(server.length)", "--nick", "bo", "--language", "en"], environment: chinese)
      try await two.joins("length")
    }
  }

  @Test func `the screen is written as a picture, and what is said to a log`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let log = "\(stage.folder)/log"
      let screen = try await stage.screen(
        ["--port", "\(server.length)", "--nick", "al", "--chat-log", log])
      try await screen.joins("length")
      try await screen.enter("hello")
      try await screen.shows("al: hello")
      try await screen.enter("/screenshot \(stage.folder)/now.svg")
      try await screen.shows("saved in")
      let picture = try String(contentsOfFile: "\(stage.folder)/now.svg", encoding: .utf8)
      #expect(picture.hasPrefix("<svg ") && picture.contains(">hello</text>"))
      let said = try String(contentsOfFile: log, encoding: .utf8)
      #expect(said.contains(#/\d\d\d\d-\d\d-\d\d \d\d:\d\d:\d\d al: hello\n/#), "\(said)")
      #expect(!said.contains("saved in"))
    }
  }

  @Test func `settings come from a file under flags, and go back into it`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let folder = "\(stage.folder)/wirechat"
      let file = "\(folder)/config"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try "# mine\nlanguage = zh\nnick = ann\nport = \(server.length)\nkeys = F10 /width 60\n"
        .write(toFile: file, atomically: true, encoding: .utf8)
      let environment = Environment(["XDG_CONFIG_HOME": stage.folder])
      let screen = try await stage.screen(["--nick", "bob"], environment: environment)
      try await screen.shows("已加入")
      try await screen.shows("bob · length")
      try await screen.enter("/set language en")
      try await screen.joins("length")
      try await screen.press("F10")
      try await screen.enter("/save")
      try await screen.shows("settings saved in")
      let saved = try String(contentsOfFile: file, encoding: .utf8)
      #expect(
        saved
          == "# mine\nlanguage = en\nnick = bob\nport = \(server.length)\nkeys = F10 /width 60\nwidth = 60\n"
      )
      try "theme = rich\nmouse = perhaps\n".write(toFile: file, atomically: true, encoding: .utf8)
      let refused = try stage.start(Built.tui.path(), ["--plain"], environment: environment)
      #expect(try await refused.exit() != .exited(0))
      #expect(refused.errors.text.contains("line 2: mouse takes on|off, not 'perhaps'"))
    }
  }
}

extension Screen {
  /// The column of the line between two panes side by side.
  fileprivate var divider: Int? {
    guard let top = rows.first, let place = top.firstIndex(of: "┬") else { return nil }
    return top.distance(from: top.startIndex, to: place)
  }
}
