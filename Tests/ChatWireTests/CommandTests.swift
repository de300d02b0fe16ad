import ChatWire
import Testing

@Suite struct CommandTests {
  @Test(
    arguments: [
      ("hello", .say("hello")),
      (" /me", .say(" /me")),
      ("//shrug", .say("/shrug")),
      ("///", .say("//")),
      ("/hello 1 alice", .hello(version: 1, nick: "alice", cookie: nil)),
      (
        "/hello 1 alice 0123456789abcdef",
        .hello(version: 1, nick: "alice", cookie: "0123456789abcdef")
      ),
      ("/hello 1 alice                  ", .hello(version: 1, nick: "alice", cookie: nil)),
      ("/hello 2", .hello(version: 2, nick: "", cookie: nil)),
      ("/hello", .malformed(.version, "usage: /hello 1 NICK")),
      ("/hello one alice", .malformed(.version, "usage: /hello 1 NICK")),
      ("/nick ann", .nick("ann")),
      ("/me  waves", .me(" waves")),
      ("/msg bob a b  c", .msg(to: "bob", text: "a b  c")),
      ("/msg", .malformed(.noNick, "usage: /msg NICK TEXT")),
      ("/who", .who),
      ("/history 20", .history(20)),
      ("/history", .malformed(.range, "usage: /history N, N from 1 to 1000")),
      ("/history 0", .malformed(.range, "usage: /history N, N from 1 to 1000")),
      ("/history 1001", .malformed(.range, "usage: /history N, N from 1 to 1000")),
      ("/history -1", .malformed(.range, "usage: /history N, N from 1 to 1000")),
      ("/history 99999999999999999999", .malformed(.range, "usage: /history N, N from 1 to 1000")),
      ("/ping 17", .ping("17")),
      ("/pong 17", .pong("17")),
      ("/quit", .quit("")),
      ("/quit good night", .quit("good night")),
      ("/observe raw 51300", .observe(.raw, port: 51_300)),
      ("/observe udp 51300", .malformed(.range, "usage: /observe length|raw|line PORT")),
      ("/observe raw 65536", .malformed(.range, "usage: /observe length|raw|line PORT")),
      ("/observe raw 0", .malformed(.range, "usage: /observe length|raw|line PORT")),
      ("/knob late=200", .knob(Knobs(late: 200))),
      (
        "/knob late=5000 rbuf=65536 nodelay=1 quickack=0",
        .knob(Knobs(late: 5_000, readSize: 65_536, noDelay: true, quickAck: false))
      ),
      ("/knob rbuf=1 late=0", .knob(Knobs(late: 0, readSize: 1))),
      ("/join swift", .join(room: "swift")),
      ("/join", .malformed(.room, "usage: /join ROOM")),
      ("/join ", .malformed(.room, "usage: /join ROOM")),
      ("/part swift", .part(room: "swift", reason: "")),
      ("/part swift so  long", .part(room: "swift", reason: "so  long")),
      ("/part", .malformed(.room, "usage: /part ROOM REASON")),
      ("/rooms", .rooms),
      ("/topic lobby", .topic(room: "lobby", text: "")),
      ("/topic lobby all things", .topic(room: "lobby", text: "all things")),
      ("/topic", .malformed(.room, "usage: /topic ROOM TEXT")),
      ("/in swift hello  you", .inRoom("swift", .say("hello  you"))),
      ("/in swift //me", .inRoom("swift", .say("/me"))),
      ("/in swift /me waves", .inRoom("swift", .me("waves"))),
      ("/in swift /history 0", Command("/history 0")),
      ("/in swift /dance now", .inRoom("swift", .unknown("dance"))),
      ("/in swift", .inRoom("swift", .say(""))),
      ("/in", .malformed(.room, "usage: /in ROOM TEXT")),
      ("/in  hello", .malformed(.room, "usage: /in ROOM TEXT")),
      ("/in a /in b hi", .malformed(.room, "usage: /in ROOM TEXT")),
      ("/in a /in", .malformed(.room, "usage: /in ROOM TEXT")),
      ("/", .unknown("")),
      ("/dance now", .unknown("dance")),
      ("/ME x", .unknown("ME")),
    ] as [(String, Command)])
  func parses(text: String, command: Command) {
    #expect(Command(text) == command)
  }

  @Test(arguments: [
    "/knob", "/knob late", "/knob late=", "/knob late=x", "/knob late=5001", "/knob late=-1",
    "/knob late=+1", "/knob rbuf=0", "/knob rbuf=65537", "/knob nodelay=2", "/knob quickack=on",
    "/knob late=1 volume=11", "/knob late=99999999999999999999",
  ])
  func knobsOutOfRangeAreRefused(text: String) {
    let usage = "usage: /knob late=0…5000 rbuf=1…65536 nodelay=0|1 quickack=0|1"
    #expect(Command(text) == .malformed(.range, usage))
  }

  @Test(
    arguments: [
      .say("hello"), .say("/slash"), .hello(version: 1, nick: "a", cookie: nil),
      .hello(version: 1, nick: "a", cookie: "ff"), .nick("b"), .me("x y"),
      .msg(to: "c", text: "d e"),
      .who, .history(5), .ping("t"), .pong("t"), .quit(""), .quit("bye"), .observe(.line, port: 9),
      .unknown("x"), .knob(Knobs(late: 1, readSize: 2, noDelay: false, quickAck: true)),
    ] as [Command])
  func printsWhatItParses(command: Command) {
    #expect(Command(command.text) == command)
  }

  @Test func aMarkBehindTheSlashHidesNoCommand() {
    #expect(Command("/\u{301}quit") == .unknown("\u{301}quit"))
  }

  @Test func roomsInRoomsAreNoDeepRecursion() {
    let text = String(repeating: "/in a ", count: 10_000) + "hi"
    #expect(Command(text) == .malformed(.room, "usage: /in ROOM TEXT"))
    #expect(Event(text) == nil)
  }

  @Test(arguments: ["/join a", "/part a b c", "/rooms", "/topic a b", "/in a //b", "/in a /who"])
  func commandsOfRoomsPrintAsTheyAreRead(text: String) {
    #expect(Command(text).text == text)
  }

  @Test(
    arguments: [
      ("Swift", "swift"), ("房间", "房间"), ("a.b-c_d", "a.b-c_d"),
      ("1234567890123456", "1234567890123456"),
      ("", nil), ("12345678901234567", nil), ("#swift", nil), ("a b", nil),
    ] as [(String, String?)])
  func namesOfRooms(text: String, name: String?) {
    #expect(RoomName(text)?.text == name)
  }
}
