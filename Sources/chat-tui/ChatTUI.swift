public import ArgumentParser
import ChatClient
import ChatLesson
import ChatOptions
import ChatScreen
import ChatService
import ChatTerminal
import ChatWire
import Glibc
public import Logging
import NIOPosix

/// The chat client: a conversation, and beside it the bytes that carry it.
@main
struct ChatTUI: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat-tui",
    abstract: "A terminal chat that shows its own wire.",
    discussion: discussion,
    version: Release.version)

  private static let discussion = """
    On screen F1 shows the keys, /help the commands, and ^D leaves. Settings are read from \
    $XDG_CONFIG_HOME/wirechat/config, ~/.config/wirechat/config if that is not set: a line is name = value, by the \
    names of the options, which override it.
    """

  @OptionGroup(title: "Where to") var destination: Destination
  @OptionGroup(title: "How") var mode: ModeOptions
  @OptionGroup(title: "Lessons and language") var lessons: LessonOptions
  @OptionGroup(title: "Looks") var looks: ScreenOptions
  @OptionGroup(title: "A server of its own") var serving: ServeOptions

  func validate() throws {
    if lessons.name != nil, serving.serve || destination.isGiven {
      throw ValidationError("--lesson brings its own server: give no other one with it")
    }
    if destination.endpoint.port == 0, !serving.serve {
      throw ValidationError("--port 0 is for --serve: any free port")
    }
    if mode.replay != nil, serving.serve || mode.capture != nil || lessons.name != nil {
      throw ValidationError("--replay goes with none of --serve, --capture and --lesson")
    }
  }

  @MainActor
  func run() async throws {
    // What is written to a reader that went away must not end the program.
    signal(SIGPIPE, SIG_IGN)
    // Nor must a file that has reached the largest size that is allowed.
    signal(SIGXFSZ, SIG_IGN)
    let file = try SettingsShelf.standard().settings()
    if let replay = mode.replay { return try await show(try ReplayScript(path: replay), file) }
    let logger = try logger(file)
    if let name = lessons.name { return try await give(name, file, logger) }
    guard serving.serve else {
      return try await join(destination.endpoint(or: file), [], file, logger)
    }
    try await serve(file, logger)
  }

  /// Joins on screen; in plain mode where that was asked for or the terminal leaves no choice.
  @MainActor
  private func join(
    _ endpoint: Endpoint, _ notices: [Phrase], _ settings: [Setting: String],
    _ logger: Logger
  ) async throws {
    let file = try mode.capture.map { try CaptureFile.open($0) }
    guard !mode.plain else { return try await joinPlain(endpoint, notices, file, logger) }
    let name = mode.nick ?? settings[.nick].flatMap { Nick($0) } ?? NickChoice.standard()
    var session = SessionConfiguration(
      endpoint: endpoint, nick: name, foreign: destination.foreign, ports: serving.ports)
    session.capture = file
    do {
      let troubles = try await withTerminal { terminal in
        try await ScreenLoop(
          terminal, configuration: session, notices: notices, settings: chosen(settings),
          isHost: serving.serve
        ).run(session, logger: logger)
      }
      for sentence in troubles { StandardOutput.error.tell(sentence) }
    } catch TerminalError.notATerminal, TerminalError.cannotMove {
      try await joinPlain(endpoint, notices, file, logger)
    }
  }

  /// Shows a capture on screen, or as text.
  @MainActor
  private func show(_ script: ReplayScript, _ settings: [Setting: String]) async throws {
    if !mode.plain {
      do {
        return try await withTerminal { terminal in
          try await ScreenLoop(terminal, replay: script.replay, settings: chosen(settings))
            .replay()
        }
      } catch TerminalError.notATerminal, TerminalError.cannotMove {}
    }
    for block in script.dump { StandardOutput.output.line(block) }
    if script.isCut { StandardOutput.error.line("chat-tui: the capture ends inside a block") }
  }

  private func joinPlain(
    _ endpoint: Endpoint, _ notices: [Phrase], _ file: CaptureFile?, _ logger: Logger
  ) async throws {
    var client = PlainClient(endpoint: endpoint)
    client.given = serving.ports[endpoint.framing]
    client.nick = mode.nick
    client.wire = mode.wire
    client.capture = file
    client.foreign = destination.foreign
    client.linger = mode.linger
    client.notices = notices.map(\.description)
    client.logger = logger
    let status = await client.run(on: MultiThreadedEventLoopGroup.singleton.next())
    guard status == 0 else { throw ExitCode(status) }
  }

  /// Runs the server until the client has left it.
  @MainActor
  private func serve(_ settings: [Setting: String], _ logger: Logger) async throws {
    let wanted = destination.endpoint
    let configuration = serving.configuration(
      host: wanted.host, framing: wanted.framing, port: wanted.port)
    try await withServer(configuration, logger) { addresses in
      var endpoint = wanted
      endpoint.port = addresses.ports[wanted.framing] ?? wanted.port
      try await join(endpoint, [ChatTUI.notice(addresses, for: endpoint)], settings, logger)
    }
  }

  /// Gives a lesson, on screen if there is one.
  @MainActor
  private func give(
    _ name: String, _ settings: [Setting: String], _ logger: Logger
  ) async throws {
    let language = language(settings)
    let lesson = try LessonShelf.standard(assets: lessons.assets).lesson(name, in: language)
    var configuration = Configuration()
    for framing in Framing.allCases { configuration.ports[framing] = .number(0) }
    let file = try mode.capture.map { try CaptureFile.open($0) }
    try await withServer(configuration, logger) { addresses in
      let place = lesson.place
      var session = SessionConfiguration(
        endpoint: Endpoint(
          framing: place.framing, host: configuration.host, port: addresses.ports[place.port] ?? 0),
        nick: mode.nick ?? settings[.nick].flatMap { Nick($0) } ?? NickChoice.standard(),
        foreign: place.isForeign, ports: addresses.ports)
      session.capture = file
      session.loop = ChatTUI.loop
      do {
        guard !mode.plain else { throw TerminalError.notATerminal }
        let troubles = try await withTerminal { terminal in
          try await ScreenLoop(
            terminal, configuration: session, settings: chosen(settings),
            lecture: Lecture(lesson, language)
          ).run(session, logger: logger)
        }
        for sentence in troubles { StandardOutput.error.tell(sentence) }
      } catch TerminalError.notATerminal, TerminalError.cannotMove {
        var run = LessonRun(lesson, language, session)
        run.logger = logger
        guard try await run.run() else { throw ExitCode.failure }
      }
    }
  }

  /// That of an embedded server, and of a session that studies it.
  private static let loop = MultiThreadedEventLoopGroup.singleton.next()

  /// Runs a server in this process for as long as `body` does.
  @MainActor
  private func withServer(
    _ configuration: Configuration, _ logger: Logger,
    _ body: (Addresses) async throws -> Void
  ) async throws {
    let (stop, stopper) = AsyncStream.makeStream(of: Void.self)
    let (ready, announce) = AsyncStream.makeStream(of: Addresses.self)
    let server = Task {
      defer { announce.finish() }
      try await EmbeddedServer.run(
        configuration, logger: logger, on: ChatTUI.loop, until: stop
      ) {
        announce.yield($0)
      }
    }
    for await addresses in ready {
      defer { stopper.finish() }
      try await body(addresses)
      break
    }
    try await server.value
  }

  /// How others come in, for the screen.
  private static func notice(_ addresses: Addresses, for endpoint: Endpoint) -> Phrase {
    let flag = endpoint.framing == .length ? "" : " --\(endpoint.framing.rawValue)"
    let port = endpoint.port == endpoint.framing.defaultPort ? "" : " --port \(endpoint.port)"
    let listening = addresses.lines.map { $0.dropFirst("listening ".count) }
    return .serving(listening.joined(separator: ", "), others: "chat-tui\(flag)\(port)")
  }

  /// What was set, under what was given.
  private func chosen(_ settings: [Setting: String]) -> [Setting: String] {
    var given = looks.given
    given[.language] = language(settings).rawValue
    (given[.nick], given[.logFile]) = (mode.nick?.text, mode.logFile)
    given[.logLevel] = mode.logLevel?.rawValue
    return settings.merging(given) { $1 }
  }

  private func language(_ settings: [Setting: String]) -> Language {
    lessons.language ?? settings[.language].flatMap { Language(rawValue: $0) }
      ?? LessonOptions.ofLocale
  }

  private func logger(_ settings: [Setting: String]) throws -> Logger {
    let logLevel =
      mode.logLevel ?? settings[.logLevel].flatMap { Logger.Level(rawValue: $0) } ?? .info
    guard let logFile = mode.logFile ?? settings[.logFile] else {
      return Logger(label: "chat-tui") { _ in SwiftLogNoOpLogHandler() }
    }
    return try LogFile.logger(path: logFile, level: logLevel)
  }
}

extension Nick: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
