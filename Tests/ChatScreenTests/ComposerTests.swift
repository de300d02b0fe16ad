import ChatScreen
import Testing

@Suite struct ComposerTests {
  private func composer(_ text: String, _ edits: Composer.Edit...) -> Composer {
    var composer = Composer()
    for scalar in text.unicodeScalars { composer.insert(Character(scalar)) }
    for edit in edits { composer.edit(edit) }
    return composer
  }

  /// The line with the cursor drawn as a bar.
  private func shown(_ composer: Composer) -> String {
    String(composer.characters[..<composer.cursor]) + "|"
      + String(composer.characters[composer.cursor...])
  }

  private static let edits: [(String, [Composer.Edit], String)] = [
    ("hello", [], "hello|"),
    ("hello", [.left, .left], "hel|lo"),
    ("hello", [.home], "|hello"),
    ("hello", [.home, .left], "|hello"),
    ("hello", [.home, .right, .delete], "h|llo"),
    ("hello", [.backspace], "hell|"),
    ("hello", [.home, .backspace], "|hello"),
    ("hello", [.delete], "hello|"),
    ("one two  ", [.killWord], "one |"),
    ("one", [.killWord, .killWord], "|"),
    ("one two", [.left, .left, .killToStart], "|wo"),
    ("one two", [.left, .left, .killToEnd], "one t|"),
    ("one", [.home, .end], "one|"),
    ("a👩\u{200d}👩\u{200d}👧\u{200d}👦", [.backspace], "a|"),
    ("🇩🇪🇯🇵", [.backspace], "🇩🇪|"),
    ("e\u{301}x", [.left, .backspace], "|x"),
    ("क्षि", [.backspace], "|"), ("👍🏽", [.left, .delete], "|"), ("你好", [.left, .backspace], "|好"),
    ("one two-three", [.wordLeft], "one two-|three"),
    ("one two-three", [.wordLeft, .wordLeft], "one |two-three"),
    ("one two", [.home, .wordRight], "one| two"),
    ("one two", [.home, .wordRight, .wordRight], "one two|"),
    ("one two-three", [.killWordBefore], "one two-|"), ("one two-three", [.killWord], "one |"),
    ("one two", [.home, .killWordAfter], "| two"),
    ("one two", [.home, .killWordAfter, .killWordAfter], "|"),
    ("你好，世界", [.wordLeft], "你好，|世界"),
    ("abc", [.transpose], "acb|"), ("abc", [.home, .right, .transpose], "ba|c"),
    ("a", [.transpose], "a|"),
    ("ab", [.home, .transpose], "|ab"), ("你👩\u{200d}👩", [.transpose], "👩\u{200d}👩你|"),
    ("one two", [.killWord, .yank, .yank], "one twotwo|"),
    ("one two three", [.killWord, .killWord, .yank], "one two three|"),
    ("one two", [.home, .killWordAfter, .killWordAfter, .yank], "one two|"),
    ("one two", [.killWord, .left, .killWord, .yank], "one| "),
    ("one two", [.killWord, .left, .killWord, .yank, .yankBefore], "two| "),
    ("one two", [.killWord, .left, .killWord, .yank, .yankBefore, .yankBefore], "one| "),
    ("one", [.yankBefore], "one|"), ("one", [.yank], "one|"),
    ("one two", [.undo], "one |"), ("one two", [.undo, .undo], "|"),
    ("one two", [.undo, .undo, .undo], "|"),
    ("one two", [.undo, .undo, .redo], "one |"), ("one two", [.undo, .redo, .redo], "one two|"),
    ("one", [.killToStart, .undo], "one|"), ("one", [.undo, .newline, .redo], "\n|"),
    ("e\u{301}", [.undo], "|"), ("🇩🇪", [.backspace, .undo], "🇩🇪|"),
    ("one\ntwo", [.home], "one\n|two"), ("one\ntwo", [.older], "one|\ntwo"),
    ("one\ntwo", [.left, .older, .newer], "one\ntw|o"),
    ("one\ntwo", [.killToStart, .killToStart], "one|"),
    ("one\ntwo", [.home, .left, .killToEnd], "one|two"),
    ("one\ntwo", [.older, .home, .end], "one|\ntwo"),
  ]

  @Test(arguments: edits)
  func editing(text: String, edits: [Composer.Edit], result: String) {
    var composer = composer(text)
    for edit in edits { composer.edit(edit) }
    #expect(shown(composer) == result)
  }

