import Testing

/// The reader of what goes to a terminal: what it lets through, and what it finds.
@Suite struct WritingTests {
  private static let entry = """
    xterm|made for these tests,
    \tam,
    \tcolors#8,
    \tbel=^G,
    \tcr=\\r,
    \tcud1=\\n,
    \tcup=\\E[%i%p1%d;%p2%dH$<5>,
    \tel=\\E[K$<3>,
    \tkf5=\\E[15~,
    \trep=%p1%c\\E[%p2%{1}%-%db,
    \trmacs=^O,
    \trs1=\\Ec,
    \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m,
    \tsgr=\\E[0%?%p6%t;1%;%?%p1%p3%|%t;7%;m%?%p9%t\\016%e\\017%;,
    \tsgr0=\\E[m\\017,
    \tXM=\\E[?1006;1000%?%p1%{1}%=%th%el%;,

    """

  @Test(
    arguments: [
      ("plain 你好 e\u{301}", "plain 你好 e\u{301}"), ("\u{1b}[12;3Hx", "x"), ("\u{1b}[K", ""),
      ("\u{1b}[31m\u{1b}[97m\u{1b}[38;5;208mx", "x"), ("=\u{1b}[19b|", "|"),
      ("\u{1b}[0;1;7m\u{e}qqx\u{f}", nil), ("\u{1b}[0;7m\u{f}a\r\n", "a"), ("\u{1b}[mb", "b"),
      ("\u{1b}[?1006;1000h", ""), ("\u{1b}[?2004hx\u{1b}[?1004l", "x"),
      ("\u{1b}[22;2t\u{1b}]2;lobby 你\u{7}x", "x"),
      ("🇩🇪👩\u{200d}👧", "🇩🇪👩\u{200d}👧"),
      ("x" + String(repeating: "\u{301}", count: 8), nil),
    ] as [(String, String?)])
  func `what the terminal can do and text pass`(written: String, text: String?) throws {
    let writing = Writing(
      Array(written.utf8), on: try TerminalEntry(Self.entry), and: Writing.modes)
    #expect(writing.faults == [])
    if let text { #expect(writing.text == text) }
  }

  @Test(
    arguments: [
      "\u{7}", "\u{0}", "\u{8}", "\t", "\u{7f}", "\u{9b}2J", "\u{1b}c", "\u{1b}[15~", "\u{1b}[2J",
      "\u{1b}[;3H", "\u{1b}[38;2;1;2;3m", "\u{1b}]0;owned\u{7}", "\u{1b}]52;c;YQ==\u{7}",
      "\u{1b}[0;7",
      "\u{1b}[?1000h", "\u{1b}[?2004", "\u{1b}Pq\u{1b}\\", "\u{202e}", "\u{200b}", "\u{2028}",
      "\u{feff}",
      "\u{e0041}", "x" + String(repeating: "\u{301}", count: 9),
    ])
  func `one foreign byte is found wherever it stands`(planted: String) throws {
    let entry = try TerminalEntry(Self.entry)
    for (before, after) in [("", ""), ("hi\u{1b}[1;1H", "\u{1b}[Kthere"), ("\u{1b}[m", "\r\n")] {
      let writing = Writing(
        Array((before + planted + after).utf8), on: entry, and: Writing.modes)
      #expect(!writing.faults.isEmpty, "\(Array(planted.utf8))")
    }
  }

  @Test(
    arguments: [[0x80], [0xc0, 0xaf], [0xe4, 0xbd], [0xed, 0xa0, 0x80], [0xff]] as [[UInt8]])
  func `what is no UTF-8 is found`(planted: [UInt8]) throws {
    let bytes = Array("a".utf8) + planted + Array("b".utf8)
    #expect(!Writing(bytes, on: try TerminalEntry(Self.entry)).faults.isEmpty)
  }

  @Test func `what is sent on purpose is counted, to the letter`() throws {
    let copy = "\u{1b}]52;c;aGk=\u{7}"
    let entry = try TerminalEntry(Self.entry)
    let writing = Writing(Array("a\(copy)b\(copy)".utf8), on: entry, and: [copy])
    #expect(writing.counts == [copy: 2] && writing.text == "ab" && writing.faults == [])
    let other = Writing(Array("\u{1b}]52;c;YQ==\u{7}".utf8), on: entry, and: [copy])
    #expect(!other.faults.isEmpty)
  }

  @Test func `an operator that nobody has taught it is refused`() {
    #expect(throws: Unmet.self) { try Capability("\\E[%p1%s") }
  }
}
