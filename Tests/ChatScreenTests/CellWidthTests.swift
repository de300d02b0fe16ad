import ChatScreen
import Testing

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("hello", 5), ("é", 1), ("e\u{301}", 1), ("你好", 4), ("ｗ", 2), ("ｱ", 1),
    ("한글", 4), ("\u{1112}\u{1161}\u{11ab}", 2), ("あア", 4), ("─│▶◀⇥…", 6),
    ("🙂", 2), ("❤", 1), ("❤\u{fe0f}", 2), ("☝🏽", 2), ("👍🏽", 2), ("👩\u{200d}👩\u{200d}👧\u{200d}👦", 2),
    ("🏳\u{fe0f}\u{200d}🌈", 2), ("🇩🇪", 2), ("🇩🇪🇯🇵", 4), ("🇩", 1), ("1\u{fe0f}\u{20e3}", 2),
    ("a\u{300}\u{301}\u{302}", 1), ("\u{301}", 0), ("क्ष", 2), ("𠀀", 2), ("\u{fffd}", 1),
    ("עברית", 5),
  ])
  func widthOf(text: String, columns: Int) {
    #expect(CellWidth.of(text) == columns)
  }

  @Test func glyphsOfACharacterAddUpToItsWidth() {
    for text in ["👍🏽🏽🏽", "क्ष्क्ष", "🇩🇪🇯", "👩\u{200d}👩", "a\u{200d}b", "\u{1112}\u{1161}\u{1161}"] {
      var joined = ""
      var width = 0
      Glyph.each(in: text) {
        joined += $0.text
        width += $0.width
        #expect((0...2).contains($0.width))
      }
      #expect(Array(joined.unicodeScalars) == Array(text.unicodeScalars))
      #expect(width == CellWidth.of(text))
    }
  }
}
