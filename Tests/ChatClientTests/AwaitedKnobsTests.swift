import ChatClient
import ChatScreen
import ChatWire
import Testing

@Suite struct AwaitedKnobsTests {
  private let observed = Observed(
    framing: .raw, port: 1, nick: "ann", readSize: 5, late: 200, noDelay: false, quickAck: true)

  @Test func whatIsShownIsAwaitedNoMore() {
    var awaited = AwaitedKnobs()
    awaited.asked(Knobs(late: 200, readSize: 5))
    awaited.asked(Knobs(noDelay: false))
    #expect(!awaited.isEmpty)
    awaited.shown(observed)
    #expect(awaited.isEmpty && awaited.expired() == nil)
  }

  @Test func whatIsNeverShownIsASentenceOnce() {
    var awaited = AwaitedKnobs()
    awaited.asked(Knobs(late: 200, readSize: 6))
    awaited.asked(Knobs(quickAck: false))
    awaited.shown(observed)
    #expect(
      awaited.expired()?.description
        == "the server has not acknowledged /knob rbuf=6 quickack=0 within 2 s")
    #expect(awaited.expired() == nil)
  }
}
