import ChatWire
import Testing

@testable import ChatScreen

@Suite struct ReadingTests {
  private func stage(_ columns: Int = 80, _ rows: Int = 24) -> Stage {
    var stage = Stage.joined(columns, rows, framing: .length)
    stage.hear(.welcome(connection: "0badcafe.1", nick: "alice", room: "lobby", next: 1))
    return stage
  }

  private func say(
    _ text: String, by nick: String = "bob", day: Int? = nil, second: Int = 0, to stage: inout Stage
  ) {
    let time = WallTime(hour: 9, minute: 0, second: second, day: day)
    stage.take(.heard(.event(.said(seq: 1, ms: 0, nick: nick, text: text)), at: time))
  }

  /// The conversation's rows in pieces.
  private func rows(_ stage: Stage) -> [StyledRow] {
    let area = stage.model.layout.conversation
    let pane = ConversationPane(model: stage.model, area: area)
    return stage.model.conversationView.visible(pane.list, height: area.height)
  }

  private func texts(_ stage: Stage) -> [String] { rows(stage).map(\.text) }

  @Test func aDayThatBeginsHasALine() {
    var stage = stage()
    say("old", day: 20_779, to: &stage)
    say("older still", day: 20_779, to: &stage)
    say("new", day: 20_780, to: &stage)
    let shown = texts(stage)
    #expect(shown.count == 5)
    #expect(shown[0].hasPrefix("─── Sunday, 22 November 2026 ───"))
    #expect(shown[3].hasPrefix("─── Monday, 23 November 2026 ───"))
    #expect(shown[4] == "09:00:00 bob: new")
    #expect(CellWidth.of(shown[3]) == 76)
    stage.model.language = .chinese
    #expect(texts(stage)[3].hasPrefix("─── 2026年十一月23日 星期一 ───"))
  }

  @Test func aDayBeginsWithTheFirstLineThatIsSeen() {
    var stage = stage()
    say("old", day: 20_779, to: &stage)
    stage.model.preferences.presence = .hidden
    stage.take(
      .heard(.event(.joined(["carl"])), at: WallTime(hour: 0, minute: 1, second: 0, day: 20_780)))
    say("new", day: 20_780, to: &stage)
    #expect(texts(stage).contains { $0.hasPrefix("─── Monday, 23 November 2026 ───") })
  }

  @Test func oneDayHasNone() {
    var stage = stage()
    for _ in 0..<3 { say("x", day: 20_779, to: &stage) }
    #expect(texts(stage).count == 3)
  }

  @Test(arguments: [
    (0, 1970, 1, 1, 4), (-1, 1969, 12, 31, 3), (19_782, 2024, 2, 29, 4), (20_779, 2026, 11, 22, 0),
    (11_016, 2000, 2, 29, 2), (-25_509, 1900, 2, 28, 3), (-25_508, 1900, 3, 1, 4),
  ])
  func days(number: Int, year: Int, month: Int, day: Int, weekday: Int) {
    let date = CalendarDay(days: number)
    #expect((date.year, date.month, date.day, date.weekday) == (year, month, day, weekday))
  }

  @Test func daysOfBrokenClocksDoNotTrap() {
    for number in [Int.min, .max] { #expect(!Phrase.day(CalendarDay(days: number)).isEmpty) }
  }

  @Test func timesCanBeHidden() {
    var stage = stage()
    say("hi", to: &stage)
    stage.press(.alt("t"))
    #expect(texts(stage) == ["bob: hi"])
    stage.enter("/timestamps on")
    #expect(texts(stage) == ["09:00:00 bob: hi"])
  }

  /// What people remember others by: neither hash nor order may ever change.
  ///
  /// The first two are the test vectors of FNV-1a's authors.
  @Test(arguments: NickColor.of256) func coloursOfNamesReadOnBlackAndOnWhite(color: UInt8) {
    let levels = [0.0, 95, 135, 175, 215, 255].map { level in
      let part = level / 255
      return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    let place = Int(color) - 16
    let luminance =
      0.2126 * levels[place / 36] + 0.7152 * levels[place / 6 % 6] + 0.0722 * levels[place % 6]
    #expect((luminance + 0.05) / 0.05 >= 4 && 1.05 / (luminance + 0.05) >= 4)
  }

  /// The 2.4th power, by 12 squarings' worth of Newton steps for the fifth root.
  private func power(_ value: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - value) / (5 * root * root * root * root)
    }
    return value * value * root * root
  }

