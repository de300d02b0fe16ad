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

  @Test func clearingLeavesHistory() {
    var composer = composer("kept")
    composer.sent()
    composer.insert("x")
    composer.clear()
    composer.edit(.older)
    #expect(composer.text == "kept")
  }
}
