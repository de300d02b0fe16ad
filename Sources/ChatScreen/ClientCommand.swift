import ChatWire

/// The commands that can be typed: the client's own, and those that go to the server.
package enum ClientCommand {
  /// One row of the command table.
  package struct Entry: Sendable {
    /// The word behind the slash.
    package let name: String
    /// How it is typed, arguments included.
    package let usage: String
    /// What it does, as the help screen says it.
    package let help: String
    /// What its arguments ask for; nil if they don't fit.
    let intent: @Sendable (_ arguments: String) -> Intent?

    init(
      _ usage: String, _ help: String,
      _ intent: @escaping @Sendable (_ arguments: String) -> Intent?
    ) {
      name = String(usage.dropFirst().prefix { $0 != " " })
      self.usage = usage
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
    case wrong(String)
  }

  /// The most writes that one burst makes.
  static let burstLimit = 10_000

  /// The client's own commands.
  package static let own: [Entry] =
    [
      Entry("/burst N TEXT", "send TEXT N times in a tight loop") { burst($0) },
      Entry("/framing raw|length|line|udp", "change the framing; without a word, the next one") {
        $0.isEmpty ? .framing(nil) : Framing(rawValue: $0).map { .framing($0) }
      },
      Entry("/raw on|off", "raw or length framing") {
        switch $0 {
        case "on": .framing(.raw)
        case "off": .framing(.length)
        default: nil
        }
      },
      Entry("/step", "go on with the lesson") { $0.isEmpty ? .next : nil },
      Entry(
        "/capture FILE", "write the wire from now on to FILE.pcapng, .hex or .jsonl; off ends it"
      ) {
        $0.isEmpty ? nil : .capture($0 == "off" ? nil : $0)
      },
      Entry("/tape out|in", "the tape's direction; without a word, the other one") {
        $0.isEmpty ? .tape(nil) : Direction($0).map { .tape($0) }
      },
      Entry("/zoom-tape N|fit", "N bytes in a column of the tape, or the burst in view") {
        TapeZoom($0).map { .zoomTape($0) }
      },
      Entry("/clear", "empty both panes") { $0.isEmpty ? .clear : nil },
      Entry("/focus", "keys go to the other pane") { $0.isEmpty ? .focus : nil },
      Entry("/up", "scroll back") { $0.isEmpty ? .scroll(pages: -1) : nil },
      Entry("/down", "scroll forward") { $0.isEmpty ? .scroll(pages: 1) : nil },
      Entry("/end", "scroll to the end and follow") { $0.isEmpty ? .follow : nil },
      Entry("/redraw", "paint the screen again") { $0.isEmpty ? .redraw : nil },
      Entry("/suspend", "stop until the shell says fg") { $0.isEmpty ? .suspend : nil },
      Entry("/help", "this help") { $0.isEmpty ? .help : nil },
      Entry("/quit REASON", "leave; the reason may be missing") { .quit(reason: $0) },
    ] + PaneCommands.entries

  /// The commands that the server understands.
  package static let server: [Entry] = [
    Entry("/nick NICK", "take another name") {
      $0.isEmpty || $0.contains(" ") ? nil : .command("/nick \($0)")
    },
    Entry("/me TEXT", "say what you do") { $0.isEmpty ? nil : .command("/me \($0)") },
    Entry("/msg NICK TEXT", "tell one person") {
      $0.split(separator: " ", maxSplits: 1).count == 2 ? .command("/msg \($0)") : nil
    },
    Entry("/who", "who is here") { $0.isEmpty ? .command("/who") : nil },
    Entry("/history N", "the last N messages, 1 to 1000") {
      Int($0).map { (1...1000).contains($0) } == true ? .command("/history \($0)") : nil
    },
    Entry("/ping TOKEN", "ask the server for a sign of life") {
      $0.isEmpty || $0.contains(" ") ? nil : .command("/ping \($0)")
    },
  ]

  /// Reads a line of the composer.
  package static func read(_ line: String) -> Reading {
    guard line.utf8.first == UInt8(ascii: "/") else { return .text }
    let body = line.unicodeScalars.dropFirst()
    guard body.first != "/" else { return .text }
    let name = String(Substring(body.prefix { $0 != " " }))
    let arguments = String(
      Substring(body.drop { $0 != " " }.drop { $0 == " " }))
    guard let entry = (own + wire + server).first(where: { $0.name == name }) else {
      return .wrong("/\(name) is no command; //\(name) says it, F1 or /help lists the commands")
    }
    guard let intent = entry.intent(arguments) else {
      return .wrong("usage: \(entry.usage) (\(entry.help))")
    }
    return .intent(intent)
  }

  private static func burst(_ arguments: String) -> Intent? {
    let parts = arguments.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let count = Int(parts[0]), (1...burstLimit).contains(count) else {
      return nil
    }
    return .burst(count: count, text: String(parts[1]))
  }
}
