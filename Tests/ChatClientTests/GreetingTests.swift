import ChatClient
import ChatWire
import Testing

@Suite struct GreetingTests {
  static let welcome = Event.welcome(connection: "0.1", nick: "ann", room: "lobby", next: 1)

  @Test(arguments: [Framing.length, .line]) func saysHelloAndIsWelcome(framing: Framing) {
    var greeting = Greeting(framing: framing, nick: "ann", foreign: false)
    #expect(greeting.opened() == [.send("/hello 1 ann")])
    #expect(greeting.received(GreetingTests.welcome) == [.joined(nick: "ann", foreign: false)])
    #expect(greeting.expired() == [])
  }

  @Test func takesTheFreeNameThatIsOffered() {
    var greeting = Greeting(framing: .length, nick: "ann", foreign: false)
    _ = greeting.opened()
    #expect(
      greeting.received(.error(.nickTaken, "ann2 that name is taken"))
        == [.notice("the name ann is taken; you are ann2"), .send("/hello 1 ann2")])
  }

  @Test func aSilentServerIsForeignUntilItsWelcomeComesAfterAll() {
    var greeting = Greeting(framing: .line, nick: "ann", foreign: false)
    _ = greeting.opened()
    #expect(greeting.expired() == [.joined(nick: "ann", foreign: true)])
    #expect(greeting.concerns(.notice("x")) == false)
    #expect(greeting.concerns(GreetingTests.welcome))
    #expect(greeting.received(GreetingTests.welcome) == [.joined(nick: "ann", foreign: false)])
  }

  @Test func nothingIsSaidToAKnownForeigner() {
    for framing in Framing.allCases {
      var greeting = Greeting(framing: framing, nick: "ann", foreign: true)
      #expect(greeting.opened() == [.joined(nick: "ann", foreign: true)])
      #expect(greeting.received(GreetingTests.welcome) == [])
      #expect(greeting.observed(as: "guest1") == [])
      #expect(greeting.expired() == [])
    }
  }

  @Test func rawWaitsForTheObserverToShowTheName() {
    var greeting = Greeting(framing: .raw, nick: "ann", foreign: false)
    #expect(greeting.opened() == [])
    #expect(greeting.observed(as: "guest1") == [.send("/nick ann")])
    #expect(greeting.observed(as: "guest1") == [])
    #expect(greeting.observed(as: "ann") == [.joined(nick: "ann", foreign: false)])
    #expect(greeting.observed(as: "ann") == [])
  }

  @Test func rawTakesTheFreeNameThatTheObserverHears() {
    var greeting = Greeting(framing: .raw, nick: "ann", foreign: false)
    _ = greeting.opened()
    _ = greeting.observed(as: "guest1")
    #expect(
      greeting.received(.error(.nickTaken, "ann2 taken"))
        == [.notice("the name ann is taken; you are ann2"), .send("/nick ann2")])
    #expect(greeting.observed(as: "ann2") == [.joined(nick: "ann2", foreign: false)])
  }

  @Test func rawWithoutAnObserverIsForeign() {
    var greeting = Greeting(framing: .raw, nick: "ann", foreign: false)
    _ = greeting.opened()
    #expect(greeting.expired() == [.joined(nick: "ann", foreign: true)])
  }

  @Test func rawWithoutTheNameGoesOnUnderTheOneItHas() {
    var greeting = Greeting(framing: .raw, nick: "ann", foreign: false)
    _ = greeting.opened()
    _ = greeting.observed(as: "guest1")
    #expect(
      greeting.expired() == [
        .notice("the server did not take the name; you are guest1"),
        .joined(nick: "guest1", foreign: false),
      ])
  }

  @Test func aDatagramHelloIsAtLeast40BytesAndProvesItsAddress() {
    var greeting = Greeting(framing: .udp, nick: "ann", foreign: false)
    #expect(greeting.opened() == [.send("/hello 1 ann                            ")])
    #expect(
      greeting.received(.cookie("0123456789abcdef")) == [.send("/hello 1 ann 0123456789abcdef")])
    #expect(greeting.received(GreetingTests.welcome) == [.joined(nick: "ann", foreign: false)])
    #expect(greeting.received(.cookie("0123456789abcdef")) == [])
  }
}
