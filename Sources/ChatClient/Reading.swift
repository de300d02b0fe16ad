import ChatScreen
import ChatTransport
import ChatWire
import NIOCore

// What a connection reads, and what that means.
extension Connection {
  func read(_ bytes: ByteBuffer) {
    if taken == 0, reader.pending == 0, manners.greeting != .none,
      let framing = WrongPort.framing(of: bytes.readableBytesView, dialled: endpoint.framing)
    {
      end = .stopped(.wrongPort(endpoint, framing, given: given))
      return close()
    }
    guard endpoint.framing != .raw else {
      let range = taken..<taken + bytes.readableBytes
      taken = range.upperBound
      dismiss(Dismissal.sentence(ofRead: String(buffer: bytes)))
      return tell(
        .heard(.rawRead(Array(bytes.readableBytesView)), at: Clock.wallTime(), bytes: range))
    }
    let bound = taken + reader.pending + bytes.readableBytes
    reader.receive(bytes)
    while true {
      do {
        guard let message = try reader.next() else { return }
        let start = taken
        taken = bound - reader.pending
        if message.readableBytes > 0 {
          received(Array(message.readableBytesView), in: start..<taken)
        }
      } catch .lineTooLong(let limit) {
        tell(.heard(.trouble(.error(.lineTooLong(limit: limit))), at: Clock.wallTime()))
      } catch {
        end = .lost(.noFrame(from: endpoint.address, .error(error)))
        return close()
      }
    }
  }

  private func received(_ message: [UInt8], in bytes: Range<Int>) {
    guard manners.greeting == .hello, let event = Event(message[...]),
      !foreign || greeting.concerns(event)
    else { return receivedPlain(String(decoding: message, as: UTF8.self), in: bytes) }
    outgoing.heard(event, as: nick)
    defer { dismiss(Dismissal.sentence(of: event)) }
    let steps = greeting.received(event)
    defer { take(steps) }
    switch event {
    case .pong(Connection.sign): break
    case .ping(Connection.sign) where endpoint.framing == .udp: forgotten()
    case .ping where outgoing.isLong: break
    case .ping(let token): send(Command.pong(token).text)
    case .cookie: break
    case .error(let code, let text):
      if code.closes { end = .lost(.closed(text)) }
      if steps.isEmpty { tell(.heard(.event(event), at: Clock.wallTime(), bytes: bytes)) }
    default:
      if case .renamed(nick, let new) = event { rename(to: new) }
      tell(.heard(.event(event), at: Clock.wallTime(ms: event.ms), bytes: bytes))
    }
  }

  /// The newest that was heard says that we were sent away, or does not.
  private func dismiss(_ sentence: String?) {
    guard let sentence else {
      if case .stopped = end { end = nil }
      return
    }
    end = .stopped(.sentAway(sentence))
    // Nothing else ends a datagram socket.
    if endpoint.framing == .udp { close() }
  }

  private func receivedPlain(_ text: String, in bytes: Range<Int>) {
    guard endpoint.framing == .udp else {
      return tell(.heard(.text(text), at: Clock.wallTime(), bytes: bytes))
    }
    if joined != nil, !foreign { return forgotten() }
    tell(
      .heard(.datagram(text, from: endpoint.address), at: Clock.wallTime(), bytes: bytes))
  }

  /// The server echoes, as it does to an address that is not in the room: it has begun anew.
  private func forgotten() {
    end = .lost(.begunAnew(endpoint.address))
    close()
  }

  func observed(_ event: Event) {
    switch event {
    case .ports(let ports): self.ports = ports
    case .observing(let observed):
      if peer.isAtClose(observed) { tell(.wire(.atClose(.there, at: Clock.microseconds()))) }
      awaited.shown(observed)
      tell(.link(.observed(observed)))
      if joined == nil { take(greeting.observed(observed)) } else { rename(to: observed.nick) }
    case .error(.nickTaken, _), .error(.nickBad, _): take(greeting.received(event))
    case .error:
      _ = awaited.expired()
      tell(.heard(.event(event), at: Clock.wallTime()))
    case .wire(let fact):
      let at = clock.local(fact.microseconds, arrival: Clock.microseconds())
      switch fact.way {
      case .read: tell(.wire(.peerRead(offset: fact.offset, length: fact.length, at: at)))
      case .wrote: tell(.wire(.peerWrote(offset: fact.offset, length: fact.length, at: at)))
      }
      if manners.watches { tell(.wire(.there(corrected(fact), at: at))) }
    default: break
    }
  }

  /// The fact without the segments of ours that the server received again: only our own kernel knows of them.
  private func corrected(_ fact: WireFact) -> WireFact {
    guard fact.way == .read, let repeated = socket?.facts?.repeated else { return fact }
    var fact = fact
    fact.segments = max(0, fact.segments - repeated)
    return fact
  }
}
