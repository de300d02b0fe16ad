import ChatScreen
import ChatWire
import Testing

/// What the screen says of a capture.
@Suite struct CaptureTests {
  @Test(arguments: [(120, 40), (100, 30), (80, 24), (40, 12), (30, 8)])
  func `the status line shows one that runs`(columns: Int, rows: Int) {
    var stage = Stage.joined(columns, rows)
    stage.take(.capture("a.pcapng"))
    #expect(stage.screen.contains("● capture"))
    stage.take(.capture(nil))
    #expect(!stage.screen.contains("●"))
  }

  @Test func `the command asks for it, and for its end`() {
    var stage = Stage.joined(80, 24)
    stage.enter("/capture a.pcapng")
    stage.enter("/capture off")
    #expect(stage.effects == [.capture("a.pcapng"), .capture(nil)])
  }
}
