import ChatCapture
import ChatScreen
import ChatTransport
import ChatWire
import Logging
import NIOCore

/// A session on its event loop: at most one connection, or the wait for the next.
final class SessionState {
  private let loop: any EventLoop
  private let logger: Logger
  /// A connection that lasted this long is no sign of trouble.
  private static let lasting = TimeAmount.seconds(5)

  private let report: (Message) -> Bool
  private let foreign: Bool
  private var endpoint: Endpoint
  private var nick: String
  /// Ports that were given.
  private let given: [Framing: Int]
  /// The same, or those that a connection showed.
  private var ports: [Framing: Int]
  /// All ports of the server, once it has told them: the others are off.
  private var told: [Framing: Int]?
  /// Texts that came while nobody could take them; they go out when somebody can.
  private var kept: [Effect] = []
  private var sending = Sending()
  /// The rooms that we are in beside the lobby, so that the next connection comes back to them.
  private var rooms: [String] = []
  private var race: Race?
  private var backoff: Backoff
  private var connection: Connection?
  /// What was turned at our own end; the next connection's is turned like that too.
  private var knobs = Knobs()
  private var retry: Scheduled<Void>?
  private var left: EventLoopPromise<Void>?
  private lazy var recorder = Recorder(
    on: loop, path: { [weak self] in self?.connection?.path ?? CapturePath(nil) },
    report: { [weak self] in self?.tell($0) })

  init(
    _ configuration: SessionConfiguration, logger: Logger, on loop: any EventLoop,
    report: @escaping (Message) -> Bool
  ) {
    self.loop = loop
    self.logger = logger
    self.report = report
    foreign = configuration.foreign
    endpoint = configuration.endpoint
    nick = configuration.nick.text
    given = configuration.ports
    ports = given
    backoff = Backoff(host: configuration.endpoint.host)
  }

  func dial() {
    logger.debug("dialling \(endpoint)")
    tell(.link(.connecting(endpoint)))
    let connection = Connection(
      to: endpoint, as: nick, foreign ? .plain : .full(endpoint.framing), on: loop,
      report: { [weak self] in self?.pass($0) ?? true },
      ended: { [weak self] connection, end in self?.ended(connection, end) })
    self.connection = connection
    connection.given = given[endpoint.framing]
    connection.turn(knobs)
    connection.cork(sending.cork)
    connection.start()
  }

  func perform(_ effect: Effect) {
    switch effect {
    case .send(let text): send(text, 1, effect)
    case .burst(let count, let text): send(text, count, effect)
    case .framing(let framing): change(to: framing)
    case .reconnect: reconnect()
    case .sending(let sending):
      self.sending = sending
      connection?.cork(sending.cork)
    case .knob(let knobs, .there): connection?.turnThere(knobs)
    case .knob(let knobs, .here): turnHere(knobs)
    case .race(let count, let text): startRace(count, text)
    case .capture(let file):
      if let file { recorder.start(file) } else { recorder.stop() }
    case .next, .quit, .redraw, .suspend, .copy, .mouse, .chatLog, .save, .bell, .playOn: break
    }
  }

  func resume() {
    connection?.resume()
  }

  /// Captures to a file that is open already.
  func capture(_ file: CaptureFile) { recorder.start(file) }

  private func tell(_ message: Message) {
    _ = report(message)
  }

  /// Passes on what the connection tells; when it is joined, what was kept goes out.
  private func pass(_ message: Message) -> Bool {
    let hasRoom = report(message)
    recorder.take(message)
    if case .heard(.event(.inRoom(let room, .welcome)), _, _) = message, !rooms.contains(room),
      rooms.count < RoomList.limit
    {
      rooms.append(room)
    }
    if case .link(.joined(let endpoint, _, let foreign)) = message {
      if !foreign, endpoint.framing != .raw {
        for room in rooms { connection?.send(Command.join(room: room).text) }
      }
      let effects = kept
      kept = []
      for effect in effects { perform(effect) }
    }
    return hasRoom
  }

