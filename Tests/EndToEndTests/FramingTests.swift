import Testing

/// The length port under every way in which a stream may be cut.
@Suite struct FramingTests {
  static let twenty = (1...20).map { "message \($0)" }
  /// Bytes of twenty such frames: 9 × 13 and 11 × 14.
  static let streamLength = 9 * 13 + 11 * 14

  @Test(arguments: [("whole", 1, 1), ("bytes", 1, streamLength), ("every", streamLength - 1, 2)])
  func `twenty frames are twenty messages`(mode: String, rounds: Int, reads: Int) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let splitter = try stage.peer("split", "\(server.length)", mode)
      try await splitter.line("the end", within: .seconds(30)) { $0 == "done \(Self.streamLength)" }
      #expect(
        splitter.output.lines.dropLast() == Array(repeating: "reads \(reads)", count: rounds)[...])
      let heard = try await watcher.said(20 * rounds)
      #expect(heard.map(\.text) == Array(repeating: Self.twenty, count: rounds).flatMap { $0 })
      #expect(watcher.output.lines.compactMap(Said.init).count == 20 * rounds)
    }
  }

  /// A length that is refused, the filling sent behind it, and what the refusal's text must hold.
  static let refused: [(header: String, filling: Int, holds: [String])] = [
    ("01000100", 0, ["65537", "65536"]),
    ("01000100", 65_537, ["65537", "65536"]),
    ("ffffffff", 0, ["65536"]),
    ("00000080", 0, ["65536"]),
    ("47455420", 0, ["GET "]),
    ("16030100", 0, ["TLS"]),
    ("48656c6c", 22, ["1819043144", "Hell", "raw"]),
    ("00000005", 0, ["83886080", "5"]),
  ]

  @Test(arguments: refused)
  func `a length over the limit is refused by name and number, and nobody else notices`(
    header: String, filling: Int, holds: [String]
  ) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let bystander = try stage.peer("framed_client", "\(server.length)")
      bystander.type("before\n")
      _ = try await watcher.said(1)
      let offender = try stage.peer("refused", "\(server.length)", header, "\(filling)")
      #expect(try await offender.exit() == .exited(0))
      let lines = offender.output.lines
      let refusals = lines.filter { $0.hasPrefix("/error frame ") }
      #expect(refusals.count == 1, "\(lines)")
      for word in holds { #expect(refusals.first?.contains(word) == true, "\(lines)") }
      #expect(lines.last == "closed")
      bystander.type("after\n")
      #expect(try await watcher.said(2).map(\.text) == ["before", "after"])
      try await bystander.line("its own words") { $0 == "guest1: after" }
      #expect(bystander.ended == nil)
    }
  }

  @Test(arguments: ["length", "line"])
  func `who sends twenty messages and closes at once, reading nothing, loses none`(
    framing: String
  ) async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let port = server.ports[framing] ?? 0
      let hasty = try stage.peer("hasty", "\(port)", framing, "100")
      #expect(try await hasty.exit() == .exited(0))
      let heard = try await watcher.said(2_000).map(\.text)
      for turn in 1...100 {
        let own = heard.filter { $0.hasPrefix("\(turn).") }
        #expect(own == (1...20).map { "\(turn).\($0)" })
      }
    }
  }
}
