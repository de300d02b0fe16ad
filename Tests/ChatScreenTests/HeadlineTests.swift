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

  /// The rows between the title of the wire pane and the line under it, the tape's left out.
  private func pane(_ stage: Stage) -> [String] {
    let rows = stage.screen.split(separator: "\n").map(String.init)
    return rows.drop { !$0.hasPrefix("├ wire") }.dropFirst().prefix {
      !$0.hasPrefix("├") && !$0.hasPrefix("│ ▶ out")
    }.map { $0.dropFirst(2).dropLast(2).split(separator: " ").joined(separator: " ") }
  }

  @Test(arguments: [
    (
      80, 24,
      [
        "#1 ⇥ server read 520 B +0.201 s STICKY ×20",
        "═▶ 20 writes → 20 segments → 1 read: the reader came late for 19 of the", "segments",
        "#1 ◀ read 527 B +0.000 s 1:1",
      ]
    ),
    (40, 10, ["#1 ⇥ server read 520 B STICKY ×20", "═▶ 20 writes → 20 segments → 1 read"]),
    (
      40, 14,
      [
        "#1 ⇥ server read 520 B STICKY ×20", "═▶ 20 writes → 20 segments → 1 read:",
        "the reader came late for 19 of",
      ]
    ),
  ])
  func theEchoPushesNoHeadlineOff(columns: Int, rows: Int, wanted: [String]) {
    let shown = pane(Self.burst(columns, rows))
    #expect(Array(shown.drop { $0 != wanted[0] }.prefix(wanted.count)) == wanted, "\(shown)")
  }

  @Test func ofManyReadsTheLastStayAndTheSentence() {
    let shown = pane(Self.burst(80, 24, readSize: 8))
    #expect(shown.suffix(2).first?.hasPrefix("═▶ 20 writes → 20 segments → 65 reads: ") == true)
    #expect(!shown.contains { $0.hasPrefix("0000") })
    #expect(shown[1].hasPrefix("#64 ⇥ server read 8 B"), "\(shown)")
  }

  @Test func whoLooksAroundSeesTheBytes() {
    var stage = Self.burst(80, 24)
    #expect(!stage.screen.contains("alice: Hello, He"))
    stage.press(.function(3), .character("k"))
    #expect(stage.screen.contains("alice: Hello, He"))
  }

  /// As whoever points at them does.
  @Test func aPaneThatIsPausedKeepsThem() {
    var stage = Self.burst(80, 24)
    let before = pane(stage)
    stage.press(.function(3), .character("p"))
    #expect(pane(stage) == before)
    stage.press(.pageUp)
    #expect(pane(stage) != before)
  }

  @Test func whatComesLaterIsSeen() {
    var stage = Self.burst(40, 10)
    stage.take(.wire(.read(Array("bob: hi".utf8), at: 9_000_000)))
    stage.take(.wire(.read(Array("bob: ho".utf8), at: 9_500_000)))
    #expect(pane(stage) == ["#2 ◀ read 7 B +5.797 s ?", "#3 ◀ read 7 B +0.500 s ?"])
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