  private func send(_ text: String, _ count: Int, _ effect: Effect) {
    if case .part(let room, _) = Command(text) { rooms.removeAll { $0 == room } }
    guard let connection, connection.takesText else {
      // What was missed is asked for anew with each welcome.
      if case .history = Command(text).bare { return }
      return kept.append(effect)
    }
    connection.send(text, count: count, sending: sending)
    sending.damage = nil
  }

  private func turnHere(_ change: Knobs) {
    knobs = knobs.turned(by: change)
    connection?.turn(change)
    tell(.link(.turned(knobs)))
  }

  private func startRace(_ count: Int, _ text: String) {
    learn()
    guard race == nil else { return say(.notice(.raceRuns)) }
    guard let told else {
      return say(.trouble(.raceNeedsPorts))
    }
    race = Race(count: count, text: text, on: loop) { [weak self] said in
      self?.race = nil
      for heard in said { self?.say(heard) }
    }
    race?.start(host: endpoint.host, ports: told)
  }

  private func say(_ heard: Heard) {
    tell(.heard(heard, at: Clock.wallTime()))
  }

  func settled() -> EventLoopFuture<Void> {
    connection?.lastWrite ?? loop.makeSucceededVoidFuture()
  }

  func leave(reason: String) -> EventLoopFuture<Void> {
    let promise = left ?? loop.makePromise()
    left = promise
    retry?.cancel()
    guard let connection else {
      recorder.stop()
      promise.succeed()
      return promise.futureResult
    }
    connection.leave(quit: reason)
    return promise.futureResult
  }

  private func reconnect() {
    guard connection == nil, left == nil else { return }
    retry?.cancel()
    backoff.reset()
    dial()
  }

  /// Leaves without a word, so that the return under the same name is no news to the room.
  private func change(to framing: Framing) {
    learn()
    guard let framing = firstOn(from: framing), framing != endpoint.framing else { return }
    endpoint.framing = framing
    endpoint.port = told?[framing] ?? ports[framing] ?? framing.defaultPort
    backoff.reset()
    retry?.cancel()
    guard let connection else { return dial() }
    // From here on text waits for the new connection.
    tell(.link(.connecting(endpoint)))
    connection.leave()
  }

  /// The framing, or the next one that the server has not turned off.
  private func firstOn(from wanted: Framing) -> Framing? {
    guard let told, told[wanted] == nil else { return wanted }
    let all = Framing.allCases
    let start = all.firstIndex(of: wanted) ?? 0
    tell(.heard(.notice(.isOff(wanted)), at: Clock.wallTime()))
    return (1..<all.count).map { all[(start + $0) % all.count] }.first { told[$0] != nil }
  }

  private func ended(_ ended: Connection, _ end: Connection.End) {
    guard ended === connection else { return }
    learn()
    recorder.closed()
    connection = nil
    logger.info("\(ended.endpoint): \(reason(end))")
    if let left {
      recorder.stop()
      return left.succeed()
    }
    guard ended.endpoint == endpoint else { return dial() }
    if case .stopped(let sentence) = end { return tell(.link(.closed(reason: sentence))) }
    if let joined = ended.joined, joined + SessionState.lasting < .now() { backoff.reset() }
    let wait = backoff.next(jitter: .random(in: 0...1))
    tell(.link(.waiting(endpoint, seconds: wait, reason: reason(end))))
    retry = loop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(wait * 1_000))) {
      self.dial()
    }
  }

  private func reason(_ end: Connection.End) -> Phrase {
    switch end {
    case .failed(let failure): .retrying(.dialling(failure), serve: failure.cause == .refused)
    case .lost(let sentence): .retrying(sentence, serve: false)
    case .stopped(let sentence): sentence
    }
  }

  /// Keeps what the connection knows for the next one.
  private func learn() {
    guard let connection else { return }
    if !connection.ports.isEmpty { told = connection.ports }
    ports[connection.endpoint.framing] = connection.endpoint.port
    nick = connection.chosenNick ?? nick
  }
}
