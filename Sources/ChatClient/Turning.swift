import ChatScreen
import ChatTransport
import ChatWire
import NIOCore

// What can be turned at both ends of a connection.
extension Connection {
  /// Turns knobs of our own end; a datagram socket has none.
  func turn(_ knobs: Knobs) {
    guard let channel else { return early = early.turned(by: knobs) }
    guard endpoint.framing != .udp, knobs != Knobs() else { return }
    if pacer == nil {
      pacer = try? Pacer.install(in: channel) { [weak self] in self?.arrivals }
      pacer?.isPaused = isPaused
    }
    pacer?.turn(knobs)
  }

  /// Tells the server over the connection that observes this one, as soon as there is one.
  ///
  /// - Returns: false if none was ever opened.
  @discardableResult
  func tellServer(_ command: Command) -> Bool {
    if case .knob(let knobs) = command { peer.asked(knobs) }
    observer?.send(command)
    return observer != nil
  }

  /// Asks the server to turn knobs of its end; if it does not show them as turned in time, that is told.
  func turnThere(_ knobs: Knobs) {
    awaited.asked(knobs)
    tellServer(.knob(knobs))
    acknowledgement?.cancel()
    let patience = TimeAmount.seconds(Int64(AwaitedKnobs.patience))
    acknowledgement = loop.assumeIsolated().scheduleTask(in: patience) {
      guard let sentence = self.awaited.expired() else { return }
      self.tell(.heard(.trouble(sentence), at: Clock.wallTime()))
    }
  }

  /// TCP_CORK on our socket, now and when the connection is there.
  func cork(_ isOn: Bool) {
    let isNew = isOn != isCorked
    isCorked = isOn
    guard let channel, isNew, endpoint.framing != .udp else { return }
    StreamSocket(channel).set(.cork, isOn)
  }
}
