import ChatScreen
import ChatTransport
import ChatWire
import Logging
import NIOCore

/// A session on its event loop: at most one connection, or the wait for the next.
final class SessionState {
  private let loop: any EventLoop
  private let logger: Logger
  private let report: (Message) -> Void
  private let foreign: Bool
  private var endpoint: Endpoint
  private var nick: String
  private var ports: [Framing: Int]
  private var backoff: Backoff
  private var connection: Connection?
  private var retry: Scheduled<Void>?
  private var left: EventLoopPromise<Void>?

  init(
    _ configuration: SessionConfiguration, logger: Logger, on loop: any EventLoop,
    report: @escaping (Message) -> Void
  ) {
    self.loop = loop
    self.logger = logger
    self.report = report
    foreign = configuration.foreign
    endpoint = configuration.endpoint
    nick = configuration.nick.text
    ports = configuration.ports
    backoff = Backoff(host: configuration.endpoint.host)
  }

  func dial() {
    logger.debug("dialling \(endpoint)")
    report(.link(.connecting(endpoint)))
    let connection = Connection(
      to: endpoint, as: nick, foreign ? .plain : .full(endpoint.framing), on: loop, report: report
    ) { [weak self] connection, end in self?.ended(connection, end) }
    self.connection = connection
    connection.start()
  }

  func perform(_ effect: Effect) {
    switch effect {
    case .send(let text): connection?.send(text)
    case .burst(let count, let text): connection?.send(text, count: count)
    case .framing(let framing): change(to: framing)
    case .quit, .redraw, .suspend, .bell: break
    }
  }

  func settled() -> EventLoopFuture<Void> {
    connection?.lastWrite ?? loop.makeSucceededVoidFuture()
  }

  func leave(reason: String) -> EventLoopFuture<Void> {
    let promise = left ?? loop.makePromise()
    left = promise
    retry?.cancel()
    if let connection { connection.leave(quit: reason) } else { promise.succeed() }
    return promise.futureResult
  }

  /// Leaves without a word, so that the return under the same name is no news to the room.
  private func change(to framing: Framing) {
    learn()
    endpoint.framing = framing
    endpoint.port = ports[framing] ?? framing.defaultPort
    backoff.reset()
    retry?.cancel()
    if let connection { connection.leave() } else { dial() }
  }

  private func ended(_ ended: Connection, _ end: Connection.End) {
    guard ended === connection else { return }
    learn()
    connection = nil
    logger.info("\(ended.endpoint): \(reason(end))")
    if let left { return left.succeed() }
    guard ended.endpoint == endpoint else { return dial() }
    if ended.wasJoined { backoff.reset() }
    let wait = backoff.next(jitter: .random(in: 0...1))
    report(.link(.waiting(endpoint, seconds: wait, reason: reason(end))))
    retry = loop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(wait * 1_000))) {
      self.dial()
    }
  }

  private func reason(_ end: Connection.End) -> String {
    switch end {
    case .failed(let failure) where failure.refused:
      "\(failure); retrying · chat-tui --serve starts one"
    case .failed(let failure): "\(failure); retrying"
    case .lost(let sentence): "\(sentence); retrying"
    }
  }

  /// Keeps what the connection knows for the next one.
  private func learn() {
    guard let connection else { return }
    ports.merge(connection.ports) { _, told in told }
    ports[connection.endpoint.framing] = connection.endpoint.port
    if connection.wasJoined { nick = connection.nick }
  }
}
