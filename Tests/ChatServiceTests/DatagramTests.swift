import ChatRoom
import ChatService
import ChatTransport
import ChatWire
import Glibc
import Testing

@Suite struct DatagramTests {
  private func connect(_ server: LiveServer) throws -> Wire {
    try Wire(server.addresses[.udp]?.port ?? 0, type: CInt(SOCK_DGRAM.rawValue))
  }

  private func next(_ wire: Wire) throws -> String {
    String(decoding: try wire.read() ?? [], as: UTF8.self)
  }

  /// A socket whose address has proved itself and joined, its welcome and names read.
  private func join(_ server: LiveServer, _ nick: String) throws -> Wire {
    let wire = try connect(server)
    try wire.send("/hello 1 \(nick)" + String(repeating: " ", count: 40))
    let cookie = try next(wire).split(separator: " ")
    try wire.send("/hello 1 \(nick) \(cookie.last ?? "")")
    #expect(try next(wire).hasPrefix("/welcome 1 "))
    #expect(try next(wire).hasPrefix("/names "))
    return wire
  }

  @Test(arguments: ["Hello server", "/hello 1 bob", "/who", "/hello 1 bob 0123456789abcdef"])
  func aStrangersDatagramIsEchoedAndPrinted(text: String) async throws {
    try await LiveServer.run { server in
      let wire = try connect(server)
      try wire.send(text)
      #expect(try next(wire) == text)
      #expect(
        try await server.console.line("udp 127.0.0.1:\(wire.port) \(text.utf8.count) B: \(text)"))
    }
  }

  @Test func bytesComeBackAsTheyAre() async throws {
    try await LiveServer.run { server in
      let wire = try connect(server)
      let bytes = (0..<1_200).map { UInt8(truncatingIfNeeded: $0 * 7) }
      try wire.send(bytes)
      #expect(try wire.read() == bytes)
      try wire.send(bytes + [0])
      #expect(try wire.read(within: 100) == [])
    }
  }

  @Test func helloWithItsCookieJoins() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let wire = try connect(server)
      try wire.send("/hello 1 ulf".padded(to: 40))
      let cookie = try next(wire)
      #expect(cookie.utf8.count == 24)
      #expect(cookie.hasPrefix("/cookie "))
      try wire.send("/hello 1 ulf \(cookie.dropFirst(8))")
      #expect(try next(wire).hasSuffix(" ulf lobby 1"))
      #expect(try next(wire) == "/names 2 ann ulf")
      try wire.send("from afar")
      #expect(try ann.talk()?.timeless == "/said 1 T ulf from afar")
      try ann.frame("welcome")
      var heard: [String] = []
      while heard.count < 2 {
        let text = try next(wire)
        if !text.isPresence { heard.append(text.timeless) }
      }
      #expect(heard == ["/said 1 T ulf from afar", "/said 2 T ann welcome"])
      #expect(try await server.console.line("+ ulf 127.0.0.1:\(wire.port) udp"))
    }
  }

  @Test func anothersCookieIsOfNoUse() async throws {
    try await LiveServer.run { server in
      let one = try connect(server)
      try one.send("/hello 1 eve".padded(to: 40))
      let cookie = try next(one).dropFirst(8)
      let other = try connect(server)
      let hello = "/hello 1 eve \(cookie)"
      try other.send(hello)
      #expect(try next(other) == hello)
    }
  }

  @Test func aStrangerIsNeverSentMoreThanItSent() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let wire = try connect(server)
      try wire.send("/hello 1 ann".padded(to: 40))
      let cookie = try next(wire).dropFirst(8)
      let hello = "/hello 1 ann \(cookie)"
      try wire.send(hello)
      let refusal = try next(wire)
      #expect(refusal.hasPrefix("/error nick-taken ann2"))
      #expect(refusal.utf8.count <= hello.utf8.count)
      try ann.frame("secret")
      _ = try ann.talk()
      #expect(try wire.read(within: 100) == [])
    }
  }

  @Test func longTextsAreCutAtACharacter() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let wire = try join(server, "ulf")
      try ann.frame(String(repeating: "👩‍👩‍👧‍👦", count: 100))
      var text = try next(wire)
      while text.isPresence { text = try next(wire) }
      #expect(text.utf8.count <= 1_200)
      #expect(text.hasSuffix("👩‍👩‍👧‍👦…"))
      #expect(text.utf8.count > 1_200 - 25 - 3)
    }
  }

  /// As whoever changes the framing does: out and in again is told to nobody.
  @Test func anAnswerComesBehindWhatWasSaidBefore() async throws {
    try await LiveServer.run { server in
      let ann = try join(server, "ann")
      for number in 1...20 {
        try ann.send("\(number)")
        try ann.send("/ping \(number)")
      }
      var heard: [String] = []
      while heard.count < 40 {
        let text = try next(ann)
        if !text.isPresence { heard.append(String(text.split(separator: " ").last ?? "")) }
      }
      #expect(heard == (1...20).flatMap { ["\($0)", "\($0)"] })
    }
  }

  @Test func soManyMembersAndThoseWhoAreSilentAreForgotten() async throws {
    try await LiveServer.run({
      $0.limits.datagramMembers = 2
      $0.limits.datagramExpiry = 2_000
    }) { server in
      let members = try ["ann", "bob"].map { try join(server, $0) }
      let third = try connect(server)
      try third.send("/hello 1 cat".padded(to: 60))
      let cookie = try next(third).dropFirst("/cookie ".count)
      try third.send("/hello 1 cat \(cookie)".padded(to: 60))
      #expect(try next(third) == "/error full 2 members over UDP are here already")
      #expect(try await server.counts("datagram members full 1"))
      for wire in members {
        var text = try next(wire)
        while text.isPresence { text = try next(wire) }
        #expect(text == "/error timeout nothing came from you for 2 s")
      }
      #expect(try await server.counts("timeout 2"))
      try third.send("/hello 1 cat \(cookie)")
      #expect(try next(third).hasPrefix("/welcome 1 "))
    }
  }

  @Test func namesThatAreRefusedAreCounted() async throws {
    try await LiveServer.run { server in
      _ = try join(server, "ann")
      for nick in ["ANN", "a,b"] {
        let wire = try connect(server)
        try wire.send("/hello 1 \(nick)".padded(to: 60))
        let cookie = try next(wire).dropFirst("/cookie ".count)
        try wire.send("/hello 1 \(nick) \(cookie)".padded(to: 60))
        #expect(try next(wire).hasPrefix("/error nick-"))
      }
      #expect(try await server.counts("nick refused 2"))
    }
  }

  @Test func onLoopbackEverythingIsEchoed() async throws {
    try await LiveServer.run { server in
      let wire = try connect(server)
      for number in 0..<300 {
        try wire.send("\(number)")
        #expect(try next(wire) == "\(number)")
      }
    }
  }

  @Test func echoesOverTheRateAreNotSentAndCounted() async throws {
    try await LiveServer.run({ $0.limits.echoes = 3 }) { server in
      let wire = try connect(server)
      for _ in 0..<9 { try wire.send("x") }
      #expect(try await server.counts("echo over the rate 6"))
      for _ in 0..<3 { #expect(try next(wire) == "x") }
    }
  }

  @Test func datagramsOverTheRateAreLostAndCounted() async throws {
    try await LiveServer.run({
      $0.limits.rate = Allowance.Rate(burst: 9, messages: 9, bytes: 1)
    }) { server in
      let ann = try join(server, "ann")
      let text = String(repeating: "x", count: 1_000)
      for _ in 0..<2 { try ann.send(text) }
      #expect(try await server.counts("datagram over the rate 1"))
      #expect(try await server.counts("said 1"))
    }
  }

  @Test func quitWithoutAReasonIsAClosedSocket() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let wire = try join(server, "ulf")
      _ = try ann.frame(startingWith: "/joined")
      try wire.send("/quit")
      #expect(try await server.console.line("- ulf left (closed)"))
      let again = try server.join("ulf")
      try again.frame("back")
      var frames: [String] = []
      while let frame = try ann.frame() {
        frames.append(frame)
        if frame.hasPrefix("/said") { break }
      }
      #expect(!frames.contains { $0.hasPrefix("/left") })
    }
  }

  @Test func anEmptyDatagramSaysNothingAndQuitLeaves() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let wire = try join(server, "ulf")
      try wire.send([])
      try wire.send("/quit bye")
      #expect(try ann.frame(startingWith: "/left") == "/left ulf bye")
      try wire.send("echo")
      var text = try next(wire)
      while text.isPresence { text = try next(wire) }
      #expect(text == "echo")
    }
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - utf8.count))
  }

  @Test(arguments: [
    ("127.0.0.1", 30_000, "127.0.0.1", true), ("127.0.0.9", 30_000, "0.0.0.0", true),
    ("192.0.2.1", 30_000, "192.0.2.1", true), ("127.0.0.1", 30_001, "127.0.0.1", false),
    ("192.0.2.1", 30_000, "0.0.0.0", false),
  ])
  func itsOwnEchoIsNotEchoed(host: String, port: Int, local: String, isOwn: Bool) {
    let (source, local) = (
      PeerAddress(host: host, port: port), PeerAddress(host: local, port: 30_000)
    )
    #expect(source.comesBack(to: local) == isOwn)
  }
}
