import Testing

/// The rows of the course page's table, each with a program written from that page as the other side.
@Suite struct TeachingCoreTests {
  static let hello = "Hello, Hello. How are you?"
  static let twenty = String(repeating: hello + "\n", count: 20)

  @Test func `row 1: the raw port prints what each read returned and from whom`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let one = try stage.peer("raw_client", "\(server.raw)")
      let other = try stage.peer("raw_client", "\(server.raw)")
      for (client, text) in [(one, "hi"), (other, "你好"), (one, "again")] {
        let port = try await client.port("connected")
        client.type(text + "\n")
        try await server.console("the read") {
          $0 == "raw 127.0.0.1:\(port) read \(text.utf8.count) B: \(text)"
        }
      }
    }
  }

  @Test func `row 2: our client reads a line, dials, sends the bytes and closes`() async throws {
    try await Stage.run { stage in
      let server = try stage.peer("raw_server")
      let port = try await server.port("listening")
      let client = try stage.tui(reading: "hi\n", ["--plain", "--raw", "--port", "\(port)"])
      #expect(try await client.exit() == .exited(0))
      try await server.lines("the end") { $0.last == "ended" }
      #expect(server.output.lines.dropFirst() == ["accepted 127.0.0.1", "read 2 hi", "ended"])
      #expect(client.errors.text == "")
    }
  }

  @Test func `rows 3 and 4: their burst of twenty is one read of our late receiver`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let client = try stage.peer("raw_client", "\(server.raw)")
      let port = try await client.port("connected")
      client.type("hi\n")
      try await watcher.line("hi") { $0.hasSuffix(" guest1 hi") }
      try await server.program.stop()
      client.type(Self.twenty)
      try await client.line("the last send") { $0 == "sent 21" }
      try await ReceiveQueue(port: server.raw).holds(520)
      server.program.resume()
      try await server.console("one read of 520 B") {
        $0 == "raw 127.0.0.1:\(port) read 520 B: Hello, Hello. How are you?Hello, Hello. How …"
      }
      try await watcher.line("one long message") {
        $0.hasPrefix("/said 2 ")
          && $0.hasSuffix(" guest1 " + String(repeating: Self.hello, count: 20))
      }
    }
  }

  @Test func `rows 3 and 4: our burst of twenty is one read of their late receiver`() async throws {
    try await Stage.run { stage in
      let server = try stage.peer("raw_server")
      let port = try await server.port("listening")
      let screen = try await stage.screen(["--raw", "--foreign", "--port", "\(port)"])
      try await server.line("the client") { $0 == "accepted 127.0.0.1" }
      try await server.stop()
      try await screen.enter("/burst 20 \(Self.hello)")
      try await screen.screen("20 writes") { $0.writes == 20 }
      try await ReceiveQueue(port: port).holds(520)
      server.resume()
      try await server.line("one read of 520 B") {
        $0 == "read 520 " + String(repeating: Self.hello, count: 20)
      }
    }
  }

  @Test func `row 5: frames larger than any one buffer come whole, both ways`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let big = try stage.peer("big", "\(server.length)", "5000", "1", "65536", "20000")
      try await big.lines("four messages") { $0.count == 4 }
      #expect(big.output.lines == ["guest1 5000", "guest1 1", "guest1 65536", "guest1 20000"])
      let sizes = try await watcher.said(4).map(\.text.utf8.count)
      #expect(sizes == [5000, 1, 65536, 20000])
    }
  }

  @Test func `row 6: their framed burst arrives as exactly twenty messages`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let receiver = try stage.peer("framed_client", "\(server.length)")
      let sender = try stage.peer("framed_client", "\(server.length)")
      receiver.type("listening\n")
      try await receiver.line("its own words") { $0.hasSuffix(": listening") }
      sender.type(Self.twenty + "that was it\n")
      let end = try await receiver.line("the last one") { $0.hasSuffix(": that was it") }
      let name = end.prefix { $0 != ":" }
      let heard = receiver.output.lines.filter { $0.hasPrefix("\(name): ") }
      #expect(
        heard == Array(repeating: "\(name): \(Self.hello)", count: 20) + ["\(name): that was it"])
    }
  }

  @Test func `row 7: our framed burst arrives as exactly twenty messages`() async throws {
    try await Stage.run { stage in
      let server = try stage.peer("framed_server")
      let port = try await server.port("listening")
      let client = try stage.tui(reading: Self.twenty, ["--plain", "--port", "\(port)"])
      #expect(try await client.exit() == .exited(0))
      try await server.lines("the end") { $0.last == "ended" }
      let messages = Array(repeating: "message 26 \(Self.hello)", count: 20)
      #expect(Array(server.output.lines.dropFirst()) == ["accepted"] + messages + ["ended"])
    }
  }

  @Test func `row 8: the UDP port echoes the datagram and prints it`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let client = try stage.peer("udp_client", "\(server.udp)")
      let port = try await client.port("bound")
      client.type("Hello server\n")
      try await client.line("the echo") { $0 == "12 Hello server" }
      try await server.console("the datagram") {
        $0 == "udp 127.0.0.1:\(port) 12 B: Hello server"
      }
    }
  }

  @Test func `row 9: our UDP client prints reply, address and count`() async throws {
    try await Stage.run { stage in
      let theirs = try stage.peer("udp_server")
      let ours = try await stage.server()
      for port in [try await theirs.port("listening"), ours.udp] {
        let client = try stage.tui(
          reading: "Hello server\n", ["--plain", "--udp", "--port", "\(port)"])
        #expect(try await client.exit() == .exited(0))
        #expect(client.output.text == "Hello server 127.0.0.1:\(port) 12 B\n")
      }
      #expect(
        theirs.output.lines.last?.wholeMatch(of: /Hello server 127\.0\.0\.1:\d+ 12/) != nil)
    }
  }

  @Test func `row 11: the wire pane decodes the four length bytes both ways`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let screen = try await stage.screen(["--port", "\(server.length)", "--nick", "alice"])
      try await screen.joins("length")
      try await screen.enter("hello")
      try await screen.shows("[05 00 00 00]68 65 6c 6c")
      try await screen.shows("length 5 LE · 83,886,080 BE")
    }
  }
}
