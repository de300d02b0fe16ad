import Testing

/// What the client says of segments, beside what ss(8) says of the same connection.
@Suite struct SegmentTests {
  @Test(arguments: [2, 20, 100]) func `segments are as many as ss counts`(writes: Int)
    async throws
  {
    try await Stage.run { stage in
      let server = try await stage.server()
      let client = try stage.tui("--plain", "--raw", "--wire", "--port", "\(server.raw)")
      try await server.console("the client") { $0.contains("+ guest") }
      client.type(String(repeating: "Hello, Hello. How are you?\n", count: writes))
      // What came back ends the story: then the sentences of both directions are whole.
      let bytes = 26 * writes
      try await eventually("everything that \(client.name) wrote is read and heard") {
        Sentence.all(client.errors.lines).contains { $0.way == "▶" && $0.bytes == bytes }
          ? true : nil
      }
      let counts = try await SegmentTests.counts(stage, to: server.raw, sent: bytes)
      client.closeInput()
      #expect(try await client.exit() == .exited(0))
      let told = Sentence.all(client.errors.lines).filter { $0.way == "▶" }
      #expect(told.map(\.writes).reduce(0, +) == writes, "\(client.errors.text)")
      #expect(
        told.map(\.segments).reduce(0, +) == counts.segments - counts.repeats,
        "\(counts)\n\(client.errors.text)")
    }
  }

  /// What ss says of the connection to `port` that has sent so many bytes.
  private static func counts(_ stage: Stage, to port: Int, sent bytes: Int) async throws -> (
    segments: Int, repeats: Int
  ) {
    let list = try stage.start(Tool.ss.path(), ["-tinHO", "dst", "127.0.0.1:\(port)"])
    #expect(try await list.exit() == .exited(0))
    let line = try #require(list.output.lines.first { $0.contains("bytes_acked:\(bytes + 1) ") })
    let segments = try #require(line.firstMatch(of: #/data_segs_out:(\d+)/#)?.1)
    let repeats = line.firstMatch(of: #/retrans:\d+\/(\d+)/#)?.1
    return (Int(segments) ?? -1, repeats.flatMap { Int($0) } ?? 0)
  }

  /// A burst as the wire dump tells it.
  private struct Sentence {
    var way: String
    var writes: Int
    var segments: Int
    /// The place behind its last segment.
    var bytes: Int

    static func all(_ lines: [String]) -> [Sentence] {
      let pattern = #/^═([▶◀]) (\d+) writes? → (\d+) segments?/#
      return lines.indices.compactMap { index in
        guard let match = lines[index].firstMatch(of: pattern) else { return nil }
        let places = lines[(index + 1)...].prefix { $0.hasPrefix("   ") }.joined(separator: " ")
        let last = places.split(separator: " ").last.map { $0.prefix { $0.isNumber } }
        return Sentence(
          way: String(match.1), writes: Int(match.2) ?? -1, segments: Int(match.3) ?? -1,
          bytes: last.flatMap { Int($0) } ?? -1)
      }
    }
  }
}
