import ChatScreen
import ChatWire
import Testing

/// Whatever comes in whatever order, nothing traps and every screen is whole.
@Suite struct PropertyTests {
  /// SplitMix64 (Steele, Lea, Flood 2014), so that a failure can be repeated by its seed.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  private static let texts = [
    "", "hi", "a b  c", "你好吗", "👩\u{200d}👩\u{200d}👧\u{200d}👦🇩🇪❤\u{fe0f}", "\u{1b}[2J\u{9b}",
    "\u{202e}x",
    "x\ny\r\nz\n", String(repeating: "\u{301}", count: 40),
    String(repeating: "longword", count: 60),
    "/burst 3 x", "/framing", "/clear", "/nope", "/help", "/find o", "/find hex 00", "/filter half",
    "/filter out", "/zoom",
    "/zoom wire", "/copy c", "/search o", "/older", "/top", "/unread", "/joins", "/width 20",
    "/timestamps", "/ignore hi", "/line up", "/block up", "/time", "/pause", "/next", "/previous",
    "//x", "क्षि", "\u{1112}\u{1161}\u{11ab}",
    "\r\n",
  ]

  private static let keys: [Key] =
    (Keymap.bindings + WireKeys.bindings).flatMap(\.keys) + [
      .escape, .tab, .alt("x"), .insert, .function(9), .focused, .unfocused,
      .paste("one\ntwo \u{1b}[A 你好 https://example.org/"),
    ]
    + "aé你🙂\u{301}\u{200d}🇩".unicodeScalars.map { Key.character(Character($0)) }

  private func message(_ dice: inout Dice) -> Message {
    let text = Self.texts.randomElement(using: &dice) ?? ""
    let bytes = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
      UInt8.random(in: 0...255, using: &dice)
    }
    let at = Int.random(in: -5...1_000_000, using: &dice)
    let number = [Int.min, -1, 0, 1, 17, 400, .max].randomElement(using: &dice) ?? 0
    let framing = Framing.allCases.randomElement(using: &dice) ?? .raw
    let endpoint = Endpoint(framing: framing, host: "127.0.0.1", port: 1)
    switch Int.random(in: 0..<15, using: &dice) {
    case 0...4: return .key(Self.keys.randomElement(using: &dice) ?? .enter)
    case 5:
      let columns = Int.random(in: 0...130, using: &dice)
      return .resized(Size(columns: columns, rows: Int.random(in: 0...45, using: &dice)))
    case 6: return .input(text)
    case 7: return .link(.joined(endpoint, nick: text, foreign: number == 1))
    case 8:
      return .link(.waiting(endpoint, seconds: Double(number) / 3, reason: Phrase(verbatim: text)))
    case 9: return .heard(.event(.said(seq: 1, ms: 1, nick: text, text: text)), at: noon)
    case 10: return .heard(.rawRead(bytes), at: noon)
    case 11: return .wire(.wrote(bytes, at: at, exact: number == 0))
    case 12: return .wire(.read(bytes, at: at))
    case 13: return .wire(.peerRead(offset: number, length: bytes.count, at: at))
    default:
      return .wire(number == 0 ? .opened(framing) : .peerWrote(offset: at, length: number, at: at))
    }
  }

  private let noon = WallTime(hour: 12, minute: 0, second: 0)

  /// Whether a row has each of its columns once, and every cell the width of its text.
  private func isWhole(_ cells: ArraySlice<Grid.Cell>, _ columns: Int) -> Bool {
    cells.count == columns && cells.reduce(0) { $0 + $1.width } == columns
      && cells.allSatisfy { $0.width == ($0.text.isEmpty ? 0 : CellWidth.of($0.text)) }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func everyScreenIsWhole(seed: UInt64) {
    var dice = Dice(state: seed)
    var stage = Stage.joined(100, 30)
    for _ in 0..<150 {
      stage.take(message(&dice))
      let grid = view(stage.model)
      #expect(grid.size == stage.model.size)
      #expect((0..<grid.size.rows).allSatisfy { isWhole(grid[row: $0], grid.size.columns) })
      if let cursor = grid.cursor {
        #expect((0..<grid.size.rows).contains(cursor.row))
        #expect((0..<grid.size.columns).contains(cursor.column))
      }
    }
  }

  @Test(arguments: [
    (1, 1), (2, 2), (39, 40), (40, 9), (40, 10), (99, 30), (100, 10), (250, 80), (0, 0),
  ])
  func everySizeHasItsScreen(columns: Int, rows: Int) {
    for scene in Scene.allCases {
      var stage = scene.stage(columns, rows)
      #expect(view(stage.model).size == Size(columns: columns, rows: rows))
      stage.press(.pageUp, .function(1), .pageDown, .escape, .function(3), .pageUp)
      stage.take(.resized(Size(columns: 1, rows: 1)))
      _ = view(stage.model)
      stage.take(.resized(Size(columns: columns, rows: rows)))
      #expect(view(stage.model).size == Size(columns: columns, rows: rows))
    }
  }

  /// The frame's lines are where they belong, whatever the text beside them.
  @Test func theDividerIsStraight() {
    for scene in Scene.allCases where scene.stage(100, 30).model.page == nil {
      for (columns, rows) in [(100, 30), (120, 40), (170, 50)] {
        let model = scene.stage(columns, rows).model
        let (layout, grid) = (model.layout, view(model))
        for row in layout.conversation.rows {
          let cells = Array(grid[row: row])
          #expect(cells[0].text == "│" && cells[columns - 1].text == "│")
          #expect(layout.divider.map { cells[$0].text } == "│")
        }
      }
    }
  }
}
