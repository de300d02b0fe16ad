import ChatRoom
import ChatWire
import NIOCore
import Testing

@testable import ChatService

@Suite struct ScribeTests {
  private static func said(_ text: String) -> Entry {
    .said(Utterance(number: 7, time: 1_700_000_000_000, nick: "ann", text: Array(text.utf8)))
  }

  private func messages(
    _ view: View, maxFrame: Int = 65_536, _ write: (Scribe, inout Encoding) -> Void
  )
    -> [String]
  {
    var encoding = Encoding()
    write(Scribe(view, maxFrame: maxFrame), &encoding)
    if view.isPackets {
      return encoding.ends.indices.compactMap { encoding.packet($0).map { String(buffer: $0) } }
    }
    var reader = MessageReader(framing: view.framing, limit: .max)
    reader.receive(encoding.bytes)
    var messages: [String] = []
    while let message = try? reader.next() { messages.append(String(buffer: message)) }
    return messages
  }

  @Test(arguments: [
    (View.lengthEvents, ["/said 7 1700000000000 ann hi\nthere"]),
    (.lineEvents, ["/said 7 1700000000000 ann hi", "/said 7 1700000000000 ann there"]),
    (.lengthLines, ["ann: hi", "ann: there"]),
    (.lineLines, ["ann: hi", "ann: there"]),
    (.raw, ["ann: hi\nthere"]),
    (.datagram, ["/said 7 1700000000000 ann hi\nthere"]),
  ])
  func aTextOfTwoLines(view: View, expected: [String]) {
    #expect(messages(view) { $0.write(ScribeTests.said("hi\nthere"), to: &$1) } == expected)
  }

  @Test func aFrameIsItsLengthAndItsPayload() {
    var encoding = Encoding()
    Scribe(.lengthLines, maxFrame: 65_536).write(ScribeTests.said("hi"), to: &encoding)
    #expect(Array(buffer: encoding.bytes) == [7, 0, 0, 0] + Array("ann: hi".utf8))
  }

  @Test(arguments: [
    (Entry.joined(["a"]), "/joined a", "*** a joined"),
    (.joined(["a", "b"]), "/joined a b", "*** a and b joined"),
    (.joined(["a", "b", "c"]), "/joined a b c", "*** a, b and c joined"),
    (.joined(["a", "b", "c", "d"]), "/joined a b c d", "*** a, b and 2 others joined"),
    (.left("a", reason: "quit"), "/left a quit", "*** a left (quit)"),
    (.renamed("a", to: "b"), "/renamed a b", "*** a is now b"),
    (.notice("n n"), "/notice n n", "*** n n"),
  ])
  func whatTheSystemSays(entry: Entry, event: String, line: String) {
    for view in View.allCases {
      #expect(messages(view) { $0.write(entry, to: &$1) } == [view.isEvents ? event : line])
    }
  }

  @Test func aDeedHasNoColon() {
    let entry = Entry.did(Utterance(number: 1, time: 2, nick: "ann", text: Array("waves".utf8)))
    #expect(messages(.raw) { $0.write(entry, to: &$1) } == ["* ann waves"])
    #expect(messages(.lineEvents) { $0.write(entry, to: &$1) } == ["/did 1 2 ann waves"])
  }

  /// Every message keeps the bound of its view, and nothing of the text is lost on a stream.
  @Test(arguments: View.allCases.filter { $0 != .raw })
  func boundsAreKept(view: View) {
    let text = String(repeating: "\u{1b}你", count: 300) + String(repeating: "x", count: 900)
    let all = messages(view, maxFrame: 1_000) { $0.write(ScribeTests.said(text), to: &$1) }
    let bound = view == .datagram ? 1_200 : view.framing == .length ? 1_256 : 1_064
    #expect(all.count > (view == .datagram ? 0 : 1))
    #expect(all.allSatisfy { $0.utf8.count <= bound })
    let prefix = view.isEvents ? "/said 7 1700000000000 ann " : "ann: "
    #expect(all.allSatisfy { $0.hasPrefix(prefix) })
    let heard = all.map { $0.dropFirst(prefix.count) }.joined()
    if view == .datagram {
      #expect(heard.hasSuffix("…"))
    } else {
      #expect(heard == (view.isEvents ? text : text.replacing("\u{1b}", with: "^[")))
    }
  }

