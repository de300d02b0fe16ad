import ChatCapture
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
    /// It broke, or the server closed it, or what came over it was no good: a sentence.
    case lost(Phrase)
    /// It is over, and another one would fare no better: a sentence.
    case stopped(Phrase)
  }

  private static let patience = TimeAmount.seconds(1)
  /// How often a datagram client shows that it lives; a server forgets it after 60 s.
  private static let heartbeat = TimeAmount.seconds(20)
  /// What such a sign carries: an echo of it comes from a server that does not know us.
  static let sign = "alive"
  /// How long a server may take to close after we did.
  private static let farewell = TimeAmount.milliseconds(300)

  let endpoint: Endpoint
  let loop: any EventLoop
  let manners: Manners
  private let report: (Message) -> Bool
  private let ended: (Connection, End) -> Void
  var greeting: Greeting
  var reader: MessageReader
  /// Bytes of what was read that messages are made of so far.
  var taken = 0
  var outgoing = Outgoing()
  var clock = PeerClock()
  private(set) var channel: (any Channel)?
  private var sender: Sender?
  /// Done when the kernel has taken the newest message.
  private(set) var lastWrite: EventLoopFuture<Void>
  private(set) var observer: Observer?
  private var deadline: Scheduled<Void>?
  /// What the server was asked to turn, and how long it may take.
  var awaited = AwaitedKnobs()
  var acknowledgement: Scheduled<Void>?
  var isCorked = false
  /// How it will end, once that is known.
  var end: End?
  private var leaving = false
  /// Whoever leaves for good wants to hear of nothing but what its leaving cut short.
  private var quitting = false
  private var isOver = false
  private(set) var isPaused = false
  /// How its end reads and sends, once a knob is turned.
  var pacer: Pacer?
  private(set) lazy var arrivals = Arrivals(on: loop)
  /// Knobs that were turned before it was there.
  var early = Knobs()
  /// The server's end of it, as far as that is known.
  var peer = PeerState()
  /// Whether we have said that nothing more will be sent.
  private(set) var finished = false
  private(set) var nick: String
  private(set) var foreign = true
  /// The name that was taken after coming in, nil if that is the one asked for or offered.
  private(set) var chosenNick: String?
  /// When it came into the room, nil if it never did.
  private(set) var joined: NIODeadline?
  /// The server's ports, once it has told them.
  var ports: [Framing: Int] = [:]
  /// The port that was given for its framing, if it is another than the one dialled.
  var given: Int?

  init(
    to endpoint: Endpoint, as nick: String, _ manners: Manners, on loop: any EventLoop,
    report: @escaping (Message) -> Bool, ended: @escaping (Connection, End) -> Void
  ) {
    self.endpoint = endpoint
    self.nick = nick
    self.manners = manners
    self.loop = loop
    lastWrite = loop.makeSucceededVoidFuture()
    (self.report, self.ended) = (report, ended)
    greeting = Greeting(manners.greeting, framing: endpoint.framing, nick: nick)
    reader = MessageReader(
      framing: endpoint.framing, limit: WireLimit.fromServer(endpoint.framing))
  }

  /// The socket under it, nil before it is there.
  var socket: StreamSocket? { channel.map { StreamSocket($0) } }

  /// Its two addresses.
  var path: CapturePath { CapturePath(channel) }

  /// Whether a message can go out.
  var takesText: Bool { joined != nil && !leaving && !isOver }

  func start() {
    let bound = NIOLoopBound(self, eventLoop: loop)
    Dial.connect(
      host: endpoint.host, port: endpoint.port, framing: endpoint.framing,
      readSize: endpoint.framing == .raw ? RawRead.size : nil,
      isWatched: manners.watches, on: loop
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

  /// Writes one message `count` times, each with a write of its own unless `sending` has it otherwise.
  ///
  /// - Returns: done when the kernel has taken the last of them.
  @discardableResult
  func send(
    _ text: String, count: Int = 1, sending: Sending = Sending()
  ) -> EventLoopFuture<Void> {
    guard let sender, count > 0 else { return loop.makeSucceededVoidFuture() }
    for _ in 0..<count { outgoing.sent(text) }
    let message = Frame.encode(text, endpoint.framing)
    lastWrite = sender.send(
      SendingPlan(message, endpoint.framing, count: count, sending: sending))
    return lastWrite
  }

  /// Writes one message, byte for byte.
  ///
  /// - Returns: done when the kernel has taken it.
  func send(bytes: [UInt8]) -> EventLoopFuture<Void> {
    guard let sender else { return loop.makeSucceededVoidFuture() }
    var message = ByteBuffer()
    Frame.append(bytes, endpoint.framing, to: &message)
    outgoing.sent(String(decoding: bytes, as: UTF8.self))
    lastWrite = sender.send(SendingPlan(message, endpoint.framing))
    return lastWrite
  }

  /// Shuts down sending once everything written is out; what comes is still read.
  func finish() {
    finished = true
    guard endpoint.framing != .udp, let channel else { return }
    sender?.whenEmpty { channel.close(mode: .output, promise: nil) }
  }

  /// Ends the connection for good once everything written is out, with `/quit` if there is a reason to tell.
  ///
  /// A message that is going out in parts is completed at once; those that still wait for a gap are not sent.
  /// The server closes when it has read all of it; one that doesn't is left after 300 ms. On UDP nothing but a
  /// `/quit` says that somebody is gone.
  func leave(quit reason: String? = nil) {
    quitting = quitting || reason != nil
    guard !leaving else { return }
    leaving = true
    guard let channel else { return ended(self, .lost(Phrase(verbatim: ""))) }
    sender?.hurry()
    let isDatagram = endpoint.framing == .udp
    if let reason = reason ?? (isDatagram ? "" : nil), !foreign {
      send(Command.quit(reason).text)
    }
    finish()
    let wait = isDatagram ? .zero : Connection.farewell
    loop.assumeIsolated().scheduleTask(in: wait) { channel.close(promise: nil) }
  }

  /// Closes at once.
  func close() { channel?.close(promise: nil) }

  private func opened(_ channel: any Channel) {
    guard !isOver else { return }
    guard !leaving else { return channel.close(promise: nil) }
    self.channel = channel
    sender = Sender(channel) { [weak self] in self?.sent($0) }
    if isCorked {
      isCorked = false
      cork(true)
    }
    tell(.wire(.opened(endpoint.framing)))
    if manners.watches, let facts = socket?.link { tell(.wire(.link(facts))) }
    if manners.observes, let port = channel.localAddress?.port {
      observer = Observer(on: loop, framing: endpoint.framing, port: port) { [weak self] event in
        self?.observed(event)
      }
      observer?.start(host: endpoint.host, port: endpoint.port)
    }
    turn(early)
    wait()
    take(greeting.opened())
  }

  /// Tells the screen; where that has more than it can take, reading waits.
  func tell(_ message: Message) {
    guard !report(message), !isPaused else { return }
    setPaused(true)
  }

  /// Reads on after the screen has caught up.
  func resume() {
    if isPaused { setPaused(false) }
  }

  private func setPaused(_ isOn: Bool) {
    isPaused = isOn
    observer?.isPaused = isOn
    guard let pacer else {
      channel?.setOption(.autoRead, value: !isOn).whenFailure { _ in }
      return
    }
    pacer.isPaused = isOn
  }

  func rename(to new: String) {
    guard new != nick else { return }
    nick = new
    chosenNick = new
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

  func take(_ steps: [Greeting.Step]) {
    for step in steps {
      switch step {
      case .send(let text):
        send(text)
        wait()
      case .notice(let text): tell(.heard(.notice(text), at: Clock.wallTime()))
      case .joined(let nick, let foreign):
        deadline?.cancel()
        if endpoint.framing == .udp, !foreign { beat() }
        joined = joined ?? .now()
        self.nick = nick
        self.foreign = foreign
        tell(.link(.joined(endpoint, nick: nick, foreign: foreign)))
      }
    }
  }

  private func saw(_ sight: WireTap.Sight) {
    switch sight {
    case .read(let bytes):
      tell(.wire(.read(Array(bytes.readableBytesView), at: Clock.microseconds())))
      read(bytes)
    case .wrote(let bytes, let exact):
      tell(.wire(.wrote(Array(bytes.readableBytesView), at: Clock.microseconds(), exact: exact)))
    case .facts(let facts): tell(.wire(.here(facts, at: Clock.microseconds())))
    case .atClose: tell(.wire(.atClose(.here, at: Clock.microseconds())))
    case .closed(let error): closed(error)
    }
  }

  private func sent(_ progress: Sender.Progress) {
    switch progress {
    case .part: outgoing.wrotePart()
    case .whole: outgoing.wrote(awaitsEcho: !foreign && endpoint.framing != .raw)
    case .dropped: outgoing.gaveUp()
    }
  }

  private func closed(_ error: (any Error)?) {
    deadline?.cancel()
    acknowledgement?.cancel()
    sender?.stop()
    isOver = true
    for line in quitting ? outgoing.givenUp : outgoing.losses {
      tell(.heard(.trouble(line), at: Clock.wallTime()))
    }
    let end = outcome(error)
    guard let observer else { return ended(self, end) }
    observer.hearOut(within: Connection.farewell) { self.ended(self, end) }
  }

  /// A datagram socket learns only from an answer to its first datagram that nobody is there (ECONNREFUSED).
  private func outcome(_ error: (any Error)?) -> End {
    if endpoint.framing == .udp, let error {
      return .failed(DialFailure(error, address: endpoint.address))
    }
    return end ?? .lost(.gone(endpoint.address))
  }
}
