import ChatWire
import Testing

@testable import ChatScreen

@Suite struct PageTests {
  private func frame(_ text: String) -> [UInt8] {
    [UInt8(text.utf8.count), 0, 0, 0] + Array(text.utf8)
  }

  private func stage(framing: Framing = .length, _ entries: WireEntry...) -> Stage {
    var stage = Stage.joined(120, 60, framing: framing)
    for entry in entries { stage.take(.wire(entry)) }
    return stage
  }

  /// The text of one of the five columns of `/decode`, its rows run together.
  private func column(_ number: Int, _ stage: Stage) -> String {
    var texts: [String] = []
    for row in stage.screen.split(separator: "\n").dropFirst(3).prefix(while: { $0.first == "│" }) {
      let parts = row.split(separator: "│", omittingEmptySubsequences: false)
      guard parts.count > number + 1 else { continue }
      let words = parts[number + 1].split(separator: " ")
      if !words.isEmpty { texts.append(words.joined(separator: " ")) }
    }
    return texts.joined(separator: " ")
  }

  @Test func fiveReadBigEndianIsEightyThreeMillion() {
    var stage = stage(.wrote(frame("Hello"), at: 0, exact: true))
    stage.enter("/decode")
    #expect(column(3, stage) == "length LE ✓ this port 1 message 1 Hello")
    #expect(
      column(4, stage)
        == "length BE 0 messages ! 83,886,080 (05 00 00 00) is over 65,536; "
        + "as LE it is 5; 5 B behind it are lost")
  }

  /// Nothing that a decoder says is wider than its column.
  @Test(arguments: [94, 100, 101, 120, 121, 140], Language.allCases)
  func theColumnsOfTheDecodersAreStraight(columns: Int, language: Language) {
    let long = Array(repeating: UInt8(0xff), count: 60_000)
    let bytes = [frame("Hello"), Array("length\n".utf8), long]
    for framing in [Framing.raw, .line, .length, .udp] {
      for text in bytes {
        var stage = Stage.joined(columns, 40, framing: framing)
        stage.model.language = language
        stage.take(.wire(.wrote(text, at: 0, exact: true)))
        stage.enter("/decode fixed 65536")
        let grid = view(stage.model)
        let room = (columns - 16) / 5
        let dividers = [0] + (1..<5).map { $0 * (room + 3) } + [columns - 1]
        for row in 4..<20 {
          let places = grid[row: row].enumerated().filter { $0.element.text == "│" }.map(\.offset)
          #expect(places == dividers || places == [0, columns - 1])
        }
        #expect(dividers.allSatisfy { grid[row: 3][3 * columns + $0].text == "│" })
      }
    }
  }

  @Test(arguments: [100, 120, 160], Language.allCases)
  func theBytesOfALengthStayTogether(columns: Int, language: Language) {
    var stage = Stage.joined(columns, 40, framing: .length)
    stage.model.language = language
    stage.take(.wire(.wrote(Array("/nick hello".utf8), at: 0, exact: true)))
    stage.enter("/decode")
    #expect(stage.screen.contains("2f 6e 69 63"))
    #expect(!stage.screen.contains("\u{a0}"))
  }

  @Test func lettersTakenForALengthAreSaid() {
    var stage = stage(framing: .raw, .wrote(Array("Hello, you".utf8), at: 0, exact: true))
    stage.enter("/decode fixed 4")
    #expect(column(0, stage) == "none: a read ✓ this port 1 message 1 Hello, you")
    #expect(column(2, stage) == "fixed: 4 B 2 messages 1 Hell 2 o, y … waits: 2 of 4 B")
    #expect(column(3, stage).contains("1,819,043,144 (48 65 6c 6c)"))
    #expect(column(3, stage).contains("'Hell'"))
  }

  @Test func aCharacterCutByTwoReadsIsTornOnlyInTheNaiveProgram() {
    let bytes = frame("你好")
    var stage = stage(.read(Array(bytes[..<6]), at: 0), .read(Array(bytes[6...]), at: 1))
    stage.enter("/decode in")
    #expect(column(0, stage).contains("\u{fffd}") && column(0, stage).contains("not UTF-8"))
    #expect(column(3, stage) == "length LE ✓ this port 1 message 1 你好")
    stage.press(.escape, .function(3), .up, .up, .character("d"))
    #expect(column(3, stage) == "length LE ✓ this port 0 messages … waits: 6 of 10 B")
  }

  @Test func theServersReadsCutWhatWeWrote() {
    var stage = stage(
      .wrote(frame("one"), at: 0, exact: true), .wrote(frame("two"), at: 1, exact: true),
      .wrote(frame("three"), at: 2, exact: true))
    stage.enter("/decode")
    #expect(stage.screen.contains("in 3 writes of ours; the server's reads are not known"))
    stage.press(.escape)
    stage.take(.wire(.peerRead(offset: 0, length: 14, at: 3)))
    stage.enter("/decode out")
    #expect(stage.screen.contains("▶ 14 B from byte 0, in 1 read of the server."))
  }

  @Test func theLastBytesMayBeginInsideAMessage() {
    var stage = stage(.wrote(frame("Hello"), at: 0, exact: true))
    stage.enter("/decode last 3")
    #expect(stage.screen.contains("▶ 3 B from byte 6, in 1 write of ours"))
    #expect(stage.screen.contains("They begin inside a message."))
  }

  /// What is typed on a page is typed in the line: a command that lost its slash would be said to everybody.
  @Test(arguments: [Key.function(1), .alt("h")])
  func theKeyThatClosesAPageIsTyped(key: Key) {
    for line in ["/msg bob my secret", "//x", "hi", "你好", " x"] {
      var stage = stage(.wrote(frame("Hello"), at: 0, exact: true))
      stage.enter("/keys Alt+h /layers")
      stage.press(key)
      #expect(stage.model.page != nil)
      stage.effects = []
      stage.type(line)
      #expect(stage.model.page == nil && stage.model.composer.text == line)
      stage.press(.enter)
      #expect(stage.effects == [.send(line)])
    }
  }

  @Test func aKeyThatIsNoTextOnlyClosesThePage() {
    var stage = stage()
    stage.type("draft")
    for key in [Key.enter, .escape, .backspace, .tab, .control("u"), .function(2)] {
      stage.press(.function(1), key)
      #expect(stage.model.page == nil && stage.model.composer.text == "draft")
    }
    #expect(!stage.effects.contains(.send("draft")))
  }

  /// Neither the wire pane's letters nor those of a replay are text.
  @Test func lettersThatAreNoTextOnlyCloseThePage() {
    var stage = stage(.wrote(frame("Hello"), at: 0, exact: true))
    stage.press(.function(3), .character("d"), .character("d"))
    #expect(stage.model.page == nil && stage.model.composer.isEmpty && stage.model.hint == nil)
    let replay = Replay(name: "a.pcapng", steps: [Replay.Step([], at: 0)])
    stage.model = Model(size: Size(columns: 80, rows: 24), replay: replay)
    for key in [Key.character("a"), .character(" ")] {
      stage.press(.function(1), key)
      #expect(stage.model.page == nil && stage.model.composer.isEmpty)
    }
    stage.press(.function(1))
    stage.type("/find")
    #expect(stage.model.composer.text == "/find")
  }

  @Test(arguments: [
    "/decode up", "/decode fixed", "/decode fixed 0", "/decode last x", "/layers 3",
  ])
  func wrongArgumentsGetTheUsage(line: String) {
    guard case .wrong = ClientCommand.read(line) else {
      Issue.record("\(line) was taken")
      return
    }
  }

  @Test func withoutBytesThereIsNoPage() {
    for line in ["/decode", "/layers"] {
      var stage = stage()
      stage.enter(line)
      #expect(stage.model.page == nil && stage.model.hint != nil)
    }
  }

  @Test func aDatagramHasEightBytesOfUDPAndIsPaddedOnEthernet() {
    var stage = stage(framing: .udp, .wrote(Array("hi".utf8), at: 0, exact: true))
    stage.enter("/layers")
    let screen = stage.screen
    #expect(screen.contains("│ Ethernet 14 │ IPv4 20 │ UDP 8 │ data 2 │ padding 16 │ FCS 4 │"))
    #expect(screen.contains("UDP  8 B  RFC 768") && screen.contains("17 UDP"))
    #expect(screen.contains("payload 2 B + overhead 28 B = 30 B, overhead 93.3 %"))
    // The shortest frame of IEEE 802.3.
    #expect(screen.contains("= 64 B"))
  }

  /// Each column stands where it began, and every word is there.
  @Test(
    arguments: [(60, 20), (56, 20), (72, 30), (80, 24), (100, 30), (120, 40)], Language.allCases)
  func theColumnsOfTheLayersAreStraight(size: (Int, Int), language: Language) {
    var stage = Stage.joined(size.0, size.1)
    stage.model.language = language
    stage.take(.wire(.wrote(Array("hi".utf8), at: 0, exact: true)))
    stage.enter("/layers")
    guard let page = PagePane(model: stage.model) else { return }
    let words = Set(Layer.Source.allCases.map { Phrase.source($0)[language] })
    let fields = page.rows.filter { $0.spans.last.map { words.contains($0.text) } == true }
    #expect(fields.count > 20)
    #expect(Set(fields.map { $0.width - CellWidth.of($0.spans.last?.text ?? "") }).count == 1)
    for row in page.rows { #expect(row.width <= page.area.width, "\(row.text)") }
  }

  @Test(arguments: [20, 30, 40, 50])
  func theLayersFitInNarrowScreens(columns: Int) {
    var stage = Stage.joined(columns, 20)
    stage.take(.wire(.wrote(Array("hi".utf8), at: 0, exact: true)))
    stage.enter("/layers")
    guard let page = PagePane(model: stage.model) else { return }
    for row in page.rows { #expect(row.width <= page.area.width, "\(row.text)") }
    let text = page.rows.map(\.text).joined(separator: "\n")
    #expect(text.contains("│ FCS 4 │") && text.contains("~ not captured"))
  }

  @Test func moreThanOneSegmentIsCounted() {
    var stage = stage(.wrote([UInt8](repeating: 0, count: 3_000), at: 0, exact: true))
    stage.take(
      .wire(
        .link(
          LinkFacts(
            localHost: "2001:db8::1", localPort: 5, remoteHost: "2001:db8::2", remotePort: 6,
            mssOut: 1_428, mssIn: 1_428, pathMTU: 1_500, roundTrip: 1, hasTimestamps: true,
            hasSack: false))))
    stage.enter("/layers")
    let screen = stage.screen
    #expect(screen.contains("3 segments; the headers of the first are shown"))
    #expect(screen.contains("IPv6  40 B  RFC 8200") && screen.contains("2001:db8::2"))
    #expect(screen.contains("as IP packets: payload 3,000 B + overhead 216 B = 3,216 B"))
    #expect(screen.contains("as Ethernet frames, 3 frames: payload 3,000 B + overhead 270 B"))
    #expect(screen.contains("inferred, not captured"))
  }

  @Test func aReadOfOursHasTheServersPortAsItsSource() {
    var stage = stage(.read(frame("Hello"), at: 0))
    stage.enter("/layers")
    let rows = stage.screen.split(separator: "\n")
    #expect(rows.contains { $0.contains("source port") && $0.contains("30000") })
    #expect(rows.contains { $0.contains("destination port") && $0.contains("51234") })
    #expect(stage.screen.contains("options, up to 40 B, are not known"))
  }
}
