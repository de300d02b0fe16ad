import ChatRoom
import ChatTransport
import ChatWire
import NIOCore

/// The UDP port: echoes what strangers send, and carries the room to those who proved their address.
final class Datagrams: ChannelInboundHandler, Waiting {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>
  typealias OutboundOut = AddressedEnvelope<ByteBuffer>

  /// The shortest `/hello` that is answered with a cookie: padded, it is longer than its answer.
  private static let shortestHello = 40

  private unowned let hub: Hub
  private let cookie = Cookie()
  private var members: [PeerAddress: DatagramPeer] = [:]
  private var echoes: Echoes
  private var context: ChannelHandlerContext?
  private lazy var post = Watch.Post(self)

  init(hub: Hub) {
    self.hub = hub
    echoes = Echoes(each: hub.configuration.limits.echoes ?? Echoes.standard)
  }

  private var limits: Limits { hub.configuration.limits }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    post.leave()
    self.context = nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    hub.diagnose("datagram failed: \(error)", nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let envelope = unwrapInboundIn(data)
    let address = PeerAddress(envelope.remoteAddress)
    if let local = context.localAddress, address.comesBack(to: PeerAddress(local)) {
      return hub.ledger.count(.refused(.ownDatagram), address)
    }
    guard envelope.data.readableBytes <= WireLimit.datagram else {
      return hub.ledger.count(.refused(.longDatagram), address)
    }
    if let member = members[address] {
      member.received(envelope.data)
    } else if !greeted(envelope.data, envelope.remoteAddress, address) {
      let isBounded = limits.echoes != nil || !address.isLoopback
      guard !isBounded || echoes.admit(address.host, at: Clock.monotonic()) else {
        return hub.ledger.count(.refused(.fastEcho), address)
      }
      hub.console.echoed(envelope.data, from: address)
      send(envelope.data, to: envelope.remoteAddress)
    }
  }

  func send(_ bytes: ByteBuffer, to address: SocketAddress) {
    guard let context, context.channel.isWritable else {
      return hub.ledger.count(.refused(.unsentDatagram))
    }
    let envelope = AddressedEnvelope(remoteAddress: address, data: bytes)
    context.writeAndFlush(wrapOutboundOut(envelope), promise: nil)
  }

  /// Hands the entries of a batch to every member, each a datagram.
  func sealed(_ batch: Int) {
    guard !members.isEmpty,
      let encoding = hub.encoded.encoding(of: batch, in: .datagram, hub.room.log)
    else { return }
    for member in members.values { member.send(encoding) }
  }

  func forget(_ member: DatagramPeer) {
    members[member.address] = nil
  }

  /// The server stops; what is in the socket's buffer still goes out.
  func stop() {
    for member in members.values { member.depart(.stopping, reason: "") }
    context?.close(promise: nil)
  }
}

// MARK: - Joining

extension Datagrams {
  /// - Returns: false for anything but a greeting that is answered.
  private func greeted(_ bytes: ByteBuffer, _ remote: SocketAddress, _ address: PeerAddress) -> Bool
  {
    guard bytes.readableBytesView.starts(with: "/hello ".utf8),
      case .hello(let version, let nick, let proof) = Command(String(buffer: bytes))
    else { return false }
    let now = Clock.monotonic()
    if let proof, cookie.isValid(proof, for: address, at: now) {
      if let refusal = join(version, nick, remote, address) {
        answer(refusal.text, remote, limit: bytes.readableBytes)
      }
      return true
    }
    guard bytes.readableBytes >= Datagrams.shortestHello else { return false }
    answer(
      Event.cookie(cookie.text(for: address, at: now)).text, remote, limit: bytes.readableBytes)
    return true
  }

  /// - Returns: why not.
  private func join(
    _ version: Int, _ text: String, _ remote: SocketAddress, _ address: PeerAddress
  ) -> Event? {
    guard version == Event.version else {
      return .error(.version, "this server speaks version \(Event.version)")
    }
    guard let nick = Nick(text) else {
      hub.ledger.count(.refused(.nick), address)
      return .error(.nickBad, "not a nick")
    }
    guard members.count < limits.datagramMembers else {
      hub.ledger.count(.refused(.datagramFull), address)
      return .error(.full, "\(members.count) members over UDP are here already")
    }
    if let refusal = hub.barred(nick.text, address) { return .error(.full, refusal) }
    hub.seal()
    let peer = DatagramPeer(remote, address, number: hub.nextNumber(), hub: hub, datagrams: self)
    do throws(NameTaken) {
      try peer.enter(as: nick.text)
    } catch {
      hub.ledger.count(.refused(.nick), address)
      return .error(.nickTaken, "\(error.free) \(error)")
    }
    members[address] = peer
    hub.greet(peer, as: nick.text)
    hub.watch.wait(post, until: peer.lastHeard + limits.datagramExpiry)
    return nil
  }

  /// Answers a stranger with no more bytes than it sent.
  private func answer(_ text: String, _ remote: SocketAddress, limit: Int) {
    send(ByteBuffer(bytes: TextBytes.parts(Array(text.utf8)[...], limit: limit)[0]), to: remote)
  }

  /// Lets those go who gave no sign of life.
  func look(at now: Int) -> Int? {
    for member in members.values where now - member.lastHeard >= limits.datagramExpiry {
      member.expire()
    }
    return members.values.map(\.lastHeard).min().map { $0 + limits.datagramExpiry }
  }
}
