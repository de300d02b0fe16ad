import ChatWire
import Testing

@Suite struct NickTests {
  @Test(arguments: [
    "a", "alice", "Al-ice_2.0", "小明", "かがみ", "カガミ", "한국", "々", "ー", "0123456789abcdef",
  ])
  func accepts(text: String) {
    #expect(Nick(text)?.text == text)
  }

  @Test(arguments: [
    "", "a b", "0123456789abcdefg", "é", "e\u{301}", "аdmin", "a\u{200b}", "a\u{202e}b", "😀", "/me",
    "*", "a:b",
    "\u{1b}[31m", "ａ", "a\u{0}", "*** x", "가\u{301}", "\u{1100}\u{1161}\u{1161}", "か\u{301}",
  ])
  func refuses(text: String) {
    #expect(Nick(text) == nil)
  }

  @Test(
    arguments: [
      ("か\u{3099}", [0x304c]), ("は\u{309a}", [0x3071]), ("う\u{3099}", [0x3094]),
      ("ウ\u{3099}", [0x30f4]),
      ("ワ\u{3099}", [0x30f7]), ("\u{1112}\u{1161}\u{11ab}", [0xd55c]), ("하\u{11ab}", [0xd55c]),
      ("\u{1100}\u{1161}", [0xac00]),
    ] as [(String, [UInt32])])
  func composes(text: String, scalars: [UInt32]) {
    #expect(Nick(text)?.text.unicodeScalars.map(\.value) == scalars)
  }

  @Test func namesFoldCase() {
    #expect(Nick("Alice")?.key == Nick("aLICE")?.key)
    #expect(Nick("Alice")?.key != Nick("Alicf")?.key)
  }

  @Test(arguments: [
    ("root", "root"), ("Jo Ann", "JoAnn"), ("josé", "jos"), ("*** x", "x"),
    ("0123456789abcdefgh", "0123456789abcdef"),
  ])
  func cleans(text: String, nick: String) {
    #expect(Nick.cleaned(text)?.text == nick)
  }

  @Test func nothingFitIsNoName() {
    #expect(Nick.cleaned("é ü") == nil)
  }
}
