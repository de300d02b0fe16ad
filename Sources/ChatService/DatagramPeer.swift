import ChatRoom
import ChatTransport
import ChatWire
import NIOCore

/// A member over UDP.
///
/// Datagrams that the socket does not take are lost, as on any other part of the way.
final class DatagramPeer: Peer {
  let framing = Framing.udp
  let view = View.datagram
  let address: PeerAddress
  let number: Int
  private(set) var member: MemberID?
  /// When its last datagram came, in milliseconds of the watch.
  private(set) var lastHeard: Int

  /// Nil where there is no bound.
  private var allowance: Allowance?
  private let remote: SocketAddress
  private unowned let hub: Hub
  private unowned let datagrams: Datagrams

  init(
    _ remote: SocketAddress, _ address: PeerAddress, number: Int, hub: Hub, datagrams: Datagrams
  ) {
    self.remote = remote
    self.address = address
    self.number = number
    self.hub = hub
    lastHeard = hub.watch.now
    self.datagrams = datagrams
    let rate = hub.configuration.limits.rate(isLoopback: address.isLoopback)
    allowance = rate.map { Allowance($0, at: lastHeard) }
  }

  func enter(as nick: String) throws(NameTaken) {
    member = try hub.enter(self, as: nick)
  }

  func received(_ bytes: ByteBuffer) {
    lastHeard = hub.watch.now
    guard bytes.readableBytes > 0 else { return }
    guard allows(bytes.readableBytes) else {
      return hub.ledger.count(.refused(.fastDatagram), address)
    }
    if let offset = TextBytes.firstInvalid(bytes.readableBytesUInt8Span) {
      return reply(.error(.utf8, WireError.notUTF8(offset: offset).description))
    }
    // What is answered comes behind what was said before.
    hub.seal()
    hub.interpreter.carryOut(Command(String(buffer: bytes)), for: self)
  }

  /// One socket is read for all: what is over the rate of one is lost, where a connection would be read later.
  private func allows(_ count: Int) -> Bool {
    guard allowance != nil else { return true }
    guard allowance?.wait(at: lastHeard) == 0 else { return false }
    allowance?.read(count)
    allowance?.spend()
    return true
  }

  func send(_ encoding: Encoding) {
    for index in encoding.ends.indices {
      if let packet = encoding.packet(index) { datagrams.send(packet, to: remote) }
    }
  }

  func reply(_ event: Event) {
    var encoding = Encoding()
    hub.encoded.scribe(.datagram).write(event, to: &encoding)
    send(encoding)
  }

  func told(ms: Int, from: String, to: String, text: String, isSender: Bool) {
    hub.seal()
    reply(.told(ms: ms, from: from, to: to, text: text))
  }

  func recall(_ messages: Range<Int>) {
    var encoding = Encoding()
    for number in messages {
      guard let entry = hub.room.history[number] else { continue }
      hub.encoded.scribe(.datagram).write(entry, to: &encoding)
    }
    send(encoding)
  }

  func recall(_ messages: Range<Int>, in room: String, _ serial: Int) {
    var rest = messages
    let scribe = hub.encoded.scribe(view)
    while let encoding = hub.recollect(&rest, in: room, serial, scribe) { send(encoding) }
  }

  func settle() {}

  func hand(_ encoding: Encoding) { send(encoding) }

  func greet(_ welcome: (_ next: Int) -> Event, names: Event) {
    reply(welcome(hub.room.log.next))
    reply(names)
  }

  func observe(_ framing: Framing, port: Int) {
    reply(.error(.range, "/observe is for TCP connections"))
  }

  func turn(_ knobs: Knobs) {
    reply(.error(.noConnection, "only the observer of a connection turns its knobs"))
  }

  func tellObserver() {}

  func tellObserver(_ event: Event) {}

  func depart(_ departure: Departure, reason: String) {
    guard let member else { return }
    self.member = nil
    // A datagram socket has no FIN: a /quit without a reason is how a client closes one.
    let isClosed = departure == .quit && reason.isEmpty
    hub.leave(member, isClosed ? .closed : departure, reason: reason, from: address)
    datagrams.forget(self)
  }

  func refuse(_ departure: Departure, _ text: String) {
    reply(.error(.full, text))
    depart(departure, reason: "")
  }

  func expire() {
    let expiry = hub.configuration.limits.datagramExpiry
    reply(.error(.timeout, "nothing came from you for \(expiry.seconds)"))
    depart(.timeout, reason: "")
  }
}
