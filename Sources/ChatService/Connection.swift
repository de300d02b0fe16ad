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
  var intake = Intake()
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
  /// Bytes that came while it was leaving.
  var discarded = 0
  /// Whether its reads are no longer of the size that was asked for.
  var readsLargePieces = false
  /// Whether what was read of it is being done.
  var isProceeding = false
  var hasSpoken = false
  var isObserver = false
  weak var observed: Connection?
  weak var observer: Connection?
  private var departure = Departure.closed
  /// Whether the connection was over before everything was done that was read of it.
  private(set) var isGone = false
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
    outlet.close()
    // What it said in its last moments is said, however much that is.
    isGone = (isHeld || isProceeding) && !outlet.isEnding
    guard isGone else { return end() }
    closing.set(hub.loop.now + .milliseconds(Int64(hub.configuration.limits.drain))) { self.end() }
  }

  /// It is gone, and everything that was read of it is done.
  func end() {
    guard outlet != nil else { return }
    closing.cancel()
    holding?.cancel()
    vigil?.end()
    throttle?.end()
    intake.removeAll()
    if let outlet { hub.laggards.forget(outlet) }
    leave(departure)
    outlet = nil
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
      inputClosed()
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  /// Leaves the room; the connection stays for what it has coming.
  func leave(_ departure: Departure, reason: String = "") {
    guard let member else { return }
    self.member = nil
    hub.leave(member, departure, reason: reason, from: address)
  }

  func depart(_ departure: Departure, reason: String) {
    depart(departure, reason: reason, within: Connection.grace)
  }

  /// Ends it once it has taken what it has coming, after `limit` at the latest.
  func depart(_ departure: Departure, reason: String = "", within limit: TimeAmount) {
    leave(departure, reason: reason)
    guard let outlet, !outlet.isEnding else { return }
    outlet.end()
    close(in: limit)
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
    guard !isGone else { return end() }
    // What it still sends is not held back any more: unread bytes would reset the connection.
    pacer?.turn(Knobs(late: 0))
    throttle?.end()
    intake.removeAll()
    pause(false)
    closing.set(hub.loop.now + delay) { context.close(promise: nil) }
  }

  /// Closes it at once.
  func abort() {
    guard !isGone else { return end() }
    context?.close(promise: nil)
  }
}

// MARK: - A peer of the room

extension Connection {
  func reply(_ event: Event) {
    send(encoded { $0.write(event, to: &$1) })
  }

  func told(ms: Int, from: String, to: String, text: String, isSender: Bool) {
    let event = Event.told(ms: ms, from: from, to: to, text: text)
    let nick = isSender ? to : from
    let encoding = encoded {
      events
        ? $0.write(event, to: &$1)
        : $0.write(told: nick, isSender: isSender, text: text, to: &$1)
    }
    send(encoding, waits: true)
    relieve()
  }

  /// Each message of a view of packets is an aside of its own.
  private func send(_ encoding: Encoding, waits: Bool = false) {
    guard view.isPackets else {
      outlet?.reply(encoding.bytes, waits: waits)
      return
    }
    for index in encoding.ends.indices {
      if let packet = encoding.packet(index) { outlet?.reply(packet, waits: waits) }
    }
  }

  func recall(_ messages: Range<Int>) {
    outlet?.recall(messages)
  }

  func recall(_ messages: Range<Int>, in room: String, _ serial: Int) {
    var rest = messages
    let scribe = hub.encoded.scribe(view)
    outlet?.reply { [unowned hub] in hub.recollect(&rest, in: room, serial, scribe)?.bytes }
  }

  func settle() {
    hub.seal()
    outlet?.pump()
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
    // It may not have been offered what waits.
    outlet.release()
    var before = 0
    repeat {
      before = outlet.backlog
      outlet.offer()
    } while !outlet.isTolerable && outlet.takesAll && outlet.backlog < before
    guard !outlet.isTolerable else { return }
    cut(
      outlet.isLost
        ? "what you had not read is not kept any more"
        : "more than \(hub.configuration.lag.limit) bytes waited for you to read them")
  }

  /// Sends what one turn of the loop may have more of than may wait.
  func relieve() {
    guard let outlet, !outlet.isTolerable else { return }
    hub.seal()
    checkLag()
  }
}
