import ChatScreen
import ChatWire
import Testing

/// The habits of the panes: pick, find, leave out, stand still, copy.
@Suite struct PaneTests {
  private let noon = WallTime(hour: 12, minute: 0, second: 0)

  private func frame(_ text: String) -> [UInt8] {
    [UInt8(text.utf8.count), 0, 0, 0] + Array(text.utf8)
  }

  /// A stage on the length port that has read `texts`, each a frame and a line, in reads of `size` bytes.
  private func stage(
    _ texts: String..., size: Int = .max, columns: Int = 120, rows: Int = 40
  ) -> Stage {
    var stage = Stage.joined(columns, rows, framing: .length)
    let bytes = texts.flatMap(frame)
    for start in stride(from: 0, to: bytes.count, by: min(size, bytes.count)) {
      let end = min(bytes.count, start + min(size, bytes.count))
      stage.take(.wire(.read(Array(bytes[start..<end]), at: start * 1_000)))
    }
    var offset = 0
    for text in texts {
      let end = offset + text.utf8.count + 4
      stage.take(.heard(.text(text), at: noon, bytes: offset..<end))
      offset = end
    }
    return stage
  }

  private func rows(_ stage: Stage, _ text: String) -> [String] {
    stage.screen.split(separator: "\n").filter { $0.contains(text) }.map(String.init)
  }

  @Test func aPickedBlockLightsUpItsLine() {
    var stage = stage("one", "two", size: 7)
    stage.press(.function(3), .up)
    #expect(rows(stage, "▸#2 ").count == 1)
    #expect(rows(stage, "•12:00:00 two").count == 1)
    #expect(rows(stage, "•12").count == 1)
    stage.press(.character("k"))
    #expect(rows(stage, "▸#1 ").count == 1 && rows(stage, "•12:00:00 one").count == 1)
    stage.press(.up)
    #expect(stage.screen.contains("no block above"))
    stage.press(.character("j"), .down)
    #expect(stage.screen.contains("no block below"))
  }

  @Test func aPickedLineLightsUpItsBlocks() {
    var stage = stage("one", "two", size: 9)
    stage.press(.control("p"))
    #expect(rows(stage, "▸12:00:00 two").count == 1)
    // Its frame is the end of the first read and the whole second one.
    #expect(rows(stage, "•#1 ").count == 1 && rows(stage, "•#2 ").count == 1)
    stage.enter("/line up")
    #expect(rows(stage, "▸12:00:00 one").count == 1)
    #expect(rows(stage, "•#1 ").count == 1 && rows(stage, "•#2 ").isEmpty)
    stage.press(.escape)
    #expect(rows(stage, "▸").isEmpty && rows(stage, "•#").isEmpty)
  }

  @Test func theBytesOfALineStandOutInItsRead() {
    var stage = stage("one", "two")
    stage.press(.control("p"))
    let grid = view(stage.model)
    let lit = (0..<grid.size.rows).map { row in
      grid[row: row].drop { $0.text != "┬" && $0.text != "│" }.dropFirst(60)
        .filter { $0.style == .lit }.map(\.text).joined()
    }.filter { !$0.isEmpty }
    // Eight bytes a row: the frame begins with the last byte of the first one.
    #expect(lit == ["03•", "00000074776f⋄⋄⋄two"])
  }

  @Test func aServersReadLightsUpTheWritesThatItCovers() {
    var stage = Stage.joined(120, 40)
    for text in ["one", "two", "three"] {
      stage.take(.wire(.wrote(Array(text.utf8), at: 0, exact: true)))
    }
    stage.take(.wire(.peerRead(offset: 0, length: 6, at: 1_000)))
    stage.press(.function(3), .up)
    #expect(rows(stage, "▸#1  ⇥ server read 6 B").count == 1)
    #expect(rows(stage, "•#1  ▶").count == 1 && rows(stage, "•#2  ▶").count == 1)
    #expect(rows(stage, "•#3").isEmpty)
  }

