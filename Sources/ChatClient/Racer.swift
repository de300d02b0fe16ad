import ChatTransport
import ChatWire
import NIOCore

/// One connection of a race: it sends the burst and learns what the other side made of it.
///
/// Each message goes out as `/ping TEXT`, which concerns nobody but us. On TCP the reads are the server's, as an
/// observer tells them; datagrams are counted as they come back. It lives on one event loop.
final class Racer {
  let framing: Framing
  private let count: Int
  private let message: ByteBuffer
  private let loop: any EventLoop
  private let changed: () -> Void
  private var channel: (any Channel)?
  private var observer: Observer?
  private var reader: MessageReader
  private var reads: [Range<Int>] = []
  private var sizes: [Int] = []
  private var pongs = 0
  private var hasStarted = false
  private(set) var isReady = false
  /// Why it takes no part.
  private(set) var failure: RaceTable.Reason?

  /// - Parameters:
  ///   - framing: that of the connection.
  ///   - count: the writes of the burst.
  ///   - text: that of each message.
  ///   - loop: where everything happens.
  ///   - changed: called when it is ready, has failed, or has learnt something.
  init(
    _ framing: Framing, count: Int, text: String, on loop: any EventLoop,
    changed: @escaping () -> Void
  ) {
    self.framing = framing
    self.count = count
    self.loop = loop
    self.changed = changed
    message = Frame.encode(Command.ping(text).text, framing)
    reader = MessageReader(framing: framing, limit: WireLimit.fromServer(framing))
  }

  func connect(host: String, port: Int) {
    let bound = NIOLoopBound(self, eventLoop: loop)
    Dial.connect(host: host, port: port, framing: framing, on: loop) { bound.value.saw($0) }
      .assumeIsolated().whenComplete { result in
        // The channel takes writes at once only when it has told its handlers that it is active.
        self.loop.assumeIsolated().execute { self.connected(result, host: host, port: port) }
      }
  }

  func fail(_ reason: RaceTable.Reason) {
    failure = failure ?? reason
    changed()
  }

  /// Sends the burst.
  func run() {
    guard let channel, isReady, !hasStarted else { return }
    hasStarted = true
    for _ in 0..<count { channel.writeAndFlush(message, promise: nil) }
  }

  /// Whether everything that can come has come.
  var isDone: Bool {
    if failure != nil { return true }
    switch framing {
    case .udp: return sizes.count >= count
    case .length: return arrived && pongs >= count
    case .raw, .line: return arrived
    }
  }

  /// What is known by now.
  var outcome: RaceTable.Outcome {
    if let failure { return .unknown(failure) }
    guard hasStarted else { return .unknown(.notReady) }
    let size = message.readableBytes
    guard framing != .udp else {
      return .measured(RaceTable.Tally(count: count, size: size, sizes: sizes))
    }
    let messages = framing == .raw ? reads.count : pongs
    return .measured(RaceTable.Tally(count: count, size: size, reads: reads, messages: messages))
  }

  func stop() {
    failure = failure ?? .over
    observer?.stop()
    channel?.close(promise: nil)
  }

  private var arrived: Bool { (reads.last?.upperBound ?? 0) >= count * message.readableBytes }

  private func connected(_ result: Result<any Channel, any Error>, host: String, port: Int) {
    guard case .success(let channel) = result else { return fail(.noConnection) }
    guard failure == nil else { return channel.close(promise: nil) }
    self.channel = channel
    guard framing != .udp, let own = channel.localAddress?.port else { return ready() }
    observer = Observer(on: loop, framing: framing, port: own) { [weak self] in self?.observed($0) }
    observer?.start(host: host, port: port)
  }

  private func ready() {
    guard !isReady else { return }
    isReady = true
    changed()
  }

  private func observed(_ event: Event) {
    switch event {
    case .observing: ready()
    case .wire(let fact) where fact.way == .read:
      let (end, overflow) = fact.offset.addingReportingOverflow(fact.length)
      guard fact.length > 0, fact.offset == reads.last?.upperBound ?? 0, !overflow else { return }
      reads.append(fact.offset..<end)
      changed()
    default: break
    }
  }

  private func saw(_ sight: WireTap.Sight) {
    switch sight {
    case .read(let bytes): received(bytes)
    case .wrote, .facts, .atClose: break
    case .closed: fail(.broke)
    }
  }

  private func received(_ bytes: ByteBuffer) {
    guard hasStarted else { return }
    if framing == .udp { sizes.append(bytes.readableBytes) }
    guard framing == .length else { return changed() }
    reader.receive(bytes)
    while let message = try? reader.next() {
      if case .pong = Event(String(buffer: message)) { pongs += 1 }
    }
    changed()
  }
}
