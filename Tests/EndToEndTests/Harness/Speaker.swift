/// Someone in the room who can speak and whose display can be read.
struct Speaker: Sendable {
  enum Place: Sendable {
    case screen(Terminal)
    case pipe(Program)
  }

  let nick: String
  let place: Place
  /// How many of the last messages the display surely holds.
  let depth: Int

  func say(_ text: String) async throws {
    switch place {
    case .screen(let terminal): try await terminal.enter(text)
    case .pipe(let program): program.type(text + "\n")
    }
  }

  /// Waits until the display shows `message`.
  func hears(_ message: String) async throws {
    switch place {
    case .screen(let terminal):
      let squeezed = message.filter { $0 != " " }
      try await terminal.screen("“\(message)” at \(nick)") { $0.conversation.contains(squeezed) }
    case .pipe(let program):
      try await program.line("“\(message)” at \(nick)") { $0 == message }
    }
  }

  /// Those of `messages` that the display shows, in the order in which it shows them.
  func order(of messages: [String]) async throws -> [String] {
    let (text, squeeze): (String, Bool)
    switch place {
    case .screen(let terminal): (text, squeeze) = (try await terminal.screen().conversation, true)
    case .pipe(let program): (text, squeeze) = (program.output.text, false)
    }
    let places = messages.compactMap { message -> (String.Index, String)? in
      let found = text.firstRange(of: squeeze ? message.filter { $0 != " " } : message)
      return found.map { ($0.lowerBound, message) }
    }
    return places.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
