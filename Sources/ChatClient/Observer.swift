import ChatScreen
import ChatTransport
import ChatWire
import NIOCore

/// The observing connection: the server's side of another connection's story.
///
/// It lives on one event loop. A server that does not know the connection yet is asked again for a second.
final class Observer {
  private static let patience = TimeAmount.seconds(1)
  private static let pause = TimeAmount.milliseconds(50)

  private let loop: any EventLoop
  private let framing: Framing
  /// That of the observing connection: on the raw port it has lines both ways.
  private let own: Framing
  private let port: Int
  private let tell: (Event) -> Void
  private var channel: (any Channel)?
  private var reader: MessageReader
  private var deadline = NIODeadline.now() + Observer.patience
  private var stopped = false
  /// Called once the server has told everything.
  private var heardOut: (() -> Void)?
  /// Whether the server has let us observe.
  private var isObserving = false
  /// What is to be said once it has.
  private var waiting: [Command] = []
  /// Whether nothing more is read for now.
  var isPaused = false {
    didSet { channel?.setOption(.autoRead, value: !isPaused).whenFailure { _ in } }
  }

  /// - Parameters:
  ///   - loop: where everything happens, `tell` too.
  ///   - framing: that of the observed connection.
  ///   - port: the source port of the observed connection.
  ///   - tell: called with each `/ports`, `/observing` and `/wire`, with each refusal of a raw `/nick`, and once
  ///     we observe with every other refusal too.
  init(
    on loop: any EventLoop, framing: Framing, port: Int, tell: @escaping (Event) -> Void
  ) {
    self.loop = loop
    self.framing = framing
    self.port = port
    self.tell = tell
    own = framing == .raw ? .line : framing
    reader = MessageReader(framing: own, limit: WireLimit.fromServer(own))
  }

  /// Dials the port that the observed connection uses.
  func start(host: String, port: Int) {
    let bound = NIOLoopBound(self, eventLoop: loop)
    Dial.connect(host: host, port: port, framing: framing, on: loop) { bound.value.saw($0) }
      .assumeIsolated().whenSuccess { channel in
        guard !self.stopped else { return channel.close(promise: nil) }
        self.channel = channel
        self.ask()
      }
  }

  func stop() {
    stopped = true
    channel?.close(promise: nil)
  }

  /// Ends it once the server has told everything of a connection that is over, after `limit` at the latest.
  func hearOut(within limit: TimeAmount, _ over: @escaping () -> Void) {
    guard isObserving, channel?.isActive == true else {
      stop()
      return over()
    }
    heardOut = over
    loop.assumeIsolated().scheduleTask(in: limit) { self.end() }
  }

  private func end() {
    stop()
    heardOut?()
    heardOut = nil
  }

  /// Tells the server, once it lets us observe.
  func send(_ command: Command) {
    guard isObserving else { return waiting.append(command) }
    channel?.writeAndFlush(Frame.encode(command.text, own), promise: nil)
  }

  private func ask() {
    let text = Command.observe(framing, port: port).text
    channel?.writeAndFlush(Frame.encode(text, own), promise: nil)
  }

  private func saw(_ sight: WireTap.Sight) {
    if case .closed = sight { return end() }
    guard case .read(let bytes) = sight, !stopped else { return }
    reader.receive(bytes)
    do {
      while let message = try reader.next() { received(String(buffer: message)) }
    } catch {
      stop()
    }
  }

  private func received(_ text: String) {
    let event = Event(text)
    switch event {
    case .error(.noConnection, _) where NIODeadline.now() < deadline:
      loop.assumeIsolated().scheduleTask(in: Observer.pause) { self.ask() }
    case .ping where channel?.isWritable == false: break
    case .ping(let token)?:
      let pong = Frame.encode(Command.pong(token).text, own)
      channel?.writeAndFlush(pong, promise: nil)
    case .observing(let observed)?:
      isObserving = true
      tell(.observing(observed))
      defer { waiting = [] }
      for command in waiting { send(command) }
    case .error(let code, let text)? where isObserving: tell(.error(code, text))
    case .error(.nickTaken, _), .error(.nickBad, _), .ports, .wire:
      if let event { tell(event) }
    default: stop()
    }
  }
}
