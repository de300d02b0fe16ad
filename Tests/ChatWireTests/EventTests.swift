import ChatWire
import Testing

@Suite struct EventTests {
  static let table: [(String, Event)] = [
    (
      "/welcome 1 0a1b2c3d.7 alice lobby 42",
      .welcome(connection: "0a1b2c3d.7", nick: "alice", room: "lobby", next: 42)
    ),
    (
      "/said 1 1700000000000 alice hello  you",
      .said(seq: 1, ms: 1_700_000_000_000, nick: "alice", text: "hello  you")
    ),
    ("/said 2 5 bob a\nb", .said(seq: 2, ms: 5, nick: "bob", text: "a\nb")),
    ("/did 3 5 bob waves", .did(seq: 3, ms: 5, nick: "bob", text: "waves")),
    ("/told 5 alice bob psst", .told(ms: 5, from: "alice", to: "bob", text: "psst")),
    ("/joined a b c", .joined(["a", "b", "c"])),
    ("/left a quit: bye", .left("a", reason: "quit: bye")),
    ("/renamed a b", .renamed("a", to: "b")),
    ("/names 3 a b c", .names(count: 3, ["a", "b", "c"])),
    ("/notice going down", .notice("going down")),
    ("/gap 1 9", .gap(from: 1, to: 9)),
    ("/ping x y", .ping("x y")),
    ("/pong x y", .pong("x y")),
    ("/error nick-taken bob2 bob is taken", .error(.nickTaken, "bob2 bob is taken")),
    ("/cookie 0123456789abcdef", .cookie("0123456789abcdef")),
    ("/error room no", .error(.room, "no")),
    ("/room lobby 3 ", .room("lobby", count: 3, topic: "")),
    ("/room swift 3 all  things", .room("swift", count: 3, topic: "all  things")),
    ("/topic bob all things", .topic(nick: "bob", text: "all things")),
    (
      "/in swift /said 1 5 bob hi", .inRoom("swift", .said(seq: 1, ms: 5, nick: "bob", text: "hi"))
    ),
    ("/in swift /joined a b", .inRoom("swift", .joined(["a", "b"]))),
    (
      "/ports length=30000 raw=20000 line=off udp=30000",
      .ports([.length: 30000, .raw: 20000, .udp: 30000])
    ),
    (
      "/observing raw 51300 alice read=1024 late=0 nodelay=1 quickack=0",
      .observing(
        Observed(framing: .raw, port: 51300, nick: "alice", readSize: 1024, quickAck: false))
    ),
    (
      "/wire read 520 26 1234 0 0 0",
      .wire(WireFact(.read, offset: 520, length: 26, microseconds: 1234))
    ),
    (
      "/wire wrote 0 5 1 2 3 4",
      .wire(
        WireFact(.wrote, offset: 0, length: 5, microseconds: 1, segments: 2, unread: 3, unsent: 4))
    ),
  ]

  @Test(arguments: table) func parsesAndPrints(text: String, event: Event) {
    #expect(Event(text) == event)
    #expect(event.text == text)
  }

  @Test(arguments: [
    "", "hello", "alice: hello", "/", "/said", "/said x 1 a b", "/said 1 1", "/said -1 1 a b",
    "/said 99999999999999999999 1 a b", "/welcome 2 a b c 1", "/error nothing x", "/names x",
    "/wire read 1 2",
    "/wire read 9223372036854775807 1 1 0 0 0", "/observing raw 1 a", "/ports x=1", "/unheard of",
    "/renamed a  b", "/cookie  0123456789abcdef", "/in", "/in swift", "/in swift hi",
    "/in a /in b /ping x", "/room x", "/room x y", "/topic",
  ])
  func refusesWhatIsNoEvent(text: String) {
    #expect(Event(text) == nil)
  }

  @Test func aNameHasItsBound() {
    let (most, over) = (String(repeating: "n", count: 128), String(repeating: "n", count: 129))
    for form in [
      "/said 1 2 NAME x", "/did 1 2 NAME x", "/told 1 NAME b x", "/told 1 a NAME x", "/left NAME x",
      "/renamed NAME b", "/renamed a NAME", "/room NAME 1 x", "/topic NAME x", "/in NAME /ping x",
      "/welcome 1 0.1 NAME lobby 1", "/welcome 1 0.1 a NAME 1", "/welcome 1 NAME a lobby 1",
    ] {
      #expect(Event(form.replacing("NAME", with: most)) != nil)
      #expect(Event(form.replacing("NAME", with: over)) == nil)
    }
    #expect(Event("/joined a \(over) b") == .joined(["a", "b"]))
  }

  @Test func aMarkBehindASpaceBelongsToTheText() {
    #expect(Event("/said 1 2 bob \u{301}x") == .said(seq: 1, ms: 2, nick: "bob", text: "\u{301}x"))
  }

  @Test(arguments: 0..<300) func anyBytesNeverTrap(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    var text = EventTests.table[seed % EventTests.table.count].0
    for _ in 0..<4 {
      var bytes = Array(text.utf8)
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      text = String(decoding: bytes, as: UTF8.self)
      _ = Event(text)
      _ = Command(text)
    }
    #expect(Event(String(text.prefix(1))) == nil)
  }
}
