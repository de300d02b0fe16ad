import ChatRoom
import ChatService
import ChatTransport
import ChatWire
import Glibc
import Testing

/// Rooms beside the lobby, over real sockets.
@Suite struct RoomTalkTests {
  /// Joins a room and reads the answer.
  private func enter(_ room: String, _ wire: Wire) throws -> [String] {
    try wire.frame("/join \(room)")
    return [
      try wire.frame(startingWith: "/in \(room) /welcome ") ?? "",
      try wire.frame(startingWith: "/in \(room) /names ") ?? "",
    ]
  }

  @Test func eachRoomHasItsOwnNumbers() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      let welcome = try enter("swift", ann)
      #expect(welcome[0].hasSuffix(".1 ann swift 1"))
      #expect(welcome[1] == "/in swift /names 1 ann")
      try ann.frame("/in swift one")
      #expect(
        try ann.frame(startingWith: "/in swift /said")?.roomTimeless
          == "/in swift /said 1 T ann one")
      #expect(try enter("swift", bob)[1] == "/in swift /names 2 ann bob")
      try bob.frame("lobby words")
      try bob.frame("/in swift two")
      try bob.frame("/in swift /me waves")
      try bob.frame("/in SWIFT //who")
      for wire in [ann, bob] {
        #expect(try wire.frame(startingWith: "/said")?.timeless == "/said 1 T bob lobby words")
        #expect(
          try wire.frame(startingWith: "/in swift /said")?.roomTimeless
            == "/in swift /said 2 T bob two")
        #expect(
          try wire.frame(startingWith: "/in swift /did")?.roomTimeless
            == "/in swift /did 3 T bob waves")
        #expect(
          try wire.frame(startingWith: "/in swift /said")?.roomTimeless
            == "/in swift /said 4 T bob /who")
      }
      #expect(try await server.console.line("[swift] + ann"))
      #expect(try await server.console.line("[swift] bob: two"))
      #expect(try await server.console.line("[swift] * bob waves"))
    }
  }

  @Test func whoIsNotThereHearsNothingOfIt() async throws {
    try await LiveServer.run { server in
      let plain = try server.listen(.line)
      let ann = try server.join("ann")
      let carl = try server.join("carl")
      _ = try enter("swift", ann)
      try ann.frame("/in swift secret")
      _ = try ann.frame(startingWith: "/in swift /said")
      try ann.frame("/topic swift things")
      _ = try ann.frame(startingWith: "/in swift /topic")
      try ann.frame("/part swift")
      _ = try ann.frame(startingWith: "/in swift /left")
      try ann.frame("open")
      var heard: [String] = []
      repeat {
        heard.append(try #require(try carl.frame()))
      } while !heard[heard.count - 1].hasPrefix("/said")
      #expect(!heard.contains { $0.hasPrefix("/in ") })
      heard = []
      repeat { heard.append(try #require(try plain.line())) } while heard.last != "ann: open"
      #expect(!heard.contains { $0.contains("swift") || $0.contains("secret") })
    }
  }

  @Test(arguments: ["/join swift", "/rooms", "/in lobby hi", "/topic lobby x", "/part lobby"])
  func aPlainClientStaysInTheLobby(command: String) async throws {
    try await LiveServer.run { server in
      let plain = try server.connect(.line)
      try plain.send("\(command)\n")
      #expect(
        try plain.line(startingWith: "/error")
          == "/error room rooms are for clients that said /hello 1 NICK")
    }
  }

  @Test func historyAndItsGapAreTheRooms() async throws {
    try await LiveServer.run {
      $0.limits.historyBytes = 20
    } _: { server in
      let ann = try server.join("ann")
      _ = try enter("swift", ann)
      for text in ["one", "two", "three"] {
        try ann.frame("/in swift \(text)")
        _ = try ann.frame(startingWith: "/in swift /said")
      }
      try ann.frame("outside")
      try ann.frame("/in swift /history 9")
      #expect(try ann.frame(startingWith: "/in swift /gap") == "/in swift /gap 1 1")
      #expect(
        try ann.frame(startingWith: "/in swift /said")?.roomTimeless
          == "/in swift /said 2 T ann two")
      #expect(try ann.frame()?.roomTimeless == "/in swift /said 3 T ann three")
      try ann.frame("/in lobby /history 9")
      #expect(try ann.frame(startingWith: "/said")?.timeless == "/said 1 T ann outside")
      try ann.frame("/in swift /who")
      #expect(try ann.frame(startingWith: "/in swift /names") == "/in swift /names 1 ann")
    }
  }

  /// More of it than the backlog of one client may hold.
  @Test func aLongHistoryIsNoBacklog() async throws {
    try await LiveServer.run {
      $0.lag = LagPolicy(limit: 100_000, soft: 90_000)
    } _: { server in
      let ann = try server.join("ann")
      _ = try enter("swift", ann)
      let text = String(repeating: "x", count: 10_000)
      for _ in 0..<30 {
        try ann.frame("/in swift \(text)")
        _ = try ann.frame(startingWith: "/in swift /said")
      }
      try ann.frame("/in swift /history 30")
      for number in 1...30 {
        #expect(
          try ann.frame(startingWith: "/in swift /said")?.hasPrefix("/in swift /said \(number) ")
            == true)
      }
    }
  }

  @Test func whoHasLeftHearsNoMoreOfIt() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      _ = try enter("swift", bob)
      _ = try enter("swift", ann)
      try bob.frame("/in swift one")
      _ = try ann.frame(startingWith: "/in swift /said")
      try ann.send(["/part swift", "/in swift /history 9"].flatMap { Wire.framed($0) })
      #expect(try ann.frame(startingWith: "/in swift /left") == "/in swift /left ann quit")
      #expect(try ann.frame() == "/error room you are not in swift")
      try bob.frame("/in swift two")
      _ = try bob.frame(startingWith: "/in swift /said 2")
      try ann.frame("/ping x")
      var heard: [String] = []
      while let frame = try ann.frame(), frame != "/pong x" { heard.append(frame) }
      #expect(!heard.contains { $0.contains("/said") })
    }
  }

  @Test(arguments: [true, false]) func whoAskedIsAnsweredThoughItLeaves(endsTheRoom: Bool)
    async throws
  {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let bob = try server.join("bob")
      if !endsTheRoom { _ = try enter("swift", bob) }
      for last in ["/part swift", "/quit", ""] {
        let who = last == "/part swift" ? ann : try server.join("c\(last.count)")
        _ = try enter("swift", who)
        let words = ["/in swift one", "/in swift two", "/in swift /history 2"]
        try who.send((words + (last.isEmpty ? [] : [last])).flatMap { Wire.framed($0) })
        if last.isEmpty { who.shutdownSending() }
        // What it said, and that again, out of the history.
        let said = try (0..<4).map { _ in try who.frame(startingWith: "/in swift /said") ?? "" }
        #expect(said.map { $0.suffix(3) } == ["one", "two", "one", "two"])
      }
    }
  }

  @Test func aRoomEndsWithItsLastMember() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      _ = try enter("swift", ann)
      try ann.frame("/in swift one")
      try ann.frame("/part swift see you")
      #expect(try ann.frame(startingWith: "/in swift /left") == "/in swift /left ann see you")
      try ann.frame("/in swift two")
      #expect(try ann.frame(startingWith: "/error") == "/error room you are not in swift")
      #expect(try enter("swift", ann)[0].hasSuffix(" ann swift 1"))
    }
  }

  @Test func comingsAndGoingsAreToldInTheRoom() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      _ = try enter("swift", ann)
      // Two who come within a moment are told of together.
      #expect(try ann.frame(startingWith: "/in swift /joined") == "/in swift /joined ann")
      let bob = try server.join("bob")
      #expect(try enter("swift", bob)[1] == "/in swift /names 2 ann bob")
      try bob.frame("/in swift hi")
      #expect(try ann.frame(startingWith: "/in swift /joined") == "/in swift /joined bob")
      try bob.frame("/nick bert")
      #expect(try ann.frame(startingWith: "/in swift /renamed") == "/in swift /renamed bob bert")
      try bob.frame("/quit bye")
      #expect(try ann.frame(startingWith: "/in swift /left") == "/in swift /left bert bye")
    }
  }

  /// The words right before the end are heard, by their speaker too.
  @Test func lastWords() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      _ = try enter("swift", ann)
      try ann.send(
        Wire.framed("/in swift good") + Wire.framed("/in swift bye") + Wire.framed("/quit"))
      #expect(
        try ann.frame(startingWith: "/in swift /said")?.roomTimeless
          == "/in swift /said 1 T ann good")
      #expect(try ann.frame()?.roomTimeless == "/in swift /said 2 T ann bye")
    }
  }

  @Test func topics() async throws {
    try await LiveServer.run { server in
      let plain = try server.listen(.line)
      let ann = try server.join("ann")
      _ = try enter("swift", ann)
      try ann.frame("/topic swift all\tthings")
      #expect(try ann.frame(startingWith: "/in swift /topic") == "/in swift /topic ann all things")
      try ann.frame("/topic lobby welcome")
      #expect(try ann.frame(startingWith: "/topic") == "/topic ann welcome")
      #expect(try plain.line(startingWith: "*** ann set") == "*** ann set the topic: welcome")
      let bob = try server.join("bob")
      #expect(try bob.frame(startingWith: "/topic") == "/topic ann welcome")
      try bob.frame("/topic swift mine")
      #expect(try bob.frame(startingWith: "/error") == "/error room you are not in swift")
      try bob.frame("/topic nowhere")
      #expect(try bob.frame(startingWith: "/error") == "/error room there is no room nowhere")
      try bob.frame("/rooms")
      let lobby = try bob.frame(startingWith: "/room lobby ")
      #expect(lobby?.hasSuffix(" welcome") == true)
      #expect(try bob.frame() == "/room swift 1 all things")
      _ = try enter("swift", bob)
      #expect(try bob.frame(startingWith: "/in swift /topic") == "/in swift /topic ann all things")
      try bob.frame("/topic swift")
      #expect(try bob.frame(startingWith: "/room ") == "/room swift 2 all things")
    }
  }

  @Test(arguments: [
    ("/join lobby", "you are in lobby already"), ("/join a", "you are in a already"),
    ("/join c", "you are in 2 rooms, and no more"),
    (
      "/join not#one",
      "a room has a name of 1 to 16 of A-Z, Chinese, Japanese, Korean, 0-9, - _ and ."
    ),
    ("/join", "usage: /join ROOM"), ("/part lobby", "everybody is in lobby"),
    ("/part c", "you are not in c"), ("/in c hi", "you are not in c"),
    ("/in a /nick x", "in a room there is text, /me, /who and /history"),
    ("/in a /join x", "in a room there is text, /me, /who and /history"),
    ("/in a /in b hi", "usage: /in ROOM TEXT"),
  ])
  func refusals(command: String, sentence: String) async throws {
    try await LiveServer.run {
      $0.limits.rooms = Rooms.Bounds(all: 3, each: 2)
    } _: { server in
      let ann = try server.join("ann")
      _ = try enter("a", ann)
      _ = try enter("b", ann)
      try ann.frame(command)
      #expect(try ann.frame(startingWith: "/error") == "/error room \(sentence)")
    }
  }

  @Test func thereAreOnlySoManyRooms() async throws {
    try await LiveServer.run {
      $0.limits.rooms = Rooms.Bounds(all: 1, each: 2)
    } _: { server in
      let ann = try server.join("ann")
      _ = try enter("a", ann)
      try ann.frame("/join b")
      #expect(try ann.frame(startingWith: "/error") == "/error room there are 1 rooms, and no more")
    }
  }

  @Test func membersOverUDPAndOnTheLinePort() async throws {
    try await LiveServer.run { server in
      let line = try server.connect(.line)
      try line.send("/hello 1 ann\n/join swift\n")
      #expect(try line.line(startingWith: "/in swift /names") == "/in swift /names 1 ann")
      let wire = try Wire(server.addresses[.udp]?.port ?? 0, type: CInt(SOCK_DGRAM.rawValue))
      func next(_ start: String) throws -> String {
        while true {
          let text = String(decoding: try wire.read() ?? [], as: UTF8.self)
          if text.isEmpty || text.hasPrefix(start) { return text }
        }
      }
      try wire.send("/hello 1 ulf" + String(repeating: " ", count: 40))
      let cookie = try next("/cookie").split(separator: " ")
      try wire.send("/hello 1 ulf \(cookie.last ?? "")")
      _ = try next("/names")
      try wire.send("/join swift")
      #expect(try next("/in swift /names") == "/in swift /names 2 ann ulf")
      try wire.send("/in swift one\ntwo")
      #expect(try next("/in swift /said").roomTimeless == "/in swift /said 1 T ulf one\ntwo")
      #expect(
        try line.line(startingWith: "/in swift /said")?.roomTimeless
          == "/in swift /said 1 T ulf one")
      #expect(try line.line()?.roomTimeless == "/in swift /said 1 T ulf two")
      try wire.send("/in swift /history 5")
      #expect(try next("/in swift /said").roomTimeless == "/in swift /said 1 T ulf one\ntwo")
    }
  }
}

extension String {
  /// An event of a room without its time.
  fileprivate var roomTimeless: String {
    var words = split(separator: " ", omittingEmptySubsequences: false)
    if words.count > 4 { words[4] = "T" }
    return words.joined(separator: " ")
  }
}
