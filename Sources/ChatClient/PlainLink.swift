import ChatCapture
import ChatScreen
import ChatTransport
import ChatWire
import Logging
import NIOCore

/// The connection of plain mode: when its first line may go out, and how it ends.
///
/// It lives on one event loop.
final class PlainLink {
  /// How it ended.
  enum End: Sendable {
    /// It never came to be.
    case failed(DialFailure)
    /// The server told why it closes.
    case refused(String)
    /// The port is one of another framing: what was sent is not what was meant.
    case misread(String)
    /// It broke, or one side closed it.
    case lost(String)
  }

  /// How long a server may take to show that it knows the protocol.
  private static let patience = TimeAmount.seconds(1)
  /// How long one that does may take to read a `/nick` on the raw port.
  private static let longPatience = TimeAmount.seconds(5)

  private let client: PlainClient
  private let loop: any EventLoop
  private let printer: Printer
  private let over: EventLoopPromise<End>
  private let open: EventLoopPromise<Bool>
  private var connection: Connection?
  private var progress = ServerProgress()
  private var closingError: String?
  /// The framing that the first bytes show, where that is not ours.
  private var shown: Framing??
  private var isGreeting = false
  /// Whether `/nick` is out, if there is one.
  private var isGreeted = false
  private var hasGivenUp = false
  private lazy var recorder = Recorder(
    on: loop, path: { [weak self] in self?.connection?.path ?? CapturePath(nil) },
    report: { [client] message in
      if case .heard(.trouble(let sentence), _, _) = message {
        client.error.tell(sentence.description)
      }
    })

  init(_ client: PlainClient, on loop: any EventLoop) {
    self.client = client
    self.loop = loop
    printer = Printer(
      endpoint: client.endpoint, wire: client.wire, on: loop, output: client.output,
      error: client.error)
    over = loop.makePromise()
    open = loop.makePromise()
  }

  /// Done when the connection is over.
  var ended: EventLoopFuture<End> { over.futureResult }

  /// Done when the first line may go out: true, or false if none ever may.
  var opened: EventLoopFuture<Bool> { open.futureResult }

  func start() {
    let connection = Connection(
      to: client.endpoint, as: client.nick?.text ?? "", manners, on: loop
    ) { [weak self] message in
      self?.take(message)
      return true
    } ended: { [weak self] _, end in
      self?.took(end)
    }
    self.connection = connection
    if let file = client.capture { recorder.start(file) }
    connection.start()
  }

  /// Writes one message.
  ///
  /// - Returns: done when the kernel has taken it.
  func send(_ bytes: [UInt8]) -> EventLoopFuture<Void> {
    connection?.send(bytes: bytes) ?? loop.makeFailedFuture(ChannelError.ioOnClosedChannel)
  }

  /// Shuts down sending, and ends the connection when the time to linger is over.
  func finish() {
    let wait = TimeAmount.nanoseconds(Int64((client.linger > 0 ? client.linger : 1) * 1e9))
    connection?.finish()
    loop.assumeIsolated().scheduleTask(in: wait) { self.connection?.close() }
  }

  private func take(_ message: Message) {
    printer.print(message)
    recorder.take(message)
    progress.take(message)
    switch message {
    case .heard(let heard, _, _): closingError = closing(heard)
    case .wire(.read(let bytes, _)) where shown == nil && !client.foreign:
      shown = .some(WrongPort.framing(of: bytes, dialled: client.endpoint.framing))
    case .link(.joined):
      client.logger.info("\(client.endpoint.address): connected")
      // The observer comes before the first line; a server that lets none in within a second is foreign.
      let waits = manners.observes && manners.greeting == .none
      loop.assumeIsolated().scheduleTask(in: waits ? PlainLink.patience : .zero) { self.greet() }
    case .link(.observed) where manners.greeting == .none: greet()
    default: break
    }
    settle()
  }

  /// Asks for the name where the connection has not, and then lets lines out.
  private func greet() {
    guard !isGreeting, let connection else { return }
    isGreeting = true
    var sent = loop.makeSucceededVoidFuture()
    if asks, connection.foreign, let nick = client.nick {
      sent = connection.send(Command.nick(nick.text).text)
    }
    sent.assumeIsolated().whenComplete { _ in
      self.isGreeted = true
      self.settle()
    }
    guard needsGap else { return }
    loop.assumeIsolated().scheduleTask(in: PlainLink.patience) {
      if !self.progress.isKnown { self.open.succeed(true) }
    }
    loop.assumeIsolated().scheduleTask(in: PlainLink.longPatience) { self.giveUp() }
  }

  private func settle() {
    guard isGreeted, !needsGap || progress.hasReadAll else { return }
    open.succeed(true)
  }

  private func giveUp() {
    guard !progress.hasReadAll else { return }
    hasGivenUp = true
    open.succeed(false)
    connection?.close()
  }

  private func took(_ end: Connection.End) {
    printer.end()
    recorder.closed()
    recorder.stop()
    open.succeed(false)
    switch end {
    case .failed(let failure): over(.failed(failure), "\(failure)")
    case .lost where hasGivenUp:
      let seconds = PlainLink.longPatience.nanoseconds / 1_000_000_000
      let sentence = "the server did not read the name within \(seconds) s; nothing was sent"
      over(.lost(sentence), sentence)
    case .lost(let sentence), .stopped(let sentence):
      if case .some(.some(let framing)) = shown {
        let sentence = "\(Phrase.wrongPort(client.endpoint, framing, given: client.given))"
        return over(.misread(sentence), sentence)
      }
      guard let closingError else { return over(.lost("\(sentence)"), "\(sentence)") }
      over(.refused(closingError), closingError)
    }
  }

  private func over(_ end: End, _ sentence: String) {
    client.logger.info("\(client.endpoint.address): \(sentence)")
    over.succeed(end)
  }

  /// What the server closes with, if the newest thing it said is that.
  private func closing(_ heard: Heard) -> String? {
    let text: String
    switch heard {
    case .text(let line): text = line
    case .rawRead(let bytes):
      text = String(decoding: bytes.split(separator: 10).first ?? [], as: UTF8.self)
    default: return closingError
    }
    guard !client.foreign, case .error(let code, let sentence) = Event(text), code.closes else {
      return nil
    }
    return sentence.isEmpty ? code.rawValue : sentence
  }
}

extension PlainLink {
  /// On the raw port a `/nick` must be alone in its read, so the greeting waits until the server shows the name.
  private var manners: Manners {
    guard !client.foreign, client.endpoint.framing != .udp else {
      return Manners(greeting: .none, observes: false, watches: watches)
    }
    return Manners(
      greeting: needsGap ? .nick : .none, observes: watches || needsGap, watches: watches)
  }

  /// Whether somebody wants to see the wire.
  private var watches: Bool { client.wire || client.capture != nil }

  /// Whether a name is asked for with a message of its own.
  private var asks: Bool {
    client.nick != nil && !client.foreign && client.endpoint.framing != .udp
  }

  /// Whether nothing but the server's read parts that message from the first line.
  private var needsGap: Bool { asks && client.endpoint.framing == .raw }
}