  @Test func eachNameHasOneOfTwelveColours() {
    #expect(NickColor.of256 == [31, 64, 164, 130, 29, 99, 161, 28, 27, 131, 129, 30])
    #expect(Set(NickColor.of256).count == Style.nicks.count)
    #expect(NickColor.style(of: "Bob") == NickColor.style(of: "bob"))
  }

  @Test(arguments: [
    ("hi alice", true), ("ALICE: hi", true), ("alices", false), ("malice", false),
    ("alice-2 is here", false), ("hi alice.", true), ("alice.b is here", false), ("c.alice", false),
    ("你好alice吗", true), ("(alice)", true), ("alice_", false), ("", false), ("alic", false),
  ])
  func mentions(text: String, isMention: Bool) {
    var stage = stage()
    stage.effects = []
    say(text, to: &stage)
    #expect(stage.effects == (isMention ? [.bell] : []))
    let styles = rows(stage).flatMap(\.spans).map(\.style)
    #expect(styles.contains(.mention) == isMention)
  }

  @Test func onlyTheNameItselfIsPainted() {
    var stage = stage()
    say("malice and alices, said alice.", to: &stage)
    let painted = rows(stage).flatMap(\.spans).filter { $0.style == .mention }.map(\.text)
    #expect(painted.joined(separator: "|").hasSuffix("|alice"))
    #expect(!painted.contains { $0.contains("malice") } && painted.count == 2)
  }

