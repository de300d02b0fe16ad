import ChatRoom
import ChatTransport
import ChatWire
import Glibc
import NIOCore

/// A client over TCP: reads its messages, and hands the room's to its outlet.
final class Connection: ChannelInboundHandler, Peer {
  typealias InboundIn = ByteBuffer

  /// How long a plain connection gets nothing but errors after its accept.
  private static let hold = TimeAmount.milliseconds(200)
  /// Bytes that one read returns at most where a read is not a message.
  static let readSize = 65_536
  /// How long a refused client has to read why, its bytes being discarded meanwhile.
  private static let linger = TimeAmount.milliseconds(80)
  /// How long a leaving client has to take what it has coming.
  private static let grace = TimeAmount.seconds(5)

  unowned let hub: Hub
  let framing: Framing
  /// Where it stands in the order of accepts.
  let number: Int
  private(set) var member: MemberID?
  private(set) var address = PeerAddress(host: "?", port: 0)

  var inlet: Inlet
  /// What a raw connection begins with; nil on every other.
  var opening: Opening?
  /// How it reads, once its observer has turned a knob.
  var pacer: Pacer?
  private(set) var context: ChannelHandlerContext?
  var outlet: Outlet?
  private var holding: Scheduled<Void>?
  private let closing: Alarm
  var hasSpoken = false
  var isObserver = false
  weak var observed: Connection?
  weak var observer: Connection?
  private var departure = Departure.closed
  /// Its place in the hub's list.
  var slot = 0

  init(_ framing: Framing, number: Int, hub: Hub) {
    self.framing = framing
    self.number = number
    self.hub = hub
    closing = Alarm(on: hub.loop)
    inlet = Inlet(framing, maxFrame: hub.configuration.maxFrame)
    opening = framing == .raw ? Opening(readSize: hub.configuration.rawReadSize) : nil
  }

  var events: Bool { outlet?.outbox.view.isEvents ?? false }
  /// The oldest batch that it still has coming, nil if that is none.
  var oldestNeeded: Int? {
    guard let outbox = outlet?.outbox, outbox.takes(outbox.cursor.batch) else { return nil }
    return outbox.cursor.batch
  }

  private func encoded(_ write: (Scribe, inout Encoding) -> Void) -> Encoding {
    var encoding = Encoding()
    guard let outlet else { return encoding }
    write(hub.encoded.scribe(outlet.outbox.view), &encoding)
    return encoding
  }
}

// MARK: - Life