  @Test(arguments: [Framing.length, .line])
  func ourOwnWordsLightUpWhereTheyWereWrittenToo(framing: Framing) {
    var stage = Stage.joined(120, 60, framing: framing)
    var offset = 0
    for (turn, text) in ["/hello 1 alice", "same", "same", "//x", "/who", "last"].enumerated() {
      let bytes = framing == .length ? frame(text) : Array("\(text)\n".utf8)
      stage.take(.wire(.wrote(bytes, at: turn, exact: true)))
    }
    for said in ["same", "same", "/x"] {
      let event = Event.said(seq: 1, ms: 0, nick: "alice", text: said)
      stage.take(.heard(.event(event), at: noon, bytes: offset..<offset + 9))
      offset += 9
    }
    stage.press(.control("p"))
    #expect(rows(stage, "▸12:00:00 alice: /x").count == 1 && rows(stage, "•#4 ").count == 1)
    stage.press(.control("p"), .control("p"))
    #expect(rows(stage, "•#2 ").count == 1 && rows(stage, "•#3 ").isEmpty)
    stage.press(.function(3), .up, .up, .up, .up)
    #expect(rows(stage, "▸#3 ").count == 1)
    #expect(stage.screen.split(separator: "\n")[2].contains("•12:00:00 alice: same"))
    #expect(rows(stage, "•12").count == 1)
  }

  @Test(arguments: [
    ("/find wo", ["“wo” at byte 12"]), ("/find hex 03 00", ["03 00 at byte 0", "03 00 at byte 7"]),
    ("/find hex 030000006F6e65", ["03 00 00 00 6f 6e 65 at byte 0"]),
    // Cut by two reads.
    ("/find ne\u{3}", ["“ne^C” at byte 5"]), ("/find three", ["“three” is not on the wire"]),
  ])
  func finds(line: String, hints: [String]) {
    var stage = stage("one", "two", size: 5)
    stage.enter(line)
    for hint in hints {
      #expect(stage.model.hint?.description == hint)
      stage.enter("/next")
    }
    let last =
      hints.last?.contains("not") == true ? hints[0] : hints[0] + " · wrapped to the beginning"
    #expect(stage.model.hint?.description == last)
  }

  @Test(arguments: [true, false]) func theWirePaneGetsTheKeysBackBehindASearch(isFound: Bool) {
    var stage = stage("one", "two", size: 5)
    stage.press(.function(3), .character("/"))
    #expect(stage.model.focus == .conversation && stage.model.composer.text == "/find ")
    if isFound { stage.enter("o") } else { stage.press(.escape) }
    #expect(stage.model.focus == .wire)
    // Said instead of the search: the next one is not the wire pane's.
    stage.press(.character("/"), .control("u"))
    stage.enter("hi")
    stage.enter("/find w")
    #expect(stage.model.focus == .conversation)
  }

  @Test func findsBackwardsToo() {
    var stage = stage("one", "two", "four", size: 5)
    stage.enter("/find o")
    stage.press(.function(3))
    for (key, hint) in [
      ("n", "“o” at byte 13"), ("n", "“o” at byte 19"), ("N", "“o” at byte 13"),
      ("N", "“o” at byte 4"), ("N", "“o” at byte 19 · wrapped to the end"),
    ] as [(Character, String)] {
      stage.press(.character(key))
      #expect(stage.model.hint?.description == hint)
    }
    #expect(rows(stage, "▸#4 ").count == 1)
  }

  @Test func slashInTheWirePaneAsksWhatToFind() {
    var stage = stage("one")
    stage.press(.function(3), .character("/"))
    stage.type("ne")
    stage.press(.enter)
    #expect(stage.model.hint?.description == "“ne” at byte 5" && stage.effects.isEmpty)
  }