  @Test func scalarsOfAClusterJoinAtTheCursor() {
    #expect(composer("👩\u{200d}👩").characters.count == 1)
    #expect(composer("e\u{301}").characters == ["é"])
    #expect(composer("🇩🇪").characters.count == 1)
  }

  /// What an input method gives comes scalar by scalar, whatever stands behind the cursor.
  @Test(arguments: ["🇩🇪", "👨\u{200d}👩\u{200d}👧", "👍🏽", "❤\u{fe0f}", "e\u{301}", "क्षि", "x"])
  func anEmojiBeforeAnotherStaysWhole(emoji: String) {
    for rest in ["🇨🇳x", "😀x", "🏽", "\u{301}", "👧", "षx", "\n"] {
      var composer = composer(rest, .home, .left)
      for scalar in emoji.unicodeScalars { composer.insert(Character(scalar)) }
      #expect(composer.text.unicodeScalars.elementsEqual((emoji + rest).unicodeScalars))
      #expect(shown(composer) == emoji + "|" + rest)
      composer.insert("y")
      #expect(shown(composer) == emoji + "y|" + rest)
      composer.edit(.backspace)
      composer.edit(.backspace)
      #expect(shown(composer) == "|" + rest)
    }
  }

  @Test func whatIsTypedBetweenPartsOfAnEmojiStandsWhereItWasTyped() {
    var composer = composer("👨\u{200d}x👩", .left, .backspace)
    #expect(shown(composer) == "👨\u{200d}|👩")
    composer.insert("y")
    #expect(shown(composer) == "👨\u{200d}y|👩")
  }

  @Test func theCursorIsSeenWhereItIsWithinAFlag() {
    var stage = Stage.joined(60, 20)
    stage.type("🇨🇳x")
    stage.press(.home, .character("🇩"))
    #expect(view(stage.model).cursor?.column == 5)
    stage.press(.character("🇪"))
    #expect(view(stage.model).cursor?.column == 6)
    #expect(stage.screen.contains("> 🇩🇪🇨🇳x"))
  }

  @Test func historyKeepsTheDraft() {
    var composer = composer("first")
    composer.sent()
    for character in "second" { composer.insert(character) }
    composer.sent()
    for character in "draft" { composer.insert(character) }
    var seen: [String] = []
    for edit in [Composer.Edit.older, .older, .older, .newer, .newer, .newer] {
      composer.edit(edit)
      seen.append(composer.text)
    }
    #expect(seen == ["second", "first", "first", "second", "draft", "draft"])
  }

  @Test func theSameLineTwiceIsOneEntry() {
    var composer = composer("same")
    composer.sent()
    for character in "same" { composer.insert(character) }
    composer.sent()
    composer.edit(.older)
    composer.edit(.older)
    composer.edit(.newer)
    #expect(composer.isEmpty)
  }

  @Test func clearingCanBeTakenBack() {
    var composer = composer("some words")
    composer.clear()
    composer.edit(.undo)
    #expect(shown(composer) == "some words|")
  }

  @Test func whatDoesNotFitIsLeftOut() {
    var composer = Composer()
    #expect(composer.insert(String(repeating: "x", count: 131_070)) == 0)
    #expect(composer.insert("你") == 3)
    #expect(composer.insert("ab你") == 3)
    #expect(composer.text.utf8.count == 131_072)
    composer.insert("c")
    #expect(composer.text.utf8.count == 131_072)
  }

  /// Whatever is edited, taken back whole and made again, it is the same.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func everyChangeCanBeTakenBack(seed: UInt64) {
    var dice = PropertyTests.Dice(state: seed)
    let edits: [Composer.Edit] = [
      .left, .wordRight, .home, .backspace, .delete, .killWord, .killToEnd, .killWordAfter,
      .transpose,
      .yank, .yankBefore, .newline, .end, .wordLeft, .killToStart,
    ]
    let signs = Array("ab c你🇩🇪👍🏽\u{301}\u{200d}".unicodeScalars)
    var composer = Composer()
    for _ in 0..<60 {
      if Bool.random(using: &dice), let sign = signs.randomElement(using: &dice) {
        composer.insert(Character(sign))
      } else if let edit = edits.randomElement(using: &dice) {
        composer.edit(edit)
      }
    }
    let written = composer.characters
    for _ in 0..<80 { composer.edit(.undo) }
    #expect(composer.isEmpty)
    for _ in 0..<80 { composer.edit(.redo) }
    #expect(composer.characters == written)
  }

  @Test func clearingLeavesHistory() {
    var composer = composer("kept")
    composer.sent()
    composer.insert("x")
    composer.clear()
    composer.edit(.older)
    #expect(composer.text == "kept")
  }
}
