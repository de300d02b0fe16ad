import Foundation
import Testing

/// Every byte that the client writes to a terminal, while peers and servers try to write there themselves.
@Suite struct TerminalBytesTests {
  /// A terminal by its name in terminfo, and the sequences that its kind is sent beyond it.
  struct Kind: Sendable {
    let name: String
    let modes: [String]
    /// What the client speaks on it.
    let framing: String
    let columns: UInt16
    let rows: UInt16
  }

  static let kinds = [
    Kind(name: "xterm-256color", modes: Writing.modes, framing: "length", columns: 120, rows: 40),
    Kind(name: "screen", modes: Writing.modes, framing: "raw", columns: 80, rows: 24),
    Kind(name: "linux", modes: [], framing: "line", columns: 120, rows: 40),
    Kind(name: "vt100", modes: [], framing: "length", columns: 40, rows: 12),
  ]

  /// Keys and commands that show everything there is to show.
  static let tour = [
    "/who", "/rooms", "/topic t\u{301}opic 你", "/join other", "/topic there", "/names", "/part",
    "/theme rich", "/theme projector", "/theme standard", "/mouse on", "/mouse off",
    "/language zh", "/language en", "/search owned", "/search off", "/layers", "/decode", "/hello",
    "/timestamps off", "/timestamps on", "/width 20", "/width 100", "/joins folded", "/joins each",
    "/signs ascii", "/signs unicode", "/set", "/help", "/ignore mallory", "/burst 3 hi",
    "/nick al\u{1b}[31m", "/me waves", "/msg mallory hi", "//not a command", "/nonsense",
  ]

  private func client(
    _ stage: Stage, _ kind: Kind, _ port: Int
  ) throws -> Program {
    try stage.bare(
      [
        "--framing", kind.framing, "--port", "\(port)", "--nick", "alice", "--bell", "off",
        "--chat-log", "\(stage.folder)/log",
      ], columns: kind.columns, rows: kind.rows,
      environment: Environment(["TERM": kind.name, "XDG_CONFIG_HOME": stage.folder]))
  }

  /// Waits until the client has shown a line that holds `text`.
  private func logged(_ text: String, _ stage: Stage) async throws {
    try await eventually("“\(text)” in the log") {
      let log = try? String(contentsOfFile: "\(stage.folder)/log", encoding: .utf8)
      return log?.contains(text) == true ? true : nil
    }
  }

  /// Types something that changes the screen, and waits for it, a second at most: a line that is taken together with its
  /// Enter may leave the screen as it was.
  private func press(_ keys: String, on client: Program) async throws {
    let count = client.output.bytes.count
    client.type(keys)
    _ = try? await eventually("something new after \(keys)", within: .seconds(1)) {
      client.output.bytes.count > count ? true : nil
    }
  }

  /// Walks through everything on screen; `file` is there once all of it was taken.
  private func tour(_ client: Program, _ kind: Kind, until file: String) async throws {
    for command in Self.tour {
      try await press(command, on: client)
      try await press("\r", on: client)
      // ^U behind it, for Escape before a letter would be Alt.
      client.type("\u{1b}\u{15}")
    }
    for key in ["\u{1b}[5~", "\u{1b}[6~", "\u{1b}1", "\u{1b}u"] { client.type(key) }
    try await press("\u{c}", on: client)
    client.resize(columns: 30, rows: 8)
    try await press("small", on: client)
    client.resize(columns: kind.columns, rows: kind.rows)
    client.type("\u{15}/screenshot \(file)\r")
    try await eventually("a picture in \(file)") { access(file, R_OK) == 0 ? true : nil }
  }

  /// Ends the client, and holds what it wrote against what its terminal can do.
  private func check(_ client: Program, _ kind: Kind, _ sequences: [String] = []) async throws
    -> Writing
  {
    client.type("\u{1b}\u{15}/quit\r")
    #expect(try await client.exit() == .exited(0))
    let writing = Writing(
      client.output.bytes, on: try await .named(kind.name), and: kind.modes + sequences)
    #expect(writing.faults == [], "\(kind.name)")
    #expect(writing.titles.isEmpty == kind.modes.isEmpty)
    for mode in kind.modes where !mode.contains("1002") {
      #expect(writing.counts[mode] ?? 0 > 0, "\(mode)")
    }
    return writing
  }

  @Test(arguments: kinds)
  func `peers write nothing but text to it`(kind: Kind) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let client = try client(stage, kind, server.ports[kind.framing] ?? 0)
      try await server.console("alice") { $0.contains("+ alice") }
      let peer = try stage.peer("framed_client", "\(server.length)")
      peer.type("/nick mallory\n/topic \u{1b}]0;owned\u{7}\u{9b}2J\n")
      let raw = try stage.start(Tool.nc.path(), ["127.0.0.1", "\(server.raw)"])
      raw.type(Array("\u{1b}[2J".utf8) + [0xff, 0xc0, 0xaf, 0x9b, 0x80, 0xe4, 0xbd, 0x0a])
      for (number, attack) in HostileTests.attacks.enumerated() {
        peer.type("/nick m\(number)\(attack.text)\n/me \(attack.text)\n<\(number)>\(attack.text)\n")
        try await logged("<\(number)>", stage)
      }
      for width in HostileTests.widths { peer.type("\(width)\n") }
      peer.type("the last\n")
      try await logged("the last", stage)
      try await tour(client, kind, until: "\(stage.folder)/now.svg")
      let writing = try await check(client, kind)
      #expect(writing.text.contains("^["))
    }
  }

  @Test(arguments: kinds.filter { $0.framing == "length" })
  func `a server writes nothing but text to it`(kind: Kind) async throws {
    try await Stage.run { stage in
      let liar = try stage.peer("liar")
      let listening = try await liar.line("listening") { $0.hasPrefix("listening ") }
      let port = try #require(Int(listening.dropFirst("listening ".count)))
      let client = try client(stage, kind, port)
      try await logged("exe.gpj · 3 here", stage)
      client.type("mine\r")
      try await logged("mine", stage)
      try await tour(client, kind, until: "\(stage.folder)/now.svg")
      let writing = try await check(client, kind)
      #expect(writing.text.contains("^["))
    }
  }

  @Test func `the clipboard is written when it is asked for, and only then`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let client = try client(stage, Self.kinds[0], server.length)
      try await logged("here: alice", stage)
      client.type("hello\r")
      try await logged("hello", stage)
      client.type("/copy text\r")
      let sequence = try await eventually("a clipboard") {
        client.output.text.firstMatch(of: #/\u{1b}\]52;c;[A-Za-z0-9+\/=]*\u{7}/#).map {
          String($0.0)
        }
      }
      let writing = try await check(client, Self.kinds[0], [sequence])
      #expect(writing.counts[sequence] == 1)
    }
  }
}