  @Test(arguments: [View.lengthEvents, .lineEvents, .lineLines])
  func namesFitHoweverSmallAFrameIs(view: View) {
    let names = (1...9).map { String(repeating: "\u{1F600}", count: 15) + "\($0)" }
    let all = messages(view, maxFrame: 1) { $0.write(Event.names(count: 9, names), to: &$1) }
    #expect(
      all.flatMap { $0.split(separator: " ").map(String.init) }.filter(names.contains) == names)
  }

  @Test func linesLoseTheirEnds() {
    let expected = ["ann: a", "ann: b"]
    #expect(messages(.lineLines) { $0.write(ScribeTests.said("a\r\nb\r\n"), to: &$1) } == expected)
  }

  @Test func namesOfADatagramFitIt() {
    let names = (100..<400).map { "somebody-\($0)" }
    let all = messages(.datagram) { $0.write(Event.names(count: 300, names), to: &$1) }
    #expect(all.count > 1)
    #expect(all.allSatisfy { $0.hasPrefix("/names 300 somebody-") && $0.utf8.count <= 1_200 })
    #expect(all.flatMap { $0.split(separator: " ").dropFirst(2).map(String.init) } == names)
  }

  @Test(arguments: [
    ("plain", true), ("tab\t", true), ("你好 👩‍👩‍👧‍👦", true), ("\u{a0}é", true), ("\u{9b}", false),
    ("\u{1b}", false), ("a\nb", false), ("\u{7f}", false),
  ])
  func simpleTextsGoAsTheyAre(text: String, isSimple: Bool) {
    #expect(TextBytes.isSimple(Array(text.utf8)) == isSimple)
  }

  @Test(
    arguments: [[0xff], [0xc2], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0x61, 0xe4, 0xbd]] as [[UInt8]])
  func whatIsNoUTF8IsNotSimple(bytes: [UInt8]) {
    #expect(!TextBytes.isSimple(bytes))
    #expect(TextBytes.firstInvalid(TextBytes.repaired(bytes).span) == nil)
  }

  /// A piece of it could be taken for another event.
  @Test(arguments: [View.lengthEvents, .lineEvents]) func anEventThatIsTooLongIsCut(view: View) {
    let reason = String(repeating: "😀", count: 100) + "/said 1 1 root forged"
    for event in [
      Event.left("ann", reason: reason), .topic(nick: "ann", text: reason),
      .inRoom("r", .left("ann", reason: reason)),
    ] {
      let messages = messages(view, maxFrame: 100) { $0.write(event, to: &$1) }
      #expect(messages.count == 1 && messages[0].hasSuffix("😀…"))
    }
    let notices = messages(view, maxFrame: 100) { $0.write(Event.notice(reason), to: &$1) }
    #expect(notices.count > 1 && notices.allSatisfy { $0.hasPrefix("/notice ") })
  }

  /// Each line has a number, a time and a name in front of it.
  @Test(arguments: [View.lineEvents, .lineLines, .lengthLines]) func manyLinesAreABoundedNumber(
    view: View
  ) {
    let text = String(repeating: "\n", count: 65_536)
    let messages = messages(view) { $0.write(ScribeTests.said(text + "end"), to: &$1) }
    let ends = messages.dropFirst(TextBytes.mostLines - 1).joined()
    #expect(messages.count < TextBytes.mostLines + 100)
    #expect(ends.hasSuffix("^J^Jend"))
    #expect(
      TextBytes.lines(Array("a\r\nb\n\n".utf8)) == ["a", "b", ""].map { Array($0.utf8)[...] })
  }

  /// Each of them at each place of the eight bytes that are looked at together, and behind them.
  @Test(arguments: [
    ("\u{1b}", false), ("\n", false), ("\u{7f}", false), ("\u{80}", false), ("\u{9f}", false),
    ("\t", true), (" ", true), ("~", true), ("\u{a0}", true), ("é", true), ("你", true), ("😀", true),
  ])
  func controlsAreFoundWhereverTheyAre(sign: String, isSimple: Bool) {
    for before in 0..<20 {
      for after in 0..<20 {
        let text =
          String(repeating: "x", count: before) + sign + String(repeating: "ü", count: after)
        #expect(TextBytes.isSimple(Array(text.utf8)) == isSimple, "\(before) \(after)")
      }
    }
    #expect(!TextBytes.isSimple(Array(sign.utf8) + [0xc2]))
  }
}
