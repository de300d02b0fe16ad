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
  static let linger = TimeAmount.milliseconds(80)
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
  var vigil: Vigil?
  var throttle: Throttle?
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
    inlet = Inlet(
      framing, maxFrame: hub.configuration.maxFrame, longestLine: hub.configuration.limits.line)
    opening = framing == .raw ? Opening(readSize: hub.configuration.rawReadSize) : nil
  }

  var view: View { outlet?.view ?? View(framing, events: false) }
  var events: Bool { view.isEvents }

  private func encoded(_ write: (Scribe, inout Encoding) -> Void) -> Encoding {
    var encoding = Encoding()
    guard let outlet else { return encoding }
    write(hub.encoded.scribe(outlet.view), &encoding)
    return encoding
  }
}

// MARK: - Life

extension Connection {
  func channelActive(context: ChannelHandlerContext) {
    guard !hub.isStopping else { return context.close(promise: nil) }
    self.context = context
    // Nil for one that its peer has reset since.
    guard let remote = context.remoteAddress else { return context.close(promise: nil) }
    address = PeerAddress(remote)
    if let refusal = hub.admit(address) { return turnAway(refusal, context) }
    hub.seal()
    let outlet = Outlet(context, View(framing, events: false), hub: hub, owner: self)
    self.outlet = outlet
    member = hub.enter(self, outlet)
    watch()
    holding = context.eventLoop.assumeIsolated().scheduleTask(in: Connection.hold) {
      self.outlet?.release()
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    closing.cancel()
    guard let outlet else { return self.context = nil }
    holding?.cancel()
    vigil?.end()
    throttle?.end()
    leave(departure)
    outlet.close()
    self.outlet = nil
    hub.forget(self)
    self.context = nil
    observer?.depart(.closed, reason: "")
    observer = nil
    observed?.goUnobserved()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch (error as? IOError)?.errnoCode {
    case ECONNRESET, EPIPE: departure = .reset
    case ETIMEDOUT, EHOSTUNREACH, ENETUNREACH: departure = .timeout
    default: break
    }
    hub.diagnose("connection failed: \(error)", address)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    outlet?.writabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .atClose? = event as? Pacer.Event { tellObserver() }
    switch event as? ChannelEvent {
    case .outputClosed: close(in: Connection.linger)
    case .inputClosed:
      if throttle?.keepsEnd() != true { inputClosed() }
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  /// The peer sends no more; it may still read, so it gets all that was said until now, its own words too.
  func inputClosed() {
    guard outlet?.isShut != true else { return abort() }
    for read in opening?.rest() ?? [] { takeRaw(read) }
    if let cut = inlet.finish() {
      hub.ledger.count(.refused(.cut), address)
      hub.diagnose(cut.description, address)
    }
    depart(.closed, reason: "")
  }

  /// Leaves the room; the connection stays for what it has coming.
  func leave(_ departure: Departure, reason: String = "") {
    guard let member else { return }
    self.member = nil
    hub.leave(member, departure, reason: reason, from: address)
  }

  func depart(_ departure: Departure, reason: String) {
    leave(departure, reason: reason)
    guard let outlet, !outlet.isEnding else { return }
    outlet.end()
    close(in: Connection.grace)
  }

  /// Says why it ends, and ends.
  func refuse(_ departure: Departure, _ code: ErrorCode, _ text: String) {
    leave(departure)
    guard let outlet, !outlet.isEnding else { return }
    let error = encoded { $0.write(.error(code, text), to: &$1) }
    outlet.end(saying: error.bytes)
    close(in: departure == .slowReader ? Connection.grace : Connection.linger)
  }

  /// Closes it all after `delay`, or earlier if that was decided before.
  func close(in delay: TimeAmount) {
    guard let context else { return }
    // What it still sends is not held back any more: unread bytes would reset the connection.
    pacer?.turn(Knobs(late: 0))
    throttle?.end()
    pacer?.isPaused = false
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
    if throttle?.keeps(bytes) != true { received(bytes) }
  }

  /// Takes a read whose turn it is.
  func received(_ bytes: ByteBuffer) {
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
    inlet.receive(bytes)
    proceed()
  }

  /// Does what the messages say that are there, as far as the client's rate allows.
  func proceed() {
    guard let outlet else { return }
    let taken = inlet.taken
    while !outlet.isEnding, throttle?.admits() != false, let step = inlet.next() {
      throttle?.spend()
      switch step {
      case .say(let text): say(text)
      case .command(let command):
        outlet.release()
        hub.interpreter.carryOut(command, for: self)
      case .refuse(let code, let text):
        hub.ledger.count(.refused(code == .utf8 ? .notUTF8 : .line), address)
        reply(.error(code, text))
      case .end(let code, let text): refuse(.oversizedFrame, code, text)
      }
      hasSpoken = true
      // A read may ask for a thousand times its own length.
      if !outlet.isTolerable {
        hub.seal()
        outlet.pump()
        checkLag()
      }
    }
    let isMidway = throttle?.isClosed != true && inlet.isMidway
    vigil?.heard(isMidway: isMidway, isFresh: inlet.taken > taken)
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
    guard outlet?.view.isPackets == true else {
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

  func recall(_ messages: Range<Int>, in room: String) {
    var rest = messages
    let scribe = hub.encoded.scribe(view)
    outlet?.reply { [unowned hub, weak self] in
      hub.recollect(&rest, in: room, for: self?.member, scribe)?.bytes
    }
  }

  func hand(_ encoding: Encoding) { outlet?.reply(encoding.bytes) }

  func greet(_ welcome: (_ next: Int) -> Event, names: Event) {
    let view = View(framing, events: true)
    outlet?.turn(to: view) { next in
      var encoding = Encoding()
      let scribe = hub.encoded.scribe(view)
      scribe.write(welcome(next), to: &encoding)
      scribe.write(names, to: &encoding)
      return encoding.bytes
    }
    vigil?.wait()
  }

  /// Who is too far behind now is cut.
  func checkLag() {
    guard let outlet, !outlet.isTolerable else { return }
    cut("more than \(hub.configuration.lag.limit) bytes waited for you to read them")
  }
}