  @Test func theFilterCountsWhatItHides() {
    var stage = Stage.joined(120, 40)
    for at in 0..<3 { stage.take(.wire(.wrote([1, 2, 3, 4], at: at, exact: true))) }
    stage.take(.wire(.peerRead(offset: 0, length: 8, at: 10)))
    stage.take(.wire(.peerRead(offset: 8, length: 3, at: 11)))
    stage.take(.wire(.read([9], at: 12)))
    for (word, hidden, shown) in [
      ("in", 5, "◀ read"), ("out", 1, "▶ write"), ("sticky", 5, "STICKY ×2"),
      ("half", 5, "HALF 3/4"),
    ] {
      stage.enter("/filter \(word)")
      #expect(rows(stage, "only \(word), \(hidden) hidden").count == 1)
      #expect(!rows(stage, shown).isEmpty)
      #expect(rows(stage, " B ").count { $0.contains("#") } == 6 - hidden)
    }
    stage.press(.function(3), .character("f"))
    #expect(stage.model.filter == nil && rows(stage, "hidden").isEmpty)
  }

  @Test func timesCountFromWhereTheyAreToldTo() {
    var stage = Stage.joined(120, 40)
    // 15:02:11.250 is the first byte's time.
    stage.take(.midnight(1_000_000 - 54_131_250_000))
    stage.take(.wire(.read([1], at: 1_000_000)))
    stage.take(.wire(.read([2], at: 1_500_000)))
    stage.take(.wire(.read([3], at: 62_750_000)))
    stage.press(.function(3))
    for (mode, texts) in [
      (TimeMode.delta, ["+0.500 s", "+61.250 s"]), (.relative, ["  0.500 s", "  61.750 s"]),
      (.absolute, ["15:02:11.750", "15:03:13.000"]), (.delta, ["+0.500 s"]),
    ] {
      #expect(stage.model.times == mode)
      for text in texts { #expect(rows(stage, text).count == 1, "\(text)") }
      stage.press(.character("t"))
    }
  }

  @Test func pausedThePaneCountsWhatCame() {
    var stage = stage("one", "two", size: 7)
    stage.press(.function(3), .character("p"))
    #expect(!rows(stage, "paused ↓ PgDn").isEmpty)
    stage.take(.wire(.read([UInt8](repeating: 0, count: 1_204), at: 0)))
    #expect(!rows(stage, "↓ 1 block, 1,204 B since").isEmpty)
    #expect(!stage.screen.contains("read 1,204 B"))
    stage.press(.character(" "))
    #expect(stage.screen.contains("read 1,204 B") && !stage.screen.contains("since"))
  }

  @Test func eitherPaneCanHaveTheWholeScreen() {
    var stage = stage("one")
    stage.enter("/zoom")
    #expect(stage.screen.contains("┌ lobby · length ─") && !stage.screen.contains("wire ▶"))
    stage.press(.function(3))
    #expect(stage.screen.contains("┌ wire ▶") && !stage.screen.contains("12:00:00 one"))
    stage.press(.character("z"))
    #expect(stage.screen.contains("┬ wire ▶") && stage.screen.contains("12:00:00 one"))
  }

  @Test func theCopyHasTheHeaderToo() {
    var stage = stage("one", "two")
    stage.press(.control("p"))
    for format in CopyFormat.allCases { stage.enter("/copy \(format.rawValue)") }
    stage.enter("/copy hex some file")
    func what(_ format: CopyFormat) -> Phrase { .copy(of: .message(at: 7), as: format, bytes: 7) }
    let wanted: [Effect] = [
      .copy("03 00 00 00 74 77 6f\n", file: nil, what: what(.hex)),
      .copy("\u{3}\0\0\0two", file: nil, what: what(.text)),
      .copy(
        """
        const unsigned char message_at_7[7] = {
          0x03, 0x00, 0x00, 0x00, 0x74, 0x77, 0x6f
        };

        """, file: nil, what: what(.c)),
      .copy(
        """
        let message_at_7: [UInt8] = [
          0x03, 0x00, 0x00, 0x00, 0x74, 0x77, 0x6f,
        ]

        """, file: nil, what: what(.swift)),
      .copy("03 00 00 00 74 77 6f\n", file: "some file", what: what(.hex)),
    ]
    #expect(stage.effects == wanted)
    #expect("\(what(.hex))" == "message at 7 as hex, 7 B")
    stage.effects = []
    stage.press(.escape, .function(3), .character("y"))
    #expect(
      stage.model.hint?.description
        == "copied to the terminal's clipboard (OSC 52): read 1 as hex, 14 B")
  }

