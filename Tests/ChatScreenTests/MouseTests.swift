import ChatScreen
import Testing

/// What the mouse does, once it was asked for.
@Suite struct MouseTests {
  private static func stage(_ columns: Int = 120, _ rows: Int = 40) -> Stage {
    var stage = Scene.picked.stage(columns, rows)
    stage.press(.escape, .function(5))
    return stage
  }

  private static func row(of text: String, in stage: Stage) throws -> Int {
    try #require(
      stage.screen.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains(text) })
  }

  @Test func `it is off until a key or a command turns it on`() {
    var stage = Scene.picked.stage(120, 40)
    stage.press(.escape)
    let before = stage.model.selection
    stage.press(.mouse(Mouse(.press, row: 2, column: 5)))
    #expect(stage.model.selection == before && stage.effects.isEmpty)
    stage.press(.function(5))
    #expect(stage.effects == [.mouse(true)] && stage.model.appearance.hasMouse)
    stage.enter("/mouse off")
    #expect(stage.effects == [.mouse(true), .mouse(false)])
    stage.take(.mouse(false))
    #expect(stage.screen.contains("this terminal tells nothing of a mouse"))
  }

  @Test func `a message that is clicked shows its bytes, and again lets them go`() throws {
    var stage = MouseTests.stage()
    let row = try MouseTests.row(of: "bob: 你好吗", in: stage)
    stage.press(.mouse(Mouse(.press, row: row, column: 20)))
    #expect(stage.screen.contains("▸15:02:01 bob: 你好吗"))
    #expect(stage.screen.contains("•#3  ◀ read"))
    stage.press(.mouse(Mouse(.press, row: row, column: 20)))
    #expect(stage.model.selection == nil)
  }

  @Test func `a block that is clicked shows its message`() throws {
    var stage = MouseTests.stage()
    let row = try MouseTests.row(of: "#1  ◀ read", in: stage)
    stage.press(.mouse(Mouse(.press, row: row, column: 80)))
    #expect(stage.screen.contains("▸#1  ◀ read"))
    #expect(stage.screen.contains("•15:02:00 bob: Hello"))
  }

  @Test func `the wheel scrolls the pane under it`() {
    var stage = MouseTests.stage(120, 14)
    stage.press(.mouse(Mouse(.wheelUp, row: 3, column: 80)))
    #expect(!stage.model.wireView.follows && stage.model.conversationView.follows)
    for _ in 0..<20 { stage.press(.mouse(Mouse(.wheelDown, row: 3, column: 80))) }
    #expect(stage.model.wireView.follows)
  }

  @Test(arguments: [(120, 40, 5, 63, 5, 40, 40), (80, 24, 10, 5, 6, 5, 6)])
  func `the line between the panes is dragged`(
    columns: Int, rows: Int, fromRow: Int, fromColumn: Int, toRow: Int, toColumn: Int, at: Int
  ) throws {
    var stage = MouseTests.stage(columns, rows)
    let divider = try #require(stage.model.layout.divider)
    let isStacked = stage.model.layout.mode == .stacked
    let (row, column) = isStacked ? (divider, fromColumn) : (fromRow, divider)
    stage.press(.mouse(Mouse(.press, row: row, column: column)))
    for kind in [Mouse.Kind.drag, .release] {
      stage.press(.mouse(Mouse(kind, row: toRow, column: toColumn)))
      let moved = try #require(stage.model.layout.divider)
      #expect(moved == at)
    }
    stage.press(.mouse(Mouse(.drag, row: fromRow, column: fromColumn + 9)))
    #expect(stage.model.layout.divider == at, "nobody holds it any more")
  }

  @Test func `anywhere is a place`() {
    for (columns, rows) in [(0, 0), (1, 1), (40, 10), (120, 40)] {
      var stage = MouseTests.stage(columns, rows)
      for kind in [Mouse.Kind.press, .drag, .release, .wheelUp, .wheelDown] {
        for place in [-1, 0, 5, 39, 1_000] {
          stage.press(.mouse(Mouse(kind, row: place, column: place)))
        }
      }
      #expect(stage.model.size == Size(columns: columns, rows: rows))
    }
  }

  @Test func `without lines there is nothing but text to select`() {
    var stage = Scene.picked.stage(120, 40)
    stage.press(.escape, .function(6))
    #expect(stage.screen.hasPrefix("15:02:00 bob: Hello\n15:02:01 bob: 你好吗\n15:02:02 bob: bye\n"))
    #expect(!stage.screen.contains("│") && !stage.screen.contains("─"))
    stage.press(.function(3))
    #expect(stage.screen.contains("#1  ◀ read") && !stage.screen.contains("bob: bye"))
    stage.press(.function(6), .function(3))
    #expect(stage.screen.contains("┌ lobby"))
  }
}