  @Test func whatIsFoundLiesOverWhatIsMeant() throws {
    let text = "one two three"
    var painting = Painting(text, .plain)
    for (part, style) in [("two three", Style.mention), ("o t", .found), ("one", .hit)] {
      painting.paint(try #require(text.firstRange(of: part)), style)
    }
    var (pieces, row) = (painting.pieces, StyledRow())
    pieces.append(text.prefix(3), to: &row)
    pieces.append(text.dropFirst(4), to: &row)
    #expect(row.spans.map(\.text) == ["one", "tw", "o t", "hree"])
    #expect(row.spans.map(\.style) == [.hit, .mention, .found, .mention])
  }

  @Test(arguments: ["aa", "A", "b", "abc", " ", "aab"])
  func whereCharactersAreBytesTheSameIsFound(wanted: String) throws {
    let match = try #require(TextMatch(wanted))
    for text in ["", "aaaa", "abcABC aab", "xxaab", "b"] {
      let found = match.ranges(in: text).map { $0.lowerBound.utf16Offset(in: text) }
      // A letter beyond ASCII behind it makes the search go by characters.
      let other = match.ranges(in: text + "é").map { $0.lowerBound.utf16Offset(in: text + "é") }
      #expect(found == other)
    }
  }

  @Test func aMessageOfVeryManyLinesIsCutOnScreen() {
    var stage = stage()
    say(String(repeating: "x\n", count: 30_000), to: &stage)
    let shown = texts(stage)
    #expect(shown.last == "         … 29,000 lines more; /copy text has them")
    say("next", to: &stage)
    #expect(texts(stage).last == "09:00:00 bob: next")
  }

  @Test func selfAndMentionsAreDistinctWithoutColour() {
    for style in Style.nicks + [.mention, .ownNick, .plain] {
      var look = Look(of: style)
      look.color = nil
      if style == .mention { #expect(look.reverse && look.bold) } else { #expect(!look.reverse) }
      if style == .ownNick { #expect(look.bold) }
    }
  }

  @Test func theBellRingsOnceASecondAndCanBeOff() {
    var stage = stage()
    stage.effects = []
    for _ in 0..<100 { say("alice", second: 1, to: &stage) }
    say("alice", second: 2, to: &stage)
    stage.hear(.told(ms: 0, from: "bob", to: "alice", text: "psst"), at: 3)
    say("alice", by: "alice", second: 4, to: &stage)
    #expect(stage.effects == [.bell, .bell, .bell])
    stage.enter("/bell off")
    stage.effects = []
    say("alice", second: 5, to: &stage)
    #expect(stage.effects.isEmpty)
  }

  @Test func textHasAMaximalWidth() {
    var stage = stage(250, 40)
    stage.enter("/zoom chat")
    say(String(repeating: "word ", count: 60), to: &stage)
    #expect(texts(stage).allSatisfy { CellWidth.of($0) <= 109 })
    stage.enter("/width 40")
    #expect(texts(stage).allSatisfy { CellWidth.of($0) <= 49 } && texts(stage).count == 8)
    stage.enter("/width off")
    #expect(texts(stage).count == 2)
  }

  @Test func privateMessagesAndDeedsHaveTheirStyle() {
    var stage = stage()
    stage.hear(.told(ms: 0, from: "bob", to: "alice", text: "psst"))
    stage.hear(.did(seq: 1, ms: 0, nick: "bob", text: "waves"))
    #expect(rows(stage)[0].spans.last == StyledRow.Span(text: "[bob → you] psst", style: .whisper))
    #expect(rows(stage)[1].spans.last == StyledRow.Span(text: "* bob waves", style: .deed))
  }

  @Test func comingsAndGoingsFoldAndHide() {
    var stage = stage()
    stage.hear(.joined(["bob", "carol"]))
    stage.hear(.left("bob", reason: "quit"))
    stage.hear(.renamed("carol", to: "cat"))
    say("hi", by: "cat", to: &stage)
    stage.hear(.left("cat", reason: ""))
    #expect(texts(stage).count == 5)
    #expect(rows(stage).prefix(3).allSatisfy { $0.spans.allSatisfy { Look(of: $0.style).dim } })
    stage.press(.alt("j"))
    #expect(
      texts(stage) == [
        "15:02:00 *** bob and carol joined · bob left (quit) · carol is now cat",
        "09:00:00 cat: hi",
        "15:02:00 *** cat left",
      ])
    stage.press(.alt("j"))
    #expect(texts(stage) == ["09:00:00 cat: hi"])
    stage.enter("/joins each")
    #expect(texts(stage).count == 5)
  }

  @Test func theIgnoredAreNotSeenNorHeard() {
    var stage = stage()
    stage.enter("/ignore Eve")
    stage.effects = []
    say("alice! alice!", by: "eve", to: &stage)
    say("hello", to: &stage)
    #expect(texts(stage) == ["09:00:00 bob: hello"] && stage.effects.isEmpty)
    stage.enter("/ignore")
    #expect(stage.screen.contains("ignored: eve"))
    stage.enter("/unignore EVE")
    #expect(texts(stage).count == 2)
  }

  @Test func whatComesWhileOneIsScrolledBackIsUnread() {
    var stage = stage()
    for number in 0..<40 { say("line \(number)", to: &stage) }
    #expect(stage.model.unread == nil)
    stage.press(.pageUp)
    for number in 40..<52 { say("line \(number)", to: &stage) }
    #expect(stage.screen.contains("↓ 12 new"))
    stage.press(.altEnd)
    #expect(stage.screen.contains("─── unread ─") == false)
    stage.press(.alt("u"))
    #expect(texts(stage).contains { $0.hasPrefix("─── unread ───") })
    stage.enter("I am here")
    #expect(stage.model.conversationView.follows && stage.model.unread == nil)
  }

  @Test func whatComesWhileTheWindowIsLeftIsUnread() {
    var stage = stage()
    say("read", to: &stage)
    stage.press(.unfocused)
    say("not read", to: &stage)
    say("nor this", to: &stage)
    stage.press(.focused)
    #expect(texts(stage)[1].hasPrefix("─── unread ───"))
    stage.press(.unfocused, .focused)
    #expect(texts(stage).count == 3)
  }

  @Test func ownWordsGoToTheEnd() {
    for line in ["hello", "/me waves", "/msg bob psst", "/burst 2 x"] {
      var stage = stage()
      for number in 0..<40 { say("line \(number)", to: &stage) }
      stage.press(.pageUp)
      #expect(!stage.model.conversationView.follows)
      stage.enter(line)
      #expect(stage.model.conversationView.follows, "\(line)")
    }
  }

  @Test func searchGoesBackThroughTheConversation() {
    var stage = stage()
    for number in 0..<60 {
      say(number % 20 == 3 ? "Needle \(number)" : "hay \(number)", to: &stage)
    }
    stage.enter("/search needle")
    #expect(stage.screen.contains("Needle 43") && stage.screen.contains("line 3 of 3"))
    #expect(rows(stage).flatMap(\.spans).contains(StyledRow.Span(text: "Needle", style: .hit)))
    stage.press(.alt("p"))
    #expect(stage.screen.contains("Needle 23") && stage.screen.contains("line 2 of 3"))
    stage.press(.alt("p"), .alt("p"))
    #expect(stage.screen.contains("line 3 of 3"))
    stage.press(.alt("n"))
    #expect(stage.screen.contains("Needle 3") && stage.screen.contains("line 1 of 3"))
    stage.press(.escape)
    #expect(stage.model.lookup == nil && stage.model.conversationView.follows)
    stage.enter("/search nothing")
    #expect(stage.screen.contains("“nothing” is not in the conversation"))
    stage.press(.control("s"))
    #expect(stage.model.composer.text == "/search ")
  }

  @Test func foundAcrossRowsItStandsOutInBoth() {
    var stage = stage(40, 12)
    say("xxxxxxxxxxxxxxxxxxxxxxxneedle", to: &stage)
    stage.enter("/search NEEDLE")
    #expect(
      rows(stage).flatMap(\.spans).filter { $0.style == .hit }.map(\.text).joined() == "needle")
  }

  @Test func lagIsTheWayOfOurOwnWords() {
    var stage = stage(160, 40)
    stage.enter("hello")
    stage.take(.wire(.wrote([1], at: 1_000, exact: true)))
    stage.take(.wire(.read([2], at: 13_300)))
    say("hello", by: "alice", to: &stage)
    #expect(
      stage.screen.contains(" · joined · lag 12 ms · ") || stage.screen.contains("lag 12.3 ms"))
    stage.enter("again")
    stage.take(.wire(.wrote([1], at: 100_000, exact: true)))
    say("not mine", to: &stage)
    stage.take(.wire(.read([2], at: 2_600_000)))
    say("again", by: "alice", to: &stage)
    stage.take(.resized(Size(columns: 80, rows: 24)))
    #expect(stage.screen.contains("lag 2,500 ms"))
  }

