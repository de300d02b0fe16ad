import ChatClient
import ChatScreen
import ChatWire
import Testing

@Suite struct OutgoingTests {
  static func said(_ nick: String, _ text: String) -> Event {
    .said(seq: 1, ms: 0, nick: nick, text: text)
  }

  @Test func aMessageIsUnwrittenThenUnconfirmedThenSettled() {
    var outgoing = Outgoing()
    for text in ["one", "/me waves", "/who", "//slash"] { outgoing.sent(text) }
    #expect(outgoing.unwritten == ["one", "/me waves", "/who", "//slash"])
    for _ in 0..<4 { outgoing.wrote(awaitsEcho: true) }
    #expect(outgoing.unwritten == [])
    #expect(outgoing.unconfirmed == ["one", "waves", "/slash"])
    outgoing.heard(OutgoingTests.said("bob", "one"), as: "ann")
    #expect(outgoing.unconfirmed.count == 3)
    outgoing.heard(OutgoingTests.said("ann", "one"), as: "ann")
    #expect(outgoing.unconfirmed == ["waves", "/slash"])
    outgoing.heard(OutgoingTests.said("ann", "/slash"), as: "ann")
    #expect(outgoing.unconfirmed == [])
  }

  @Test func whoeverAsksWithoutReadingIsNotAnswered() {
    var outgoing = Outgoing()
    for number in 1...16 {
      #expect(!outgoing.isLong)
      outgoing.sent("/pong \(number)")
    }
    #expect(outgoing.isLong)
    outgoing.wrote(awaitsEcho: true)
    #expect(!outgoing.isLong)
  }

  @Test func aMessageInPartsIsLostInPart() {
    var outgoing = Outgoing()
    for text in ["one", "two", "two"] { outgoing.sent(text) }
    outgoing.wrotePart()
    #expect(outgoing.losses.map(\.description) == ["sent in part only: one", "not sent ×2: two"])
    outgoing.wrotePart()
    outgoing.wrote(awaitsEcho: true)
    #expect(
      outgoing.losses.map(\.description) == [
        "not confirmed, perhaps lost: one", "not sent ×2: two",
      ])
    #expect(outgoing.givenUp == [])
  }

  @Test func whatIsGivenUpIsNotSentAndHasNoEcho() {
    var outgoing = Outgoing()
    for text in ["one", "two", "two"] { outgoing.sent(text) }
    outgoing.gaveUp()
    outgoing.sent("/quit")
    outgoing.wrote(awaitsEcho: true)
    #expect(outgoing.unwritten == [] && outgoing.unconfirmed == [])
    #expect(outgoing.givenUp.map(\.description) == ["not sent: one", "not sent ×2: two"])
    #expect(outgoing.losses == outgoing.givenUp)
  }

  @Test func withoutAnEchoNothingIsAwaited() {
    var outgoing = Outgoing()
    outgoing.sent("one")
    outgoing.wrote(awaitsEcho: false)
    outgoing.wrote(awaitsEcho: true)
    #expect(outgoing.unwritten == [])
    #expect(outgoing.unconfirmed == [])
  }

  @Test func aServerThatRepeatsNothingCostsNoMemory() {
    var outgoing = Outgoing()
    for number in 0..<2 * Outgoing.limit {
      outgoing.sent("\(number)")
      outgoing.wrote(awaitsEcho: true)
    }
    #expect(outgoing.unconfirmed.count == Outgoing.limit)
    #expect(outgoing.unconfirmed.last == "\(2 * Outgoing.limit - 1)")
  }
}
