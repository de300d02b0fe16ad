import ChatScreen
import Testing

/// The screen as a picture.
@Suite struct PictureTests {
  private static func grid(_ rows: [StyledRow], columns: Int) -> Grid {
    var grid = Grid(size: Size(columns: columns, rows: rows.count))
    for (place, row) in rows.enumerated() { grid.put(row, row: place, columns: 0..<columns) }
    return grid
  }

  @Test func `every stretch of text has its place, its length and its look`() {
    var row = StyledRow("ab ")
    row.append("你", .trouble)
    let svg = Picture(PictureTests.grid([row], columns: 6)).svg
    #expect(svg.contains("width=\"70.4\" height=\"38\""))
    #expect(
      svg.contains(
        "<text x=\"10\" y=\"23.5\" textLength=\"16.8\" lengthAdjust=\"spacingAndGlyphs\">ab</text>")
    )
    #expect(
      svg.contains(
        "<text class=\"b\" x=\"35.2\" y=\"23.5\" textLength=\"16.8\" lengthAdjust=\"spacingAndGlyphs\""
          + " style=\"fill:#e06c75\">你</text>"))
  }

  @Test func `markup in a text is text`() {
    let svg = Picture(PictureTests.grid([StyledRow("<a&b>")], columns: 5)).svg
    #expect(svg.contains(">&lt;a&amp;b&gt;</text>"))
  }

  @Test func `lines that meet are one stroke`() {
    let rows = ["┌──┐", "│  │", "└──┘"].map { StyledRow($0) }
    let svg = Picture(PictureTests.grid(rows, columns: 4)).svg
    #expect(svg.contains("M14.2 19H39.4"))
    #expect(svg.contains("M14.2 19V55"))
    #expect(!svg.contains("<text x"))
  }

  @Test func `what stands out has its ground`() {
    let svg = Picture(PictureTests.grid([StyledRow("STICKY", .verdictBad)], columns: 6)).svg
    #expect(svg.contains("<rect x=\"10\" y=\"10\" width=\"50.4\" height=\"18\" fill=\"#e06c75\"/>"))
  }

  @Test func `one ground is one rectangle, whatever stands on it`() {
    var row = StyledRow("a你│好", .verdictBad)
    row.append("b", .trouble)
    row.append("c", .verdictBad)
    let svg = Picture(PictureTests.grid([row, row], columns: 8)).svg
    let grounds = svg.split(separator: "\n").filter { $0.hasSuffix("fill=\"#e06c75\"/>") }
    #expect(
      grounds == [
        "<rect x=\"10\" y=\"10\" width=\"50.4\" height=\"18\" fill=\"#e06c75\"/>",
        "<rect x=\"68.8\" y=\"10\" width=\"8.4\" height=\"18\" fill=\"#e06c75\"/>",
        "<rect x=\"10\" y=\"28\" width=\"50.4\" height=\"18\" fill=\"#e06c75\"/>",
        "<rect x=\"68.8\" y=\"28\" width=\"8.4\" height=\"18\" fill=\"#e06c75\"/>",
      ])
  }

  @Test(arguments: Theme.allCases)
  func `the command writes the screen that is seen, small enough to keep`(theme: Theme) throws {
    var stage = Scene.measured.stage(120, 40)
    stage.enter("/theme \(theme.rawValue)")
    stage.effects = []
    stage.enter("/screenshot now.svg")
    guard case .copy(let svg, let file, _)? = stage.effects.first else {
      Issue.record("nothing to write")
      return
    }
    #expect(file == "now.svg" && svg.hasSuffix("</svg>\n") && svg.utf8.count < 80_000)
    #expect(svg.contains(">STICKY</text>") || svg.contains(">STICKY "))
    #expect(svg.contains(theme == .projector ? "fill=\"#000000\"" : "fill=\"#14171c\""))
  }

  /// Nobody opens SVG under another name.
  @Test(arguments: [
    ("x.png", false), ("svg", false), ("a.svg.gz", false), ("X.SVG", true), ("d/.svg", true),
  ])
  func `a picture has the ending of its format`(file: String, isWritten: Bool) {
    for language in Language.allCases {
      var stage = Stage.joined(120, 40)
      stage.model.language = language
      stage.effects = []
      stage.enter("/screenshot \(file)")
      #expect(stage.effects.isEmpty != isWritten)
      #expect(stage.screen.contains("\(file)") != isWritten)
    }
  }
}
