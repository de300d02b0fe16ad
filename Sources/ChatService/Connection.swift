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

  private unowned let hub: Hub
  let framing: Framing
  /// Where it stands in the order of accepts.
  let number: Int
  private(set) var member: MemberID?
  private(set) var address = PeerAddress(host: "?", port: 0)

  private var reader: MessageReader
  private var context: ChannelHandlerContext?
  private var outlet: Outlet?
  private var holding: Scheduled<Void>?
  private var closing: Scheduled<Void>?
  private var closingTime = NIODeadline.distantFuture
  private var hasSpoken = false
  private var isObserver = false
  private weak var observed: Connection?
  private weak var observer: Connection?
  private var departure = Departure.closed
  /// Its place in the hub's list.
  var slot = 0

  init(_ framing: Framing, number: Int, hub: Hub) {
    self.framing = framing
    self.number = number
    self.hub = hub
    reader = MessageReader(
      framing: framing,
      limit: framing == .length ? hub.configuration.maxFrame : WireLimit.line)
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
    holding?.cancel()
    closing?.cancel()
    leave(departure)
    hub.forget(self)
    outlet?.close()
    outlet = nil
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
    switch event as? ChannelEvent {
    case .outputClosed: close(in: Connection.linger)
    case .inputClosed: inputClosed(context)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  /// The peer sends no more; it may still read, so it gets all that was said until now, its own words too.
  private func inputClosed(_ context: ChannelHandlerContext) {
    guard outlet?.isShut != true else { return context.close(promise: nil) }
    if let cut = reader.finish() {
      hub.diagnose(cut.description, address)
    }
    depart(.closed, reason: "")
  }

  /// Leaves the room; the connection stays for what it has coming.
  private func leave(_ departure: Departure, reason: String = "") {
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
    let deadline = NIODeadline.now() + delay
    guard deadline < closingTime else { return }
    closingTime = deadline
    closing?.cancel()
    closing = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
      context.close(promise: nil)
    }
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
    if outlet.tap?.note(.read, bytes.readableBytes) == false { outlet.tap = nil }
    if framing == .raw, !isObserver, !bytes.readableBytesView.starts(with: "/observe ".utf8) {
      hub.console.read(bytes, from: address)
    }
    reader.receive(bytes)
    var isDone = false
    while !isDone, !outlet.isEnding {
      do throws(WireError) {
        guard let message = try reader.next() else { return }
        received(message)
      } catch {
        isDone = refused(error)
      }
    }
  }

  /// - Returns: whether nothing more can be read.
  private func refused(_ error: WireError) -> Bool {
    guard case .oversized(let bytes, let limit) = error else {
      if let code = error.code { reply(.error(code, error.description)) }
      return false
    }
    var text = error.description
    if case .letters = LengthGuess(bytes: bytes, limit: limit) {
      text += "; chat-server --port off --raw-port 30000 serves raw clients there"
    }
    refuse(.oversizedFrame, .frame, text)
    return true
  }

  private func received(_ message: ByteBuffer) {
    var message = message
    guard let first = message.getInteger(at: message.readerIndex, as: UInt8.self) else { return }
    if framing != .raw || isObserver,
      let offset = TextBytes.firstInvalid(message.readableBytesUInt8Span)
    {
      return reply(.error(.utf8, WireError.notUTF8(offset: offset).description))
    }
    let slash = UInt8(ascii: "/")
    if first == slash {
      guard message.getInteger(at: message.readerIndex + 1, as: UInt8.self) == slash else {
        outlet?.release()
        hub.interpreter.carryOut(Command(String(buffer: message)), for: self)
        hasSpoken = true
        return
      }
      message.moveReaderIndex(forwardBy: 1)
    }
    hasSpoken = true
    guard member != nil else { return reply(.error(.unknown, "an observer is in no room")) }
    hub.say(Array(buffer: message), by: self)
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

// MARK: - Observing

extension Connection {
  func observe(_ framing: Framing, port: Int) {
    guard isObserver || !hasSpoken else {
      return reply(.error(.range, "/observe is the first message of a connection or none"))
    }
    if !isObserver { becomeObserver() }
    guard observed == nil else {
      return reply(.error(.range, "this connection observes another one already"))
    }
    guard let connection = hub.observable(framing, PeerAddress(host: address.host, port: port)),
      connection !== self
    else {
      let text = "no \(framing.rawValue) connection from port \(port) was accepted just now"
      return reply(.error(.noConnection, text))
    }
    observed = connection
    connection.comeUnder(self)
  }

  private func becomeObserver() {
    isObserver = true
    leave(.observing)
    let line = framing == .raw ? Framing.line : framing
    if framing == .raw { reader = MessageReader(framing: .line, limit: WireLimit.line) }
    outlet?.leaveLog(View(line, events: true))
    reply(.ports(hub.ports))
  }

  /// Whether another connection may observe this one: a member's, accepted just now, and once.
  var isObservable: Bool { member != nil && outlet?.tap?.isOpen == true }

  private func comeUnder(_ observer: Connection) {
    self.observer = observer
    tellObserver()
    outlet?.tap?.observe { [weak observer] fact in observer?.reply(.wire(fact)) }
  }

  /// Says how the observed connection is now, at once and after each change.
  func tellObserver() {
    guard let member, let nick = hub.room.roster[member]?.nick else { return }
    let size = framing == .raw ? hub.configuration.rawReadSize : Connection.readSize
    tellObserver(
      .observing(Observed(framing: framing, port: address.port, nick: nick, readSize: size)))
  }

  func tellObserver(_ event: Event) {
    observer?.reply(event)
  }
}
