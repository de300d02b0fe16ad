import ChatScreen
import ChatTransport
import ChatWire
import NIOCore

/// One connection to a server, from dialling to its end, as the screen hears of it.
///
/// It lives on one event loop and tells everything through `report`, in order. When it is over it says so
/// once, through `ended`; it never reconnects.
final class Connection {
  /// How a connection ended, as a sentence and as the fact that people branch on.
  enum End {
    /// It never came to be.
    case failed(DialFailure)
    /// It broke, or the server closed it.
    case lost(String)
  }

  private static let patience = TimeAmount.seconds(1)
  /// How often a datagram client shows that it lives; a server forgets it after 60 s.
  private static let heartbeat = TimeAmount.seconds(20)
  /// What such a sign carries: an echo of it comes from a server that does not know us.
  private static let sign = "alive"
  /// How long a server may take to close after we did.
  private static let farewell = TimeAmount.milliseconds(300)

  let endpoint: Endpoint
  private let loop: any EventLoop
  private let manners: Manners
  private let report: (Message) -> Void
  private let ended: (Connection, End) -> Void
  private var greeting: Greeting
  private var reader: MessageReader
  private var outgoing = Outgoing()
  private var clock = PeerClock()
  private var channel: (any Channel)?
  /// Done when the kernel has taken the newest message.
  private(set) var lastWrite: EventLoopFuture<Void>
  private var observer: Observer?
  private var deadline: Scheduled<Void>?
  private var lastError: String?
  private var leaving = false
  /// Whether we have said that nothing more will be sent.
  private(set) var finished = false
  private(set) var nick: String
  private(set) var foreign = true
  /// Whether it ever was in the room.
  private(set) var wasJoined = false
  /// The server's ports, once it has told them.
  private(set) var ports: [Framing: Int] = [:]

  init(
    to endpoint: Endpoint, as nick: String, _ manners: Manners, on loop: any EventLoop,
    report: @escaping (Message) -> Void, ended: @escaping (Connection, End) -> Void
  ) {
    self.endpoint = endpoint
    self.nick = nick
    self.manners = manners
    self.loop = loop
    lastWrite = loop.makeSucceededVoidFuture()
    self.report = report
    self.ended = ended
    greeting = Greeting(manners.greeting, framing: endpoint.framing, nick: nick)
    reader = MessageReader(
      framing: endpoint.framing, limit: WireLimit.fromServer(endpoint.framing))
  }

  func start() {
    let bound = NIOLoopBound(self, eventLoop: loop)
    Dial.connect(
      host: endpoint.host, port: endpoint.port, framing: endpoint.framing,
      readSize: endpoint.framing == .raw ? RawRead.size : nil, on: loop
    ) { bound.value.saw($0) }
    .assumeIsolated().whenComplete { result in
      switch result {
      case .success(let channel):
        // The channel takes writes at once only when it has told its handlers that it is active.
        self.loop.assumeIsolated().execute { self.opened(channel) }
      case .failure(let error):
        self.ended(self, .failed(DialFailure(error, address: self.endpoint.address)))
      }
    }
  }

  /// Writes one message `count` times, each with a write of its own.
  ///
  /// - Returns: done when the kernel has taken the last of them.
  @discardableResult
  func send(_ text: String, count: Int = 1) -> EventLoopFuture<Void> {
    guard let channel, count > 0 else { return loop.makeSucceededVoidFuture() }
    let bytes = Frame.encode(text, endpoint.framing)
    for _ in 0..<count { outgoing.sent(text) }
    for _ in 1..<count { channel.writeAndFlush(bytes, promise: nil) }
    lastWrite = channel.writeAndFlush(bytes)
    return lastWrite
  }

  /// Shuts down sending once everything written is out; what comes is still read.
  func finish() {
    finished = true
    guard endpoint.framing != .udp else { return }
    channel?.close(mode: .output, promise: nil)
  }

  /// Ends the connection for good once everything written is out, with `/quit` if there is a reason to tell.
  ///
  /// The server closes when it has read all of it; one that doesn't is left after 300 ms. On UDP nothing but a
  /// `/quit` says that somebody is gone.
  func leave(quit reason: String? = nil) {
    guard !leaving else { return }
    leaving = true
    guard let channel else { return ended(self, .lost("")) }
    let isDatagram = endpoint.framing == .udp
    if let reason = reason ?? (isDatagram ? "" : nil), !foreign {
      send(Command.quit(reason).text)
    }
    finish()
    let wait = isDatagram ? .zero : Connection.farewell
    loop.assumeIsolated().scheduleTask(in: wait) { channel.close(promise: nil) }
  }

  /// Closes at once.
  func close() {
    channel?.close(promise: nil)
  }

  private func opened(_ channel: any Channel) {
    guard !leaving else { return channel.close(promise: nil) }
    self.channel = channel
    report(.wire(.opened(endpoint.framing)))
    if manners.observes, let port = channel.localAddress?.port {
      observer = Observer(on: loop, framing: endpoint.framing, port: port) { [weak self] event in
        self?.observed(event)
      }
      observer?.start(host: endpoint.host, port: endpoint.port)
    }
    wait()
    take(greeting.opened())
  }