  @Test func theWordsOfALineAreCopiedAsTheyWereSaid() {
    var stage = Stage.joined(120, 40, framing: .length)
    let event = Event.said(seq: 1, ms: 0, nick: "bob", text: "see *this*\nand that")
    stage.take(.heard(.event(event), at: noon, bytes: 0..<9))
    stage.press(.control("p"))
    stage.enter("/copy text")
    let what = Phrase.copy(of: .words(of: "bob"), as: .text, bytes: 19)
    #expect(stage.effects == [.copy("see *this*\nand that", file: nil, what: what)])
  }

  @Test func controlAndArrowsScrollByARow() {
    var stage = Stage.joined(80, 12, framing: .length)
    for number in 1...40 { stage.hear(.said(seq: number, ms: 0, nick: "bob", text: "<\(number)>")) }
    let last = rows(stage, "<").count
    #expect(stage.screen.contains("<40>"))
    stage.press(.controlUp)
    #expect(!stage.screen.contains("<40>") && stage.screen.contains("<39>"))
    stage.enter("/up 2")
    #expect(!stage.screen.contains("<38>") && stage.screen.contains("<37>"))
    stage.enter("/down 2")
    stage.press(.controlDown)
    #expect(rows(stage, "<").count == last && stage.screen.contains("<40>"))
  }

  @Test func whatFellOffCannotBeCopied() {
    var stage = stage("one")
    stage.press(.control("p"))
    for _ in 0..<5 {
      stage.take(.wire(.read([UInt8](repeating: 0, count: 1 << 18), at: 0)))
    }
    stage.enter("/copy hex")
    #expect(stage.effects.isEmpty && stage.model.hint?.description == "its bytes fell off")
  }

  @Test func lettersAreTextUnlessTheWirePaneHasTheKeys() {
    var stage = stage("one")
    stage.type("pntz /")
    #expect(stage.model.composer.text == "pntz /")
    stage.press(.function(3))
    #expect(view(stage.model).cursor == nil)
    stage.press(.character("x"), .enter, .backspace, .left)
    #expect(stage.model.composer.text == "pntz /" && stage.effects.isEmpty)
    stage.press(.escape)
    stage.type("!")
    #expect(stage.model.composer.text == "pntz /!")
  }

  @Test func aScreenWithoutAWirePaneTakesNoKeysForIt() {
    var stage = stage("one", columns: 39, rows: 9)
    stage.press(.function(3))
    stage.type("p")
    #expect(stage.model.composer.text == "p")
    stage.take(.resized(Size(columns: 120, rows: 40)))
    stage.press(.function(3))
    stage.take(.resized(Size(columns: 39, rows: 9)))
    stage.type("q")
    #expect(stage.model.composer.text == "pq")
  }

  @Test func thePickedBlockStaysPickedWhenOthersComeBeforeIt() {
    var stage = Stage.joined(120, 40)
    stage.take(.wire(.wrote([1], at: 100, exact: true)))
    stage.take(.wire(.read([9], at: 400)))
    stage.press(.function(3), .up)
    stage.take(.wire(.peerRead(offset: 0, length: 1, at: 300)))
    #expect(rows(stage, "▸#1  ◀ read 1 B").count == 1)
  }

  @Test(arguments: [
    (40, 10, "├─ times count from the connection's… ─┤"),
    (30, 8, "\ntimes count from the connecti…\n"),
  ])
  func whatIsTooLongForALineEndsInDots(columns: Int, rows: Int, row: String) {
    var stage = Stage.joined(columns, rows)
    stage.enter("/time relative")
    #expect(stage.screen.contains(row), "\(stage.screen)")
  }
}
