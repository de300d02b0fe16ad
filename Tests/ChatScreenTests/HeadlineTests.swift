import ChatScreen
import ChatWire
import Testing

/// What a low wire pane and a narrow title keep of a burst.
@Suite struct HeadlineTests {
  private static let hello = Array("Hello, Hello. How are you?".utf8)

  /// A burst of 20 in 20 segments, read by a late server in one go or in reads of `readSize`, and its echo.
  private static func burst(
    _ columns: Int, _ rows: Int, framing: Framing = .raw, readSize: Int = 520
  ) -> Stage {
    var stage = Stage.joined(columns, rows, framing: framing)
    for index in 0..<20 {
      let at = 3_000_000 + index * 20
      stage.take(.wire(.wrote(hello, at: at, exact: true)))
      let facts = KernelFacts(segmentsOut: index + 1, bytesOut: (index + 1) * 26)
      stage.take(.wire(.here(facts, at: at)))
    }
    for offset in stride(from: 0, to: 520, by: readSize) {
      let length = min(readSize, 520 - offset)
      stage.take(.wire(.peerRead(offset: offset, length: length, at: 3_201_400 + offset)))
      let fact = WireFact(
        .read, offset: offset, length: length, microseconds: 3_201_400 + offset, segments: 20)
      stage.take(.wire(.there(fact, at: 3_201_400 + offset)))
    }
    let echo = Array("alice: ".utf8) + Array(repeating: hello, count: 20).flatMap { $0 }
    stage.take(.wire(.read(echo, at: 3_202_200)))
    stage.take(.wire(.peerWrote(offset: 0, length: echo.count, at: 3_202_100)))
    return stage
  }

  @Test(arguments: [
    (80, 24, "├ wire ▶ · 20 writes · 20 segments · 1 read STICKY ×20 · ◀ 1 read ─"),
    (60, 20, "├ wire ▶ · 20 writes · 20 segments · 1 read STICKY ×20 ─"),
    (48, 20, "├ wire ▶ · 20 writes · 1 read STICKY ×20 ─"),
    (40, 10, "├ wire ▶ · 1 read STICKY ×20 ─"), (30, 8, "\n20 writes · 1 read STICKY ×20"),
    (24, 8, "\n1 read STICKY ×20"), (20, 8, "\n1 read STICKY ×20"), (12, 8, "\nSTICKY ×20"),
    (9, 8, "\n1 read"),
  ])
  func theVerdictIsTheLastToGo(columns: Int, rows: Int, title: String) {
    let screen = Self.burst(columns, rows).screen
    #expect(screen.contains(title), "\(screen)")
  }
}
