import ChatService
import ChatTransport
import ChatWire
import Testing

@Suite struct ObserveTests {
  private func ports(_ server: LiveServer) -> String {
    let ports = server.addresses.ports
    return "/ports length=\(ports[.length] ?? 0) raw=\(ports[.raw] ?? 0) line=\(ports[.line] ?? 0)"
      + " udp=\(ports[.udp] ?? 0)"
  }

  @Test(arguments: [Framing.length, .line, .raw]) func anObserverIsToldOfEachReadAndWrite(
    framing: Framing
  ) async throws {
    try await LiveServer.run { server in
      let raw = try server.connect(.raw)
      try raw.send("/nick bob")
      let observer = try server.connect(framing)
      func next() throws -> String {
        try (framing == .length ? observer.frame() : observer.line()) ?? "nothing"
      }
      func say(_ text: String) throws {
        try framing == .length ? observer.frame(text) : observer.send(text + "\n")
      }
      try say("/observe raw \(raw.port)")
      #expect(try next() == ports(server))
      var answer = try next()
      for _ in 0..<100 where answer.hasPrefix("/error no-connection") {
        try say("/observe raw \(raw.port)")
        answer = try next()
      }
      // The name may have been read before or after.
      var wire: [[Substring]] = []
      if answer == "/observing raw \(raw.port) guest1 read=1024 late=0 nodelay=1 quickack=1" {
        wire.append(try next().split(separator: " "))
        answer = try next()
      }
      #expect(answer == "/observing raw \(raw.port) bob read=1024 late=0 nodelay=1 quickack=1")
      try raw.send("hello")
      while wire.count < 3 { wire.append(try next().split(separator: " ")) }
      let facts = wire.map { Array($0.prefix(4)) }
      #expect(facts[0] == ["/wire", "read", "0", "9"])
      #expect(facts[1] == ["/wire", "read", "9", "5"])
      #expect(facts[2] == ["/wire", "wrote", "0", "10"])
      let times = wire.compactMap { Int($0[4]) }
      #expect(times == times.sorted() && times.count == 3)
      // A segment for each call, nothing unread behind it; the write may be acknowledged or not.
      #expect(wire.map { $0[5] } == ["1", "2", "1"])
      #expect(wire.allSatisfy { $0[6] == "0" })
      #expect(["0", "10"].contains(wire[2][7]))
      try say("/ping x")
      var line = try next()
      while line.hasPrefix("/wire") { line = try next() }
      #expect(line == "/pong x")
      raw.close()
      while line.hasPrefix("/wire") || line.hasPrefix("/pong") { line = try next() }
      #expect(line == "nothing")
    }
  }

  @Test func whatMayNotBeObservedIsRefused() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.length)
      _ = try server.observe(bob)
      let observer = try server.connect(.line)
      // Observed already, another observer, itself, nobody.
      let second = try server.connect(.line)
      try second.send("/observe raw 1\n")
      _ = try second.line(startingWith: "/error")
      for (framing, port) in [
        ("length", bob.port), ("line", second.port), ("line", observer.port), ("length", 1),
      ] {
        try observer.send("/observe \(framing) \(port)\n")
        #expect(
          try observer.line(startingWith: "/error")?.hasPrefix("/error no-connection") == true)
      }
      // An observer is in no room, and was never announced.
      try observer.send("hello\n/who\n")
      #expect(try observer.line() == "/error unknown an observer is in no room")
      #expect(try observer.line() == "/error unknown an observer is in no room")
      try bob.frame("/who")
      #expect(try bob.talk() == "*** 1 here: guest1")
    }
  }

  @Test func anOldConnectionIsNotObserved() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.length)
      try bob.frame("/ping x")
      #expect(try bob.talk() == "/pong x")
      // The time itself is what is tested: 2 s from the accept.
      try await Task.sleep(for: .milliseconds(2_100))
      let observer = try server.connect(.line)
      try observer.send("/observe length \(bob.port)\n")
      #expect(try observer.line(startingWith: "/error")?.hasPrefix("/error no-connection") == true)
    }
  }

  @Test func itIsTheFirstMessageOrNone() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.line)
      try bob.send("hi\n/observe line 1\n")
      #expect(
        try bob.line(startingWith: "/error")
          == "/error range /observe is the first message of a connection or none")
    }
  }

  @Test func aKnobIsTurnedByTheObserverAlone() async throws {
    try await LiveServer.run { server in
      let bob = try server.connect(.line)
      let observer = try server.observe(bob)
      let refusal = "/error no-connection only the observer of a connection turns its knobs"
      // The connection itself, somebody else, an observer of nothing.
      try bob.send("/knob late=1\n")
      #expect(try bob.line(startingWith: "/error") == refusal)
      let ann = try server.join("ann")
      try ann.frame("/knob late=1")
      #expect(try ann.frame(startingWith: "/error") == refusal)
      let nobody = try server.connect(.line)
      try nobody.send("/observe line 1\n/knob late=1\n")
      _ = try nobody.line(startingWith: "/error")
      #expect(try nobody.line(startingWith: "/error") == refusal)
      try observer.send("/knob late=5001\n")
      #expect(try observer.line(startingWith: "/error")?.hasPrefix("/error range usage:") == true)
      try observer.send("/knob late=0\n")
      #expect(try observer.line(startingWith: "/observing line \(bob.port) ") != nil)
    }
  }

  @Test func aRefusedNickIsToldToTheObserverToo() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let raw = try server.connect(.raw)
      let observer = try server.observe(raw)
      try raw.send("/nick Ann")
      let refusal = "/error nick-taken Ann2 Ann is taken, Ann2 is free"
      #expect(try observer.line(startingWith: "/error") == refusal)
      var heard = ""
      while !heard.contains(refusal), let more = try raw.read(), !more.isEmpty {
        heard += String(decoding: more, as: UTF8.self)
      }
      #expect(heard.contains(refusal))
      _ = ann
    }
  }
}