  @Test func whatDoesNotComeBackIsNoLag() {
    var stage = stage(160, 40)
    stage.enter("/who")
    stage.take(.wire(.wrote([1], at: 1_000, exact: true)))
    stage.enter("muted")
    stage.take(.wire(.wrote([1], at: 2_000, exact: true)))
    stage.hear(.error(.nickBad, "no"))
    stage.enter("hello")
    stage.take(.wire(.wrote([1], at: 1_000_000, exact: true)))
    stage.take(.wire(.read([2], at: 1_012_000)))
    say("hello", by: "alice", to: &stage)
    #expect(stage.screen.contains("lag 12 ms"))
  }

  @Test func whatIsLostIsNoLag() {
    var stage = stage(160, 40)
    for (text, at) in [("lost", 1_000), ("hello", 60_000_000)] {
      stage.enter(text)
      stage.take(.wire(.wrote([1], at: at, exact: true)))
    }
    stage.take(.wire(.read([2], at: 60_012_000)))
    say("hello", by: "alice", to: &stage)
    #expect(stage.screen.contains("lag 12 ms"))
  }

  @Test func aNewNameChangesNothingThatWasSaid() {
    var stage = stage()
    stage.hear(.told(ms: 0, from: "bob", to: "alice", text: "psst"))
    say("hi alice", to: &stage)
    stage.hear(.renamed("alice", to: "ann"))
    stage.hear(.told(ms: 0, from: "bob", to: "ann", text: "you?"))
    #expect(stage.screen.contains("[bob → you] psst") && stage.screen.contains("[bob → you] you?"))
    let painted = rows(stage).flatMap(\.spans).filter { $0.style == .mention }.map(\.text)
    #expect(painted.last == "alice")
  }

  @Test func clearingLetsGoOfWhatIsPicked() {
    var stage = stage()
    let event = Event.said(seq: 1, ms: 0, nick: "bob", text: "x")
    stage.take(.heard(.event(event), at: WallTime(hour: 9, minute: 0, second: 0), bytes: 0..<4))
    stage.press(.control("p"))
    #expect(stage.model.selection != nil)
    stage.enter("/clear")
    #expect(stage.model.selection == nil)
  }

  @Test func aNewSizeKeepsTheTopLine() {
    var stage = stage(120, 40)
    for number in 0..<200 {
      say("line \(number) " + String(repeating: "word ", count: number % 23), to: &stage)
    }
    stage.press(.pageUp, .pageUp)
    let top = texts(stage)[0].prefix(22)
    for (columns, rows) in [(80, 24), (40, 12), (200, 50), (99, 30), (120, 40)] {
      stage.take(.resized(Size(columns: columns, rows: rows)))
      #expect(texts(stage)[0].prefix(22) == top, "\(columns)×\(rows)")
    }
    stage.press(.paste("1\n2\n3\n4"))
    #expect(texts(stage)[0].prefix(22) == top)
    stage.press(.control("c"))
    #expect(texts(stage)[0].prefix(22) == top)
  }
}
