import ChatClient
import ChatScreen
import ChatWire
import Testing

@Suite struct GreetingTests {
  static let welcome = Event.welcome(connection: "0.1", nick: "ann", room: "lobby", next: 1)

  static func state(_ nick: String, readSize: Int = 1_024) -> Observed {
    Observed(framing: .raw, port: 1, nick: nick, readSize: readSize)
  }

  @Test(arguments: [Framing.length, .line]) func saysHelloAndIsWelcome(framing: Framing) {
    var greeting = Greeting(.hello, framing: framing, nick: "ann")
    #expect(greeting.opened() == [.send("/hello 1 ann")])
    #expect(greeting.received(GreetingTests.welcome) == [.joined(nick: "ann", foreign: false)])
    #expect(greeting.expired() == [])
  }

  @Test func takesTheFreeNameThatIsOffered() {
    var greeting = Greeting(.hello, framing: .length, nick: "ann")
    _ = greeting.opened()
    #expect(
      greeting.received(.error(.nickTaken, "ann2 that name is taken"))
        == [.notice(.youAre("ann2", because: .nickTaken("ann"))), .send("/hello 1 ann2")])
  }

  @Test func aSilentServerIsForeignUntilItsWelcomeComesAfterAll() {
    var greeting = Greeting(.hello, framing: .line, nick: "ann")
    _ = greeting.opened()
    #expect(greeting.expired() == [.joined(nick: "ann", foreign: true)])
    #expect(greeting.concerns(.notice("x")) == false)
    #expect(greeting.concerns(GreetingTests.welcome))
    #expect(greeting.received(GreetingTests.welcome) == [.joined(nick: "ann", foreign: false)])
  }

  @Test func nothingIsSaidToAKnownForeigner() {
    for framing in Framing.allCases {
      var greeting = Greeting(.none, framing: framing, nick: "ann")
      #expect(greeting.opened() == [.joined(nick: "ann", foreign: true)])
      #expect(greeting.received(GreetingTests.welcome) == [])
      #expect(greeting.observed(GreetingTests.state("guest1")) == [])
      #expect(greeting.expired() == [])
    }
  }

  @Test func rawWaitsForTheObserverToShowTheName() {
    var greeting = Greeting(.nick, framing: .raw, nick: "ann")
    #expect(greeting.opened() == [])
    #expect(greeting.observed(GreetingTests.state("guest1")) == [.send("/nick ann")])
    #expect(greeting.observed(GreetingTests.state("guest1")) == [])
    #expect(greeting.observed(GreetingTests.state("ann")) == [.joined(nick: "ann", foreign: false)])
    #expect(greeting.observed(GreetingTests.state("ann")) == [])
  }

  @Test func rawTakesTheFreeNameThatTheObserverHears() {
    var greeting = Greeting(.nick, framing: .raw, nick: "ann")
    _ = greeting.opened()
    _ = greeting.observed(GreetingTests.state("guest1"))
    #expect(
      greeting.received(.error(.nickTaken, "ann2 taken"))
        == [.notice(.youAre("ann2", because: .nickTaken("ann"))), .send("/nick ann2")])
    #expect(
      greeting.observed(GreetingTests.state("ann2")) == [.joined(nick: "ann2", foreign: false)])
  }

  @Test func aNameThatTheServerWouldReadInPiecesIsLeftOut() {
    var greeting = Greeting(.nick, framing: .raw, nick: "ann")
    #expect(
      greeting.observed(GreetingTests.state("guest1", readSize: 8)) == [
        .notice(.youAre("guest1", because: .readTooSmall(8, for: "/nick ann"))),
        .joined(nick: "guest1", foreign: false),
      ])
    var fits = Greeting(.nick, framing: .raw, nick: "ann")
    #expect(fits.observed(GreetingTests.state("guest1", readSize: 9)) == [.send("/nick ann")])
  }

  @Test func rawWithoutAnObserverIsForeign() {
    var greeting = Greeting(.nick, framing: .raw, nick: "ann")
    _ = greeting.opened()
    #expect(greeting.expired() == [.joined(nick: "ann", foreign: true)])
  }

  @Test func rawWithoutTheNameGoesOnUnderTheOneItHas() {
    var greeting = Greeting(.nick, framing: .raw, nick: "ann")
    _ = greeting.opened()
    _ = greeting.observed(GreetingTests.state("guest1"))
    #expect(
      greeting.expired() == [
        .notice(.youAre("guest1", because: .nickNotAccepted)),
        .joined(nick: "guest1", foreign: false),
      ])
  }

  @Test func aDatagramHelloIsAtLeast40BytesAndProvesItsAddress() {
    var greeting = Greeting(.hello, framing: .udp, nick: "ann")
    #expect(greeting.opened() == [.send("/hello 1 ann                            ")])
    #expect(
      greeting.received(.cookie("0123456789abcdef")) == [.send("/hello 1 ann 0123456789abcdef")])
    #expect(greeting.received(GreetingTests.welcome) == [.joined(nick: "ann", foreign: false)])
    #expect(greeting.received(.cookie("0123456789abcdef")) == [])
  }
}
