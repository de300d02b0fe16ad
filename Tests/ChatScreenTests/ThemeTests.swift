import ChatScreen
import Testing

/// The colours of the themes.
@Suite struct ThemeTests {
  /// The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
  private static func contrast(_ one: Look.Color, _ other: Look.Color) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: Look.Color) -> Double {
    func linear(_ value: Int) -> Double {
      let part = Double(value) / 255
      if part <= 0.03928 { return part / 12.92 }
      // x to the power of 2.4 without a library: x² times the fifth root of x².
      let base = (part + 0.055) / 1.055
      var root = 1.0
      for _ in 0..<60 {
        root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root)
      }
      return base * base * root
    }
    let (red, green, blue) = color.components
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  @Test(arguments: Style.allCases)
  func `16 colours are red, green, magenta and cyan on the terminal's own ground`(style: Style) {
    let look = Look(of: style)
    #expect(look.background == nil)
    #expect([nil, .red, .green, .magenta, .cyan].contains(look.color))
  }

  @Test(arguments: Style.allCases)
  func `256 colours read on black and on white`(style: Style) {
    let look = Look(of: style, in: .rich)
    #expect(look.background == nil && !look.dim)
    guard let color = look.color else { return }
    #expect(ThemeTests.contrast(color, .black) >= 3.9 || color.index < 16)
    #expect(ThemeTests.contrast(color, .white) >= 3.9 || color.index < 16)
  }

  @Test(arguments: Style.allCases)
  func `on a wall everything is bright, bold and on black`(style: Style) throws {
    let look = Look(of: style, in: .projector)
    #expect(look.bold && !look.dim && look.background == .black)
    #expect(ThemeTests.contrast(try #require(look.color), .black) >= 7)
  }

  @Test func `the theme is changed by key, by command and by setting`() {
    var stage = Stage.joined(120, 40)
    stage.press(.function(9))
    #expect(stage.model.appearance.theme == .rich)
    stage.enter("/theme projector")
    #expect(stage.model.appearance.theme == .projector)
    stage.enter("/set theme standard")
    #expect(stage.model.appearance.theme == .standard)
    stage.enter("/set theme pink")
    #expect(stage.screen.contains("theme takes standard|rich|projector"))
  }

  @Test func `on a wall bytes stand apart and keys are shown`() {
    var stage = Scene.picked.stage(120, 40)
    stage.enter("/theme projector")
    stage.press(.function(3))
    #expect(stage.screen.hasSuffix("─ F3 ─┘"))
    #expect(stage.screen.contains("6f"))
  }

  /// The words of the frame's first line, or of the line under a conversation without a frame, are those of a theme
  /// that shows no keys, or fewer.
  @Test(arguments: [(120, 40), (100, 30), (80, 24), (40, 10), (30, 8), (22, 8)], [false, true])
  func `the key that is shown covers nothing`(size: (columns: Int, rows: Int), isBare: Bool) {
    var stage = Scene.measured.stage(size.columns, size.rows)
    if isBare { stage.press(.function(6)) }
    stage.press(.altEnter, .control("u"), .enter)
    stage.model.hint = nil
    let quiet = stage.screen.split(separator: "\n", omittingEmptySubsequences: false)
    stage.model.appearance.theme = .projector
    let rows = stage.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[0] == quiet[0])
    #expect(rows.count { $0.contains(" Enter") } == 1, "\(stage.screen)")
    #expect(
      rows.filter { $0.contains("STICKY") }.allSatisfy { $0.contains("STICKY ×20") }, "\(rows)")
    if stage.model.layout.mode == .bare {
      let summary = rows[rows.count - 3]
      #expect(summary.hasSuffix("  Enter") && summary.contains("STICKY ×20"), "\(summary)")
    }
  }

  @Test func `where the locale draws no lines, ASCII does`() {
    var stage = Scene.measured.stage(120, 40)
    stage.enter("/signs ascii")
    #expect(stage.screen.utf8.allSatisfy { $0 < 0x80 })
    #expect(stage.screen.hasPrefix("+ lobby - raw ----"))
    #expect(stage.screen.contains("STICKY x20"))
  }

  @Test func `names in letters stay in ASCII signs`() {
    var stage = Scene.picked.stage(80, 24)
    stage.enter("/signs ascii")
    #expect(stage.screen.contains("|>15:02:01 bob: 你好吗"))
  }
}
