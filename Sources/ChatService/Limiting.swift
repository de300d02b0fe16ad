import ChatRoom
import ChatTransport
import ChatWire
import NIOCore

// The limits that a connection meets.
extension Connection {
  /// Whether it is asked for signs of life.
  var isAsked: Bool { events && !isObserver }

  /// Milliseconds for which a knob, its rate or the others' turns kept the server from reading it.
  var heldBack: Int {
    (pacer?.held ?? 0) + (throttle?.held ?? 0) + intake.rested(at: hub.watch.now)
  }

  func watch() {
    let limits = hub.configuration.limits
    vigil = Vigil(self, limits.patience, hub.watch)
    guard let rate = limits.rate(isLoopback: address.isLoopback) else { return }
    throttle = Throttle(self, rate, hub.watch)
    // Whoever is ahead of its rate is not read further than that: no more than one read waits.
    try? context?.channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
  }

  /// It is ahead of its rate.
  func hurries() {
    hub.ledger.count(.refused(.rate), address)
    pause(true)
  }

  /// Ends it since it reads too slowly.
  func cut(_ text: String) { refuse(.slowReader, .slow, text) }

  /// Ends it since something did not come in time.
  func expire(_ text: String) { refuse(.timeout, .timeout, text) }

  func refuse(_ departure: Departure, _ text: String) { refuse(departure, .full, text) }

  /// Says why it is not let in; it never is a member.
  func turnAway(_ refusal: Refusal, _ context: ChannelHandlerContext) {
    var encoding = Encoding()
    hub.encoded.scribe(View(framing, events: false))
      .write(.error(.full, hub.sentence(refusal)), to: &encoding)
    context.writeAndFlush(NIOAny(encoding.bytes), promise: nil)
    context.close(mode: .output, promise: nil)
    close(in: Connection.linger)
  }
}
