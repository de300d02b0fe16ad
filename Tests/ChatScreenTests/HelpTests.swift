import ChatWire
import Testing

@testable import ChatScreen

@Suite struct HelpTests {
  @Test func theHelpBeginsWithTheCommands() {
    for columns in [80, 120] {
      var stage = Stage.joined(columns, 30)
      stage.enter("/help")
      #expect(stage.screen.split(separator: "\n")[1].contains(#/^│ Commands\b/#))
    }
  }

  @Test func theHelpScrollsWhereItDoesNotFit() {
    var stage = Stage.joined(80, 24)
    stage.enter("/help")
    let first = stage.screen
    #expect(first.contains("PgDn more"))
    for _ in 0..<20 where stage.model.page != nil && stage.screen.contains("PgDn more") {
      stage.press(.pageDown)
    }
    #expect(stage.screen.contains("back to the chat"))
    stage.press(.pageDown)
    #expect(stage.model.page == nil)
  }

  /// The wire is what people ask for; keys they have elsewhere.
  @Test(arguments: [80, 100, 120]) func theHelpHasTheWireBeforeTheKeys(columns: Int) throws {
    var stage = Stage.joined(columns, 300)
    stage.enter("/help")
    let rows = stage.screen.split(separator: "\n").map(String.init)
    func row(_ text: String) throws -> Int {
      try #require(rows.firstIndex { $0.contains(text) }, "\(text)")
    }
    #expect(try row("/ping TOKEN") < row("Commands for the wire"))
    #expect(try row("/race N TEXT") < row("/burst N TEXT"))
    #expect(try row("Reading the wire") < row("Keys"))
    #expect(try row("Verdicts on a read") < row("Keys"))
  }

  @Test(arguments: Language.allCases, [80, 120])
  func theHelpExplainsTheSignsOfTheTape(language: Language, columns: Int) throws {
    var stage = Stage.joined(columns, 300)
    stage.model.language = language
    stage.enter("/help")
    let part = try #require(stage.screen.firstRange(of: Phrase.readingTheWire[language]))
    let end = try #require(stage.screen.firstRange(of: Phrase.verdicts[language]))
    let legend = stage.screen[part.upperBound..<end.lowerBound]
    for sign in ["┃", "┊", "┄2┄", "⋄ • ×", "▕██··▏"] { #expect(legend.contains(sign)) }
  }

  /// The right column stands in one place, and no word is cut that fits in a row.
  @Test(arguments: [100, 103, 110, 120, 133, 160], Language.allCases)
  func theHelpsColumnsAreStraight(columns: Int, language: Language) throws {
    var stage = Stage.joined(columns, 300)
    stage.model.language = language
    stage.enter("/help")
    let grid = view(stage.model)
    let edge = 2 + (columns - 4) / 2
    for row in 1..<grid.size.rows - 4 {
      let cells = grid[row: row].map { $0.text }
      #expect(cells[edge - 2] == " " && cells[edge - 1] == " ", "\(cells.joined())")
    }
    let words = stage.screen.split { !$0.isLetter }
    if language == .english { #expect(words.filter { $0 == "acknowledges" }.count == 1) }
    #expect(stage.screen.contains(".pcapng"))
  }

  /// What is cut says so, and the way out is told before there is no room for it.
  @Test(arguments: [(10, 4), (20, 6), (24, 8), (30, 8), (39, 9), (40, 10)], Language.allCases)
  func whatIsUnderAPageIsWhole(size: (Int, Int), language: Language) {
    var stage = Stage.joined(size.0, size.1)
    stage.model.language = language
    stage.press(.function(1))
    let row = stage.screen.split(separator: "\n", omittingEmptySubsequences: false)
      .first { $0.contains("PgDn") }
    let whole = [Phrase.closesOrMore, .escClosesOrMore].contains {
      row?.contains($0[language].dropLast()) == true
    }
    #expect(whole || row?.contains("…") == true, "\(row ?? "")")
    if size.0 >= 24 { #expect(whole) }
  }

  @Test(arguments: [20, 30, 60], Language.allCases)
  func aHintThatIsCutSaysSo(columns: Int, language: Language) throws {
    var stage = Stage(columns, 12)
    stage.model.language = language
    stage.enter("text that stays")
    let hint = try #require(stage.model.hint)[language]
    let isWhole = stage.screen.contains(hint)
    let row = stage.screen.split(separator: "\n").first { $0.contains(hint.prefix(5)) }
    #expect(isWhole || row?.contains("…") == true)
    #expect(isWhole == (CellWidth.of(hint) <= columns - (columns < 40 ? 0 : 6)))
  }
}
