import ChatScreen
import ChatWire
import Testing

@Suite struct PasteTests {
  @Test(arguments: [
    ("one", "one"), ("one\n", "one"), ("one\r\ntwo\r\n\r\n", "one\ntwo"),
    ("one\rtwo\r", "one\ntwo"),
    ("a\tb", "a    b"), ("\u{1b}[31mred\u{7}\u{9b}", "[31mred"), ("你好\u{2028}x", "你好\nx"),
    ("\n\n", ""),
    ("👩\u{200d}👩", "👩\u{200d}👩"),
  ])
  func becomesText(raw: String, text: String) {
    #expect(Paste(raw).text == text)
  }

  @Test func goesIntoTheInputAndIsNotSent() {
    var stage = Stage.joined(80, 24, framing: .length)
    stage.type("> ")
    stage.press(.paste("one\ntwo\n"), .character("!"))
    #expect(stage.effects.isEmpty)
    #expect(stage.model.composer.text == "> one\ntwo!")
    stage.press(.enter)
    #expect(stage.effects == [.send("> one\ntwo!")])
  }

  @Test func itsSizeIsSaidWhenItIsLarge() {
    var stage = Stage.joined(80, 24, framing: .length)
    stage.press(.paste("one line"))
    #expect(stage.model.hint == nil)
    stage.press(.paste("1\n2\n3\n4\n5\n6\n7\n"))
    #expect(stage.screen.contains("pasted 7 lines, 13 B"))
    stage.press(.control("_"))
    #expect(stage.model.composer.text == "one line")
    stage.press(.paste(String(repeating: "x", count: 70_000)))
    #expect(stage.screen.contains("70,008 bytes, length takes 65,536"))
    stage.press(.paste(String(repeating: "x", count: 70_000)))
    #expect(stage.screen.contains("the paste is cut: 8,936 B did not fit"))
  }

  @Test func onTheLineFramingEachLineIsAMessageAndNoneACommand() {
    var stage = Stage.joined(80, 24, framing: .line)
    stage.press(.paste("one\n/quit\n\n//x"), .enter)
    #expect(stage.effects == [.send("one"), .send("//quit"), .send("///x")])
  }

  @Test func onTheLineFramingATextThatBeginsWithLFIsNoCommandEither() {
    var stage = Stage.joined(80, 24, framing: .line)
    stage.press(.character("\n"), .paste("/quit"), .enter)
    #expect(stage.effects == [.send("//quit")])
  }

  @Test(arguments: ["/msg bob one\ntwo", "/me a\nb", "/burst 3 a\nb", "/quit a\nb", "/topic a\nb"])
  func onTheLineFramingACommandIsOneLine(line: String) {
    var stage = Stage.joined(80, 24, framing: .line)
    stage.press(.paste(line), .enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.model.composer.text == line)
    #expect(stage.screen.contains("LF ends a message on the line port"))
  }

  @Test func comesBackToTheChatFromWhereverTheKeysWere() {
    var stage = Stage.joined(100, 30, framing: .length)
    stage.press(.function(3), .paste("a"), .function(1), .paste("b"))
    #expect(stage.model.composer.text == "ab" && stage.model.page == nil)
  }
}
