import ChatRoom
import ChatTransport
import ChatWire
import NIOCore

// A connection that observes another, and one that is observed.
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
    if framing == .raw { inlet.turnToLines() }
    outlet?.leaveLog(View(line, events: true))
    reply(.ports(hub.ports))
  }

  /// Whether another connection may observe this one: a member's, accepted just now, and once.
  var isObservable: Bool { member != nil && outlet?.tap?.isOpen == true }

  private func comeUnder(_ observer: Connection) {
    self.observer = observer
    tellObserver()
    outlet?.observe { [weak observer] fact in observer?.tell(fact) }
  }

  /// Tells an observer of a call.
  private func tell(_ fact: WireFact) {
    guard let outlet, !outlet.isEnding else { return }
    reply(.wire(fact))
    relieve()
  }

  /// Its observer is gone: nobody could turn a knob back any more.
  func goUnobserved() {
    observer = nil
    outlet?.tap = nil
    guard pacer != nil else { return }
    turned(Knobs(late: 0, readSize: readSize, noDelay: true, quickAck: true))
  }

  func turn(_ knobs: Knobs) {
    guard let observed, observed.observer === self else {
      return reply(.error(.noConnection, "only the observer of a connection turns its knobs"))
    }
    observed.turned(knobs)
  }

  /// Does what its observer wants; who is leaving reads as fast as it can.
  private func turned(_ knobs: Knobs) {
    guard let context, outlet?.isEnding == false else { return }
    if pacer == nil {
      pacer = try? Pacer.install(in: context.channel) { [unowned hub] in hub.arrivals }
      pacer?.isPaused = isHeld
    }
    pacer?.turn(knobs)
    if let size = knobs.readSize { opening?.readSize = size }
    tellObserver()
  }

  /// Bytes that one read returns at most unless a knob was turned.
  private var readSize: Int {
    framing == .raw ? hub.configuration.rawReadSize : Connection.readSize
  }

  /// Says how the observed connection is now, at once and after each change.
  func tellObserver() {
    guard let member, let nick = hub.room.roster[member]?.nick else { return }
    let knobs = pacer?.knobs ?? Knobs()
    // As the kernel and NIO begin: acknowledgements at once, TCP_NODELAY on.
    tellObserver(
      .observing(
        Observed(
          framing: framing, port: address.port, nick: nick, readSize: knobs.readSize ?? readSize,
          late: knobs.late ?? 0, noDelay: knobs.noDelay ?? true, quickAck: knobs.quickAck ?? true)))
  }

  func tellObserver(_ event: Event) {
    observer?.reply(event)
  }
}
