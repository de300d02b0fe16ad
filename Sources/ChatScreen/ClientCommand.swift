import ChatWire

/// The commands that can be typed: the client's own, and those that go to the server.
package enum ClientCommand {
  /// One row of the command table.
  package struct Entry: Sendable {
    /// The word behind the slash.
    package let name: String
    /// How it is typed, arguments included.
    package let usage: Phrase
    /// What it does, as the help screen says it.
    package let help: Phrase
    /// What its arguments ask for; nil if they don't fit.
    let intent: @Sendable (_ arguments: String) -> Intent?

    init(
      _ usage: String, _ help: Phrase,
      _ intent: @escaping @Sendable (_ arguments: String) -> Intent?
    ) {
      name = String(usage.dropFirst().prefix { $0 != " " })
      self.usage = .usage(usage)
      self.help = help
      self.intent = intent
    }
  }

  /// The outcome of reading a line.
  package enum Reading: Equatable, Sendable {
    /// No command: a line to say.
    case text
    case intent(Intent)
    /// The sentence for a command that is wrong.
    case wrong(Phrase)
  }

  /// The most writes that one burst makes.
  static let burstLimit = 10_000

  /// The client's own commands.
  package static let own: [Entry] =
    [
      Entry("/burst N TEXT", .commandBurst) { burst($0) },
      Entry("/framing raw|length|line|udp", .commandFraming) {
        $0.isEmpty ? .framing(nil) : Framing(rawValue: $0).map { .framing($0) }
      },
      Entry("/reconnect", .commandReconnect) { $0.isEmpty ? .reconnect : nil },
      Entry("/raw on|off", .commandRaw) {
        switch $0 {
        case "on": .framing(.raw)
        case "off": .framing(.length)
        default: nil
        }
      },
      Entry("/step", .commandStep) { $0.isEmpty ? .next : nil },
      Entry("/capture FILE", .commandCapture) {
        $0.isEmpty ? nil : .capture($0 == "off" ? nil : $0)
      },
      Entry("/tape out|in", .commandTape) {
        $0.isEmpty ? .tape(nil) : Direction($0).map { .tape($0) }
      },
      Entry("/zoom-tape N|fit", .commandZoomTape) {
        TapeZoom($0).map { .zoomTape($0) }
      },
      Entry("/clear", .commandClear) { $0.isEmpty ? .clear : nil },
      Entry("/focus", .commandFocus) { $0.isEmpty ? .focus : nil },
      Entry("/up ROWS", .commandUp) {
        $0.isEmpty ? .scroll(pages: -1) : rows($0).map { .scrollRows(-$0) }
      },
      Entry("/down ROWS", .commandDown) {
        $0.isEmpty ? .scroll(pages: 1) : rows($0).map { .scrollRows($0) }
      },
      Entry("/end", .commandEnd) { $0.isEmpty ? .follow : nil },
      Entry("/redraw", .commandRedraw) { $0.isEmpty ? .redraw : nil },
      Entry("/suspend", .commandSuspend) { $0.isEmpty ? .suspend : nil },
      Entry("/help COMMAND", .commandHelp) { help($0) },
      Entry("/quit REASON", .commandQuit) { .quit(reason: $0) },
    ] + ChatCommands.entries + RoomCommands.own + PaneCommands.entries + ScreenCommands.entries

  /// The commands that the server understands.
  package static let server: [Entry] =
    [
      Entry("/nick NICK", .commandNick) {
        $0.isEmpty || $0.contains(" ") ? nil : .command("/nick \($0)")
      },
      Entry("/me TEXT", .commandMe) { $0.isEmpty ? nil : .command("/me \($0)") },
      Entry("/msg NICK TEXT", .commandMsg) {
        $0.split(separator: " ", maxSplits: 1).count == 2 ? .command("/msg \($0)") : nil
      },
      Entry("/who", .commandWho) { $0.isEmpty ? .command("/who") : nil },
      Entry("/names", .commandWho) { $0.isEmpty ? .command("/who") : nil },
      Entry("/history N", .commandHistory) {
        Int($0).map { Command.historyRange.contains($0) } == true ? .command("/history \($0)") : nil
      },
      Entry("/ping TOKEN", .commandPing) {
        $0.isEmpty || $0.contains(" ") ? nil : .command("/ping \($0)")
      },
    ] + RoomCommands.server

  /// All commands, as completion goes through them.
  static let all = own + wire + server

  /// What people type who come from elsewhere.
  private static let aliases = [
    "list": "rooms", "whois": "who", "connect": "reconnect", "j": "join",
    "leave": "part", "exit": "quit",
  ]

  /// Whether there is a command of this name.
  package static func has(_ name: String) -> Bool { entry(named: name) != nil }

  /// The command of a name, or of another name for it.
  static func entry(named name: String) -> Entry? {
    let name = aliases[name] ?? name
    return all.first { $0.name == name }
  }

  /// Reads a line of the composer.
  package static func read(_ line: String) -> Reading {
    guard line.utf8.first == UInt8(ascii: "/") else { return .text }
    let body = line.unicodeScalars.dropFirst()
    guard body.first != "/" else { return .text }
    let name = String(Substring(body.prefix { $0 != " " }))
    let arguments = String(
      Substring(body.drop { $0 != " " }.drop { $0 == " " }))
    guard let entry = entry(named: name) else {
      return .wrong(.noCommand(name))
    }
    // There is no more to be asked about somebody than who is here.
    guard let intent = entry.intent(name == "whois" ? "" : arguments) else {
      return .wrong(.wrongArguments(entry.usage, entry.help))
    }
    return .intent(intent)
  }

  private static func rows(_ word: String) -> Int? {
    Int(word).flatMap { (1...10_000).contains($0) ? $0 : nil }
  }

  private static func help(_ arguments: String) -> Intent? {
    if arguments.isEmpty { return .help }
    let name = arguments.first == "/" ? String(arguments.dropFirst()) : arguments
    return name.contains(" ") ? nil : .explain(name)
  }

  private static func burst(_ arguments: String) -> Intent? {
    let parts = arguments.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let count = Int(parts[0]), (1...burstLimit).contains(count) else {
      return nil
    }
    return .burst(count: count, text: String(parts[1]))
  }
}
