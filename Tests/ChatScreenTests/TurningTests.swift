import ChatScreen
import ChatWire
import Testing

/// Knobs and ways of sending, from the typed line to the effect and the status line.
@Suite struct TurningTests {
  private let endpoint = Endpoint(framing: .raw, host: "127.0.0.1", port: 20_000)

  @Test func knobsGoToTheEndThatIsMeant() {
    var stage = Stage.joined(100, 30)
    for line in ["/late 200", "/late 200 here", "/nagle on", "/rbuf 5", "/quickack off here"] {
      stage.enter(line)
    }
    #expect(
      stage.effects == [
        .knob(Knobs(late: 200), .there), .knob(Knobs(late: 200), .here),
        .knob(Knobs(noDelay: false), .here), .knob(Knobs(noDelay: false), .there),
        .knob(Knobs(readSize: 5), .there), .knob(Knobs(quickAck: false), .here),
      ])
  }

  @Test func whereNobodyTurnsTheServersEndThatIsSaid() {
    var stage = Stage(220, 30)
    stage.enter("/late 200")
    #expect(stage.screen.contains("no connection: nobody there turns knobs"))
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: false)))
    stage.enter("/late 200")
    #expect(stage.screen.contains("the server tells nothing of its end: nobody there turns"))
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: true)))
    stage.enter("/rbuf 5")
    #expect(stage.screen.contains("no WireChat server: nobody there turns knobs"))
    #expect(stage.effects.isEmpty)
    stage.enter("/nagle on")
    #expect(stage.effects == [.knob(Knobs(noDelay: false), .here)])
    #expect(stage.screen.contains("turned here only"))
  }

  @Test func whatIsSentGoesOutAsTheKnobsSay() {
    var stage = Stage.joined(100, 30, framing: .length)
    for line in ["/gap 20", "/slice 3 10", "/split-header on", "/cork on", "/flip 2"] {
      stage.enter(line)
    }
    var sending = Sending()
    sending.gap = 20
    sending.slice = Sending.Slice(bytes: 3, pause: 10)
    sending.splitHeader = true
    sending.cork = true
    sending.damage = .flip(2)
    #expect(stage.effects.last == .sending(sending))
    stage.enter("hello")
    sending.damage = nil
    #expect(stage.effects.last == .send("hello"))
    #expect(stage.model.sending == sending)
    stage.enter("/slice off")
    sending.slice = nil
    #expect(stage.effects.last == .sending(sending))
  }

  @Test func damageThatIsImpossibleKeepsTheText() {
    var stage = Stage.joined(100, 30, framing: .length)
    stage.enter("/flip 9")
    stage.effects = []
    stage.enter("hello")
    #expect(stage.effects.isEmpty && stage.model.composer.text == "hello")
    #expect(stage.screen.contains("not sent: 9 B on the wire have no byte 9; /flip off sends them"))
    stage.type("!")
    stage.press(.enter)
    #expect(stage.effects == [.send("hello!")])
  }

  @Test func nothingWouldBeLeft() {
    var stage = Stage.joined(100, 30)
    stage.enter("/drop 0")
    stage.effects = []
    stage.enter("x")
    #expect(stage.effects.isEmpty && stage.screen.contains("nothing would be left of it"))
  }

  @Test func aRaceNeedsAServerOfOurKindAndAShortText() {
    var stage = Stage.joined(220, 30)
    stage.enter("/race 20 hi")
    #expect(stage.effects == [.race(count: 20, text: "hi")])
    stage.enter("/race 20 " + String(repeating: "x", count: 1_195))
    #expect(stage.screen.contains("no race: 1,201 bytes with /ping, udp takes 1,200"))
    stage.press(.control("u"))
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: true)))
    stage.enter("/race 20 hi")
    #expect(stage.effects.count == 1)
    #expect(stage.screen.contains("no WireChat server: there are no three ports"))
  }

  @Test func aTableStandsAsItIs() {
    var stage = Stage.joined(100, 30)
    let lines = ["     sent read", "len    20    2"].map { Phrase(verbatim: $0) }
    stage.take(.heard(.table(lines), at: WallTime(hour: 1, minute: 2, second: 3)))
    #expect(
      stage.screen.contains("│      sent read ") && stage.screen.contains("│ len    20    2 "))
  }

  private static let table = Phrase.lines(
    of: RaceTable([
      RaceTable.Row(
        .length,
        .measured(RaceTable.Tally(count: 20, size: 5, reads: [0..<8, 8..<90], messages: 20))),
      RaceTable.Row(.udp, .unknown(.isOff)),
    ]))

  private func heard(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows)
    stage.take(.heard(.table(Self.table), at: WallTime(hour: 1, minute: 2, second: 3)))
    return stage
  }

  @Test func columnsWithoutRoomGoOnBelow() {
    let rows = heard(30, 12).screen.split(separator: "\n").map(String.init)
    #expect(
      Array(rows.prefix(5)) == [
        "     sent read msgs sticky", "len    20    2   20      2", "udp ? off at this server",
        "     half lost", "len     2    2",
      ])
  }

  @Test func theHeadEndsWhereItsNumbersDo() {
    func ends(_ line: String) -> [Int] {
      var (ends, column, before) = ([Int](), 0, Character(" "))
      for character in line + " " {
        if character == " ", before != " " { ends.append(column) }
        column += CellWidth.of(character)
        before = character
      }
      return ends
    }
    let numbers = ends(Self.table[1][.english]).dropFirst()
    #expect(ends(Self.table[0][.english]) == Array(numbers))
    #expect(ends(Self.table[0][.chinese]) == Array(numbers))
  }

  @Test func aTableIsBrightAndSeenWhenItComes() {
    var stage = heard(100, 14)
    let grid = view(stage.model)
    let row = (0..<14).first { grid.text(row: $0).contains("len    20") }
    #expect(row.map { grid[row: $0].dropFirst(2).first?.style } == .plain)
    for number in 0..<30 { stage.hear(.notice("line \(number)")) }
    stage.press(.pageUp)
    stage.take(.heard(.table(Self.table), at: WallTime(hour: 1, minute: 2, second: 3)))
    #expect(stage.screen.contains("len    20"))
  }

  @Test func theStatusLineSaysWhatDeparts() {
    var stage = Stage.joined(160, 30)
    stage.enter("/late 200 here")
    #expect(!stage.screen.contains("here: late 200 ms"))
    stage.take(.link(.turned(Knobs(late: 200, readSize: 5, noDelay: false))))
    var observed = Observed(framing: .raw, port: 1, nick: "alice", readSize: 5)
    observed.late = 1_500
    observed.quickAck = false
    stage.take(.link(.observed(observed)))
    #expect(
      stage.screen.contains(
        " joined · there: late 1,500 ms read 5 nagle off quickack off"
          + " · here: late 200 ms read 5 nagle on"))
    stage.take(.resized(Size(columns: 140, rows: 30)))
    #expect(
      stage.screen.contains(
        " joined · there: late 1,500 ms read 5 quickack off"
          + " · here: late 200 ms read 5 nagle on  F1 help  F2 framing │"))
    stage.take(.resized(Size(columns: 110, rows: 30)))
    #expect(
      stage.screen.contains(
        "│ alice · raw · joined · there: late 1,500 ms read 5 quickack off"
          + " · here: late 200 ms read 5 nagle on "))
    stage.take(.resized(Size(columns: 70, rows: 20)))
    #expect(stage.screen.contains("│ raw · joined · there: late 1,500 ms read 5 quickack off · … "))
    stage.take(.link(.turned(Knobs(late: 0, noDelay: true))))
    #expect(
      stage.screen.contains("│ alice · raw · joined · there: late 1,500 ms read 5 quickack off "))
    stage.take(.resized(Size(columns: 50, rows: 20)))
    #expect(stage.screen.contains("│ raw · joined · there: late 1,500 ms read 5 … "))
  }

  @Test(arguments: [
    (Framing.length, 65_536, "│ alice · length · joined "),
    (.raw, 1_024, "│ raw · joined · there: read 1024 "),
    (.line, 9, "│ line · joined · there: read 9 "),
  ])
  func onANarrowScreenTheNameGivesWayToWhatDepartsOnly(
    framing: Framing, readSize: Int, words: String
  ) {
    var stage = Stage.joined(40, 20, framing: framing)
    let observed = Observed(framing: framing, port: 1, nick: "alice", readSize: readSize)
    stage.take(.link(.observed(observed)))
    #expect(stage.screen.contains(words))
  }

  @Test(arguments: [
    ("/gap 20", "gap 20 ms"), ("/slice 3", "slice 3 "), ("/slice 3 20", "slice 3/20 ms"),
    ("/split-header on", "split"), ("/cork on", "cork"), ("/flip 0", "flip 0 next"),
    ("/drop 3", "drop 3 next"),
  ])
  func theStatusLineSaysHowMessagesGoOut(line: String, words: String) {
    var stage = Stage.joined(140, 30)
    stage.enter(line)
    #expect(stage.screen.contains("both: late 0 nagle off · there: read 1024 · \(words)"))
    stage.take(.resized(Size(columns: 60, rows: 20)))
    #expect(stage.screen.contains("joined · there: read 1024 · \(words)"))
  }

  @Test func aForeignServersEndIsUnknown() {
    var stage = Stage(120, 30)
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: true)))
    #expect(stage.screen.contains("connected · there: ? · here: late 0 nagle off"))
  }
}
