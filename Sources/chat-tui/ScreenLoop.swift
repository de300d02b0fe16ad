import ChatClient
import ChatLesson
import ChatScreen
import ChatTerminal
import ChatWire
import Glibc
import Logging
import UnixSignals

/// The loop between keyboard, network and screen: messages in, effects out, a picture at once for a key, and at most 60
/// times a second for what the network brings.
@MainActor
final class ScreenLoop {
  private static let frame = Duration.microseconds(16_667)

  let terminal: Terminal
  let mailbox = Mailbox()
  private let input: StandardInput?
  var model: Model
  private var painted = ContinuousClock.now - ScreenLoop.frame
  /// Whether the model has changed since it was painted.
  private var isStale = false
  private var frameIsDue = false
  /// The lesson that is given, nil if there is none or it is over.
  private var lecture: Lecture?
  private var wait = 0
  private var patience: Task<Void, Never>?
  private var readsInput = false
  private let settings: [Setting: String]
  var chatLog: ChatLog?

  init(
    _ terminal: Terminal, configuration: SessionConfiguration, notices: [Phrase] = [],
    settings: [Setting: String], lecture: Lecture? = nil, isHost: Bool = false
  ) {
    self.terminal = terminal
    self.lecture = lecture
    input = isatty(STDIN_FILENO) == 1 ? nil : StandardInput()
    model = Model(
      size: terminal.size, endpoint: configuration.endpoint, nick: configuration.nick.text)
    model.catchesUp = lecture == nil
    model.isHost = isHost
    self.settings = settings
    _ = update(&model, .midnight(Clock.midnight()))
    for notice in notices {
      _ = update(&model, .heard(.notice(notice), at: Clock.wallTime()))
    }
  }

  /// A loop without a connection, for a capture that is shown again.
  init(_ terminal: Terminal, replay: Replay, settings: [Setting: String]) {
    self.terminal = terminal
    input = nil
    model = Model(size: terminal.size, replay: replay)
    self.settings = settings
    _ = update(&model, .midnight(Clock.midnight() + Clock.epoch()))
  }

  /// Shows the first picture, then runs until somebody quits.
  ///
  /// - Returns: sentences for what went wrong on the way out, when nothing was painted any more.
  func run(_ configuration: SessionConfiguration, logger: Logger) async throws -> [String] {
    let mailbox = mailbox
    return try await run {
      try await Session.start(configuration, logger: logger) { mailbox.put(.message($0)) }
    }
  }

  /// Shows the capture until somebody quits.
  func replay() async throws {
    _ = try await run { nil }
  }

  private func run(_ start: () async throws -> Session?) async throws -> [String] {
    begin()
    paint()
    let signals = await UnixSignalsSequence(
      trapping: .sigwinch, .sigterm, .sighup, .sigint, .sigcont)
    // Nobody heard the signal before.
    if terminal.isResized { mailbox.put(.resized, urgent: true) }
    let mailbox = mailbox
    let session = try await start()
    let (keys, stops) = (terminal.keys, terminal.stops)
    let sources = [
      Task {
        for await _ in stops { mailbox.put(.stopped, urgent: true) }
      },
      Task {
        for await key in keys { mailbox.put(.message(.key(key)), urgent: true) }
        mailbox.put(.terminated, urgent: true)
      },
      Task {
        for await signal in signals {
          switch signal {
          case .sigwinch: mailbox.put(.resized, urgent: true)
          case .sigcont: mailbox.put(.continued, urgent: true)
          default: mailbox.put(.terminated, urgent: true)
          }
        }
      },
    ]
    let reason = await serve(session)
    sources.forEach { $0.cancel() }
    await session?.leave(reason: reason)
    return mailbox.take(.max).items.compactMap { $0.message?.trouble?.description }
  }

  /// - Returns: the reason for which somebody quit.
  private func serve(_ session: Session?) async -> String {
    while true {
      await mailbox.wait()
      let batch = mailbox.take()
      for occurrence in batch.items {
        if let reason = handle(occurrence, session) { return reason }
      }
      if batch.makesRoom { session?.resume() }
      if let reason = goOn(session) { return reason }
      readInput(session)
      if batch.isUrgent, isStale { paint() } else { schedulePaint() }
      terminal.listen()
      // Lets the keyboard in, however much the network brings.
      await Task.yield()
    }
  }

