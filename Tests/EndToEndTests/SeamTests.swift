import Testing

/// Every seam that the client shows, held against what a recording proxy saw.
@Suite struct SeamTests {
  @Test(arguments: 1...6) func `the tape's offsets are exact`(seed: Int) async throws {
    try await Stage.run { stage in
      let proxy = try stage.peer(
        "seams", try Built.server.path(), try Built.tui.path(), "\(seed)")
      #expect(try await proxy.exit(within: .seconds(60)) == .exited(0), "\(proxy.errors.text)")
      #expect(proxy.output.text.contains("seams of segments agree"))
    }
  }
}
