import ChatScreen
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("", ""),
    ("你好 é 🙂", "你好 é 🙂"),
    ("\u{1b}[31mred", "^[[31mred"),
    ("\u{1b}]52;c;aGk=\u{7}", "^[]52;c;aGk=^G"),
    ("a\tb\u{0}c\u{7f}", "a^Ib^@c^?"),
    ("\u{9b}2J\u{85}", "<9B>2J<85>"),
    ("a\u{202e}b\u{2066}c", "a<U+202E>b<U+2066>c"),
    ("a\u{200b}b\u{feff}c\u{ad}", "a<U+200B>b<U+FEFF>c<U+00AD>"),
    ("x\u{2028}y\u{2029}", "x<U+2028>y<U+2029>"),
    ("hi\u{e0041}", "hi<U+E0041>"),
    ("\u{3164}\u{115f}", "<U+3164><U+115F>"),
    ("\u{fffe}", "<U+FFFE>"),
    ("👩\u{200d}👩\u{200d}👧\u{200d}👦", "👩\u{200d}👩\u{200d}👧\u{200d}👦"),
    ("🏳\u{fe0f}\u{200d}🌈", "🏳\u{fe0f}\u{200d}🌈"),
    ("می\u{200c}خواهم", "می\u{200c}خواهم"),
    ("क्\u{200d}ष", "क्\u{200d}ष"),
    ("a\u{200d}b", "a<U+200D>b"),
    ("a\u{200c}b", "a<U+200C>b"),
    ("👩\u{200d}x", "👩<U+200D>x"),
    ("👩\u{200d}", "👩<U+200D>"),
    ("a\u{fe0f}", "a<U+FE0F>"),
    ("❤\u{fe0f}", "❤\u{fe0f}"),
    ("\u{301}a", "\u{25cc}\u{301}a"),
    ("\u{1b}\u{301}", "^[\u{25cc}\u{301}"),
  ])
  func row(text: String, shown: String) {
    #expect(Array(VisibleText.row(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func atMostEightMarksABase() {
    let shown = VisibleText.row("a" + String(repeating: "\u{301}", count: 500) + "b")
    #expect(shown.unicodeScalars.count == 1 + 8 + 1)
    #expect(CellWidth.of(shown) == 2)
  }

  @Test func aChainOfJoinedEmojiEnds() {
    let chain = String(repeating: "👩\u{200d}", count: 500) + "👩"
    var longest = 0
    Glyph.each(in: VisibleText.row(chain)) { longest = max(longest, $0.text.unicodeScalars.count) }
    #expect(longest <= 1 + 2 * VisibleText.marks)
  }

  @Test(arguments: [
    ("one", ["one"]), ("one\n", ["one"]), ("one\r\n", ["one"]), ("one\ntwo", ["one", "two"]),
    ("one\r\ntwo\r\n", ["one", "two"]), ("\n", [""]), ("", [""]), ("a\n\nb", ["a", "", "b"]),
    ("a\rb", ["a^Mb"]), ("a\r\r\nb", ["a^M", "b"]),
  ])
  func rows(text: String, shown: [String]) {
    #expect(VisibleText.rows(text) == shown)
  }

  /// Nothing of what Unicode has gets through that a terminal may obey.
  @Test func noScalarIsLeftThatControls() {
    for value in (0...0x2fff).map({ UInt32($0) }) + (0xd7f0...0xffff) + (0xe0000...0xe01ff) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for left in VisibleText.row("a\(scalar)b").unicodeScalars {
        #expect(left.value >= 0x20 && !(0x7f..<0xa0).contains(left.value))
        let isHidden = left.properties.isDefaultIgnorableCodePoint
        #expect(
          !isHidden && left.value != 0x2028 && left.value != 0x2029, "\(String(value, radix: 16))")
      }
    }
  }
}