  private func handle(_ occurrence: Occurrence, _ session: Session?) -> String? {
    switch occurrence {
    case .message(let message): return take(message, session)
    case .resized: return take(.resized(terminal.resize()), session)
    case .stopped: terminal.suspend()
    case .continued:
      terminal.redraw()
      return take(.resized(terminal.resize()), session)
    case .input(let lines):
      readsInput = lines == nil
      for line in lines ?? [] {
        if let reason = take(.input(line), session) { return reason }
      }
    case .frame: frameIsDue = false
    case .expired(wait): lecture?.expired(after: "\(LessonRun.patience)", model)
    case .expired: break
    case .terminated: return ""
    }
    return nil
  }

  private func take(_ message: Message, _ session: Session?) -> String? {
    lecture?.take(message, nick: model.nick)
    let effects = update(&model, message)
    log()
    return perform(effects, session)
  }

  private func perform(_ effects: [Effect], _ session: Session?) -> String? {
    isStale = true
    for effect in effects {
      switch effect {
      case .quit(let reason): return reason
      case .redraw: terminal.redraw()
      case .bell: terminal.bell()
      case .mouse(let isOn):
        if terminal.mouse(isOn) != isOn { mailbox.put(.message(.mouse(false))) }
      case .chatLog(let file): openLog(file)
      case .save(let choices): save(choices)
      case .copy(let text, nil, _): terminal.copy(text)
      case .copy(let text, let file?, let what): save(text, in: file, what)
      case .next(let bet): lecture?.goOn(bet, &model)
      case .suspend: terminal.suspend()
      case .playOn(let position, let microseconds): wake(from: position, after: microseconds)
      case .send, .burst, .sending, .knob, .framing, .reconnect, .race, .capture:
        session?.perform(effect)
      }
    }
    return nil
  }

  /// Writes what was copied into a file, and says so in the conversation.
  private func save(_ text: String, in file: String, _ what: Phrase) {
    let sentence: Heard
    do throws(SaveError) {
      try Save.write(text, to: file)
      sentence = .notice(.saved(what, in: file))
    } catch {
      sentence = .trouble(.notSaved(in: file, "\(error)"))
    }
    mailbox.put(.message(.heard(sentence, at: Clock.wallTime())))
  }

  /// Takes the settings before anything is painted.
  private func begin() {
    var settings = settings
    settings[.signs] = settings[.signs] ?? terminal.signs.rawValue
    _ = perform(update(&model, .settings(settings)), nil)
  }

  /// Goes on with the lesson, as far as it waits for nothing.
  private func goOn(_ session: Session?) -> String? {
    guard let lecture, model.lesson == nil, !lecture.isWaiting(model) else { return nil }
    patience?.cancel()
    guard let turn = self.lecture?.advance(&model, audience: true) else { return nil }
    if turn.state == .over {
      self.lecture = nil
      model.catchesUp = true
    }
    if turn.state == .wait {
      wait += 1
      let (wait, mailbox) = (wait, mailbox)
      patience = Task {
        guard (try? await Task.sleep(for: LessonRun.patience)) != nil else { return }
        mailbox.put(.expired(wait: wait))
      }
    }
    return perform(turn.effects, session)
  }

  /// Asks for the next lines once those before are written, so that a long input waits where it is.
  private func readInput(_ session: Session?) {
    guard let input, let session, !readsInput, model.state == .joined else { return }
    readsInput = true
    let mailbox = mailbox
    Task {
      await session.settled()
      do throws(InputError) {
        mailbox.put(.input(try await input.lines()))
      } catch {
        mailbox.put(.message(.heard(.trouble(Phrase(verbatim: "\(error)")), at: Clock.wallTime())))
      }
    }
  }

  /// Tells the model that a replay may go on.
  private func wake(from position: Int, after microseconds: Microseconds) {
    let mailbox = mailbox
    Task {
      try? await Task.sleep(for: .microseconds(microseconds))
      mailbox.put(.message(.playOn(from: position)))
    }
  }

  private func schedulePaint() {
    guard isStale, !frameIsDue else { return }
    let due = painted + ScreenLoop.frame
    guard ContinuousClock.now < due else { return paint() }
    frameIsDue = true
    let mailbox = mailbox
    Task {
      try? await Task.sleep(until: due)
      mailbox.put(.frame, urgent: true)
    }
  }

  private func paint() {
    terminal.paint(view(model), model.appearance.theme)
    terminal.name(model.windowTitle)
    painted = .now
    isStale = false
  }
}