  /// Gives the server a second to answer.
  private func wait() {
    deadline?.cancel()
    deadline = loop.assumeIsolated().scheduleTask(in: Connection.patience) {
      self.take(self.greeting.expired())
    }
  }

  private func beat() {
    deadline = loop.assumeIsolated().scheduleTask(in: Connection.heartbeat) {
      self.send(Command.ping(Connection.sign).text)
      self.beat()
    }
  }

  private func take(_ steps: [Greeting.Step]) {
    for step in steps {
      switch step {
      case .send(let text):
        send(text)
        wait()
      case .notice(let text): report(.heard(.notice(text), at: Clock.wallTime()))
      case .joined(let nick, let foreign):
        deadline?.cancel()
        if endpoint.framing == .udp, !foreign { beat() }
        wasJoined = true
        self.nick = nick
        self.foreign = foreign
        report(.link(.joined(endpoint, nick: nick, foreign: foreign)))
      }
    }
  }

  private func saw(_ sight: WireTap.Sight) {
    switch sight {
    case .read(let bytes):
      report(.wire(.read(Array(bytes.readableBytesView), at: Clock.microseconds())))
      read(bytes)
    case .wrote(let bytes, let exact):
      outgoing.wrote(awaitsEcho: !foreign && endpoint.framing != .raw)
      report(.wire(.wrote(Array(bytes.readableBytesView), at: Clock.microseconds(), exact: exact)))
    case .closed(let error, _): closed(error)
    }
  }

  private func read(_ bytes: ByteBuffer) {
    guard endpoint.framing != .raw else {
      return report(.heard(.rawRead(Array(bytes.readableBytesView)), at: Clock.wallTime()))
    }
    reader.receive(bytes)
    while true {
      do {
        guard let message = try reader.next() else { return }
        if message.readableBytes > 0 { received(String(buffer: message)) }
      } catch .lineTooLong(let limit) {
        report(.heard(.trouble("\(WireError.lineTooLong(limit: limit))"), at: Clock.wallTime()))
      } catch {
        lastError = "what came is no frame: \(error)"
        return close()
      }
    }
  }

  private func received(_ text: String) {
    guard manners.greeting == .hello, let event = Event(text), !foreign || greeting.concerns(event)
    else { return receivedPlain(text) }
    outgoing.heard(event, as: nick)
    let steps = greeting.received(event)
    defer { take(steps) }
    switch event {
    case .pong(Connection.sign): break
    case .ping(Connection.sign) where endpoint.framing == .udp: forgotten()
    case .ping(let token): send(Command.pong(token).text)
    case .cookie: break
    case .error(let code, let text):
      if code.closes { lastError = text }
      if steps.isEmpty { report(.heard(.event(event), at: Clock.wallTime())) }
    default:
      if case .renamed(nick, let new) = event { nick = new }
      report(.heard(.event(event), at: Clock.wallTime(ms: event.ms)))
    }
  }

  private func receivedPlain(_ text: String) {
    guard endpoint.framing == .udp else {
      return report(.heard(.text(text), at: Clock.wallTime()))
    }
    if wasJoined, !foreign { return forgotten() }
    report(.heard(.datagram(text, from: endpoint.address), at: Clock.wallTime()))
  }

  /// The server echoes, as it does to an address that is not in the room: it has begun anew.
  private func forgotten() {
    lastError = "it does not know this address any more"
    close()
  }

  private func observed(_ event: Event) {
    switch event {
    case .ports(let ports): self.ports = ports
    case .observing(let observed):
      report(.link(.observed(observed)))
      take(greeting.observed(observed))
    case .error: take(greeting.received(event))
    case .wire(let fact):
      let at = clock.local(fact.microseconds, arrival: Clock.microseconds())
      switch fact.way {
      case .read: report(.wire(.peerRead(offset: fact.offset, length: fact.length, at: at)))
      case .wrote: report(.wire(.peerWrote(offset: fact.offset, length: fact.length, at: at)))
      }
    default: break
    }
  }

  private func closed(_ error: (any Error)?) {
    deadline?.cancel()
    observer?.stop()
    if !leaving {
      let now = Clock.wallTime()
      for text in outgoing.unconfirmed {
        report(.heard(.trouble("not confirmed, perhaps lost: \(text)"), at: now))
      }
      for text in outgoing.unwritten { report(.heard(.trouble("not sent: \(text)"), at: now)) }
    }
    ended(self, end(error))
  }

  /// A datagram socket learns only from an answer to its first datagram that nobody is there (ECONNREFUSED).
  private func end(_ error: (any Error)?) -> End {
    if endpoint.framing == .udp, let error {
      return .failed(DialFailure(error, address: endpoint.address))
    }
    if let lastError { return .lost("the server closed the connection: \(lastError)") }
    return .lost("the server at \(endpoint.address) is gone")
  }
}