extension Connection {
  func channelActive(context: ChannelHandlerContext) {
    guard !hub.isStopping else { return context.close(promise: nil) }
    self.context = context
    address = PeerAddress(context.remoteAddress)
    hub.seal()
    outlet = Outlet(context, View(framing, events: false), hub: hub, owner: self)
    member = hub.enter(self)
    holding = context.eventLoop.assumeIsolated().scheduleTask(in: Connection.hold) {
      self.outlet?.release()
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    guard let outlet else { return }
    holding?.cancel()
    closing.cancel()
    leave(departure)
    outlet.close()
    self.outlet = nil
    hub.forget(self)
    self.context = nil
    observer?.depart(.closed, reason: "")
    observer = nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if (error as? IOError)?.errnoCode == ECONNRESET { departure = .reset }
    hub.diagnose("connection failed: \(error)", address)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { outlet?.pump() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .atClose? = event as? Pacer.Event { tellObserver() }
    switch event as? ChannelEvent {
    case .outputClosed: close(in: Connection.linger)
    case .inputClosed: inputClosed(context)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  /// The peer sends no more; it may still read, so it gets all that was said until now, its own words too.
  private func inputClosed(_ context: ChannelHandlerContext) {
    guard outlet?.isShut != true else { return context.close(promise: nil) }
    for read in opening?.rest() ?? [] { takeRaw(read) }
    if let cut = inlet.finish() {
      hub.diagnose(cut.description, address)
    }
    depart(.closed, reason: "")
  }

  /// Leaves the room; the connection stays for what it has coming.
  func leave(_ departure: Departure, reason: String = "") {
    guard let member else { return }
    self.member = nil
    hub.leave(member, departure, reason: reason)
  }

  func depart(_ departure: Departure, reason: String) {
    leave(departure, reason: reason)
    guard let outlet, !outlet.isEnding else { return }
    outlet.end()
    close(in: Connection.grace)
  }

  /// Says why it ends, and ends.
  private func refuse(_ departure: Departure, _ code: ErrorCode, _ text: String) {
    leave(departure)
    guard let outlet, !outlet.isEnding else { return }
    let error = encoded { $0.write(.error(code, text), to: &$1) }
    outlet.end(saying: error.bytes)
    close(in: departure == .slowReader ? Connection.grace : Connection.linger)
  }

  /// Closes it all after `delay`, or earlier if that was decided before.
  private func close(in delay: TimeAmount) {
    guard let context else { return }
    // What it still sends is not held back any more: unread bytes would reset the connection.
    pacer?.turn(Knobs(late: 0))
    closing.set(.now() + delay) { context.close(promise: nil) }
  }

  /// Closes it at once.
  func abort() {
    context?.close(promise: nil)
  }
}

// MARK: - Reading

extension Connection {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    guard let outlet, !outlet.isEnding else { return }
    if outlet.tap?.read(bytes.readableBytes) == false { outlet.tap = nil }
    guard opening != nil else { return take(bytes) }
    for read in opening?.take(bytes) ?? [] { takeRaw(read) }
  }

  private func takeRaw(_ bytes: ByteBuffer) {
    if !isObserver, !bytes.readableBytesView.starts(with: "/observe ".utf8) {
      hub.console.read(bytes, from: address)
    }
    take(bytes)
  }

  /// Does what the messages say that the bytes complete.
  private func take(_ bytes: ByteBuffer) {
    guard let outlet else { return }
    inlet.receive(bytes)
    while !outlet.isEnding, let step = inlet.next() {
      switch step {
      case .say(let text): say(text)
      case .command(let command):
        outlet.release()
        hub.interpreter.carryOut(command, for: self)
      case .refuse(let code, let text): reply(.error(code, text))
      case .end(let code, let text): refuse(.oversizedFrame, code, text)
      }
      hasSpoken = true
    }
  }

  private func say(_ text: [UInt8]) {
    guard member != nil else { return reply(.error(.unknown, "an observer is in no room")) }
    hub.say(text, by: self)
  }
}

// MARK: - A peer of the room

extension Connection {
  func reply(_ event: Event) {
    send(encoded { $0.write(event, to: &$1) })
  }

  func told(ms: Int, from: String, to: String, text: String, isSender: Bool) {
    guard !events else { return reply(.told(ms: ms, from: from, to: to, text: text)) }
    let nick = isSender ? to : from
    send(encoded { $0.write(told: nick, isSender: isSender, text: text, to: &$1) })
  }

  /// Each message of a view of packets is an aside of its own.
  private func send(_ encoding: Encoding) {
    guard outlet?.outbox.view.isPackets == true else {
      outlet?.reply(encoding.bytes)
      return
    }
    for index in encoding.ends.indices {
      if let packet = encoding.packet(index) { outlet?.reply(packet) }
    }
  }

  func recall(_ messages: Range<Int>) {
    outlet?.recall(messages)
  }

  func greet(_ welcome: (_ next: Int) -> Event, names: Event) {
    let view = View(framing, events: true)
    outlet?.turn(to: view) { next in
      var encoding = Encoding()
      let scribe = hub.encoded.scribe(view)
      scribe.write(welcome(next), to: &encoding)
      scribe.write(names, to: &encoding)
      return encoding.bytes
    }
  }

  /// A batch was sealed; who is too far behind now is cut.
  func sealed(_ batch: Int) {
    outlet?.sealed(batch)
    checkLag()
  }

  func checkLag() {
    guard let outlet, !outlet.isTolerable else { return }
    let limit = hub.configuration.lag.limit
    refuse(.slowReader, .slow, "more than \(limit) bytes waited for you to read them")
  }
}
