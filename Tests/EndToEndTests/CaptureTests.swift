import Testing

/// What the client writes down, as tshark reads it.
@Suite struct CaptureTests {
  private static let texts = [
    "one", "two words", "你好 👋", String(repeating: "long ", count: 500), "/ping x", "end",
  ]

  @Test func `framed: the very bytes, and exactly the messages`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let file = "\(stage.folder)/a.pcapng"
      try await plain(stage, file, Self.texts, ["--port", "\(server.length)"])
      let tshark = Tshark(stage: stage, file: file, ports: [server.length])
      #expect(try await tshark.complaints() == [])
      let bytes = Self.texts.flatMap { text in
        let count = UInt8(text.utf8.count & 255)
        return [count, UInt8(text.utf8.count >> 8), 0, 0] + Array(text.utf8)
      }
      let stream = try await tshark.follow("tcp", 0)
      #expect(stream.client == bytes)
      #expect(!stream.server.isEmpty)
      let said = try await tshark.field(
        "wirechat.text", port: server.length, where: "tcp.dstport == \(server.length)")
      #expect(said == Self.texts)
      let commands = try await tshark.field(
        "wirechat.command", port: server.length, where: "tcp.dstport == \(server.length)")
      #expect(commands == ["ping"])
      let heard = try await tshark.field(
        "wirechat.event", port: server.length, where: "tcp.srcport == \(server.length)")
      #expect(heard == ["pong"])
      let comments = try await tshark.comments()
      #expect(comments.contains("write #2 13 B"), "\(comments)")
    }
  }

  @Test func `raw and UDP: the very bytes`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let long = String(repeating: "x", count: 150_000)
      for (flag, port, transport, texts) in [
        ("--raw", server.raw, "tcp", ["one", "two", long]),
        ("--udp", server.udp, "udp", ["a", "bc"]),
      ] {
        let file = "\(stage.folder)/\(transport).pcapng"
        try await plain(stage, file, texts, [flag, "--port", "\(port)"])
        let tshark = Tshark(stage: stage, file: file, ports: [port])
        #expect(try await tshark.complaints() == [])
        #expect(
          try await tshark.follow(transport, 0).client == texts.flatMap { Array($0.utf8) })
      }
    }
  }

  @Test(arguments: 1...4)
  func `messages cut anywhere are listed whole`(seed: Int) async throws {
    try await Stage.run { stage in
      let server = try stage.peer("dribble", "\(seed)")
      let texts = (1...60).map { "message \($0) " + String(repeating: "字", count: $0 * seed % 90) }
      server.type(texts.joined(separator: "\n") + "\n")
      server.closeInput()
      let port = try await server.port("listening")
      let file = "\(stage.folder)/a.pcapng"
      let client = try stage.tui(
        "--plain", "--foreign", "--linger", "60", "--capture", file, "--port", "\(port)")
      try await client.line("the last message") { $0 == texts.last }
      client.closeInput()
      _ = try await client.exit()
      let tshark = Tshark(stage: stage, file: file, ports: [port])
      #expect(try await tshark.complaints() == [])
      let heard = try await tshark.field(
        "wirechat.text", port: port, where: "tcp.srcport == \(port)")
      #expect(heard == texts)
    }
  }

  @Test func `a file is whole while it is written`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let file = "\(stage.folder)/a.pcapng"
      let client = try stage.tui("--plain", "--capture", file, "--port", "\(server.length)")
      let tshark = Tshark(stage: stage, file: file, ports: [server.length])
      for number in 1...3 {
        client.type("line \(number)\n")
        try await client.line("line \(number)") { $0 == "guest1: line \(number)" }
        let said = try await tshark.field(
          "wirechat.text", port: server.length, where: "tcp.dstport == \(server.length)")
        #expect(said == (1...number).map { "line \($0)" })
      }
      try await eventually("a read of the server") {
        try await tshark.comments().contains { $0.hasPrefix("server read #") } ? true : nil
      }
      client.closeInput()
      #expect(try await client.exit() == .exited(0))
      #expect(try await tshark.complaints() == [])
    }
  }

  @Test func `text2pcap reads the hexdump`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let file = "\(stage.folder)/a.hex"
      try await plain(stage, file, ["one", "two"], ["--port", "\(server.length)"])
      let made = "\(stage.folder)/made.pcapng"
      let converter = try stage.start(
        Tool.text2pcap.path(),
        ["-D", "-t", "%s.%f", "-T", "\(server.length),40000", file, made])
      #expect(try await converter.exit() == .exited(0), "\(converter.errors.text)")
      let said = try await Tshark(stage: stage, file: made, ports: []).field(
        "wirechat.text", port: server.length, where: "tcp.dstport == \(server.length)")
      #expect(said == ["one", "two"])
    }
  }

  @Test func `on screen: begun, carried over a change of framing, ended`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let file = "\(stage.folder)/a.pcapng"
      let alice = try await stage.screen([
        "--port", "\(server.length)", "--raw-port", "\(server.raw)", "--nick", "alice",
      ])
      try await alice.joins("length")
      try await alice.enter("/capture /nowhere/a.pcapng")
      try await alice.shows("no capture: /nowhere/a.pcapng: No such file")
      try await alice.enter("/capture /dev/full pcapng")
      try await alice.shows("the capture has ended: /dev/full: No space")
      try await alice.enter("/capture \(file)")
      try await alice.shows("● capture")
      try await alice.enter("framed words")
      try await alice.screen("what was said") { $0.conversation.contains("framedwords") }
      try await alice.enter("/framing raw")
      try await alice.joins("raw")
      try await alice.enter("raw words")
      try await alice.screen("what was said") { $0.conversation.contains("rawwords") }
      try await alice.enter("/capture off")
      try await alice.screen("no capture") { $0.contains("captured ") && !$0.contains("● capture") }
      let tshark = Tshark(stage: stage, file: file, ports: [server.length, server.raw])
      #expect(try await tshark.complaints() == [])
      #expect(
        try await tshark.field(
          "wirechat.text", port: server.length, where: "tcp.dstport == \(server.length)")
          == ["framed words"])
      let raw = try await tshark.follow("tcp", 1).client
      #expect(String(decoding: raw, as: UTF8.self).hasSuffix("raw words"))
    }
  }

  @Test func `a file that can't be opened, or whose name says nothing: one sentence`() async throws
  {
    try await Stage.run { stage in
      for file in ["/nowhere/a.pcapng", "\(stage.folder)/a.txt"] {
        let client = try stage.tui(reading: "one\n", ["--plain", "--capture", file])
        #expect(try await client.exit() != .exited(0))
        #expect(client.errors.lines.count == 1, "\(client.errors.text)")
        #expect(client.errors.text.contains(file), "\(client.errors.text)")
      }
    }
  }

  /// Sends lines with `chat-tui --plain` and captures that.
  private func plain(
    _ stage: Stage, _ file: String, _ texts: [String], _ flags: [String]
  ) async throws {
    let client = try stage.tui(
      reading: texts.joined(separator: "\n") + "\n", ["--plain", "--capture", file] + flags)
    #expect(try await client.exit() == .exited(0), "\(client.errors.text)")
    #expect(client.errors.text == "")
  }
}
