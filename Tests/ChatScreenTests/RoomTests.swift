import ChatScreen
import ChatWire
import Testing

/// Several rooms on one screen.
@Suite struct RoomTests {
  /// Somebody in the lobby and in `swift`, which is shown.
  private func inSwift(_ columns: Int = 120, _ rows: Int = 20) -> Stage {
    var stage = Stage.joined(columns, rows, framing: .length)
    stage.hear(.welcome(connection: "0.1", nick: "alice", room: "lobby", next: 1))
    stage.enter("/join Swift")
    stage.hear(.inRoom("swift", .welcome(connection: "0.1", nick: "alice", room: "swift", next: 1)))
    stage.hear(.inRoom("swift", .names(count: 2, ["alice", "bob"])))
    return stage
  }

  private func said(_ text: String, by nick: String = "bob") -> Event {
    .said(seq: 1, ms: 5, nick: nick, text: text)
  }

  @Test func whoJoinsIsThere() {
    let stage = inSwift()
    #expect(stage.effects == [.send("/join swift")])
    #expect(stage.model.room == "swift")
    #expect(stage.screen.contains("┌ swift · length"))
    #expect(stage.screen.contains("alice · 1 lobby  [2 swift] · "))
    #expect(stage.screen.contains("2 here: alice bob"))
  }

  @Test func wordsGoToTheRoomThatIsShown() {
    var stage = inSwift()
    stage.effects = []
    for line in ["hi", "//me", "/me waves", "/who", "/history 5", "/nick ann", "/msg bob x"] {
      stage.enter(line)
    }
    stage.enter("/burst 2 x")
    stage.press(.alt("1"))
    stage.enter("there")
    #expect(
      stage.effects == [
        .send("/in swift hi"), .send("/in swift //me"), .send("/in swift /me waves"),
        .send("/in swift /who"), .send("/in swift /history 5"), .send("/nick ann"),
        .send("/msg bob x"), .burst(count: 2, text: "/in swift x"), .send("there"),
      ])
  }

  @Test func eachRoomHasItsOwnConversationAndWhatIsUnreadIsCounted() {
    var stage = inSwift()
    stage.hear(said("to the lobby"))
    stage.hear(said("alice: and you?"))
    stage.hear(.inRoom("swift", said("to swift")))
    stage.hear(.joined(["carl"]))
    #expect(!stage.screen.contains("to the lobby"))
    #expect(stage.screen.contains("bob: to swift"))
    #expect(stage.screen.contains("1 lobby 2!  [2 swift]"))
    #expect(stage.effects.contains(.bell))
    stage.press(.alt("1"))
    #expect(stage.screen.contains("bob: to the lobby"))
    #expect(stage.screen.contains("unread"))
    #expect(!stage.screen.contains("to swift"))
    #expect(stage.screen.contains("[1 lobby]  2 swift ·"))
  }

  @Test func theServersOwnWordsAreSeenInEveryRoom() {
    var stage = inSwift()
    stage.hear(.notice("pens down"))
    #expect(stage.screen.contains("*** pens down"))
    stage.press(.alt("1"))
    #expect(stage.screen.contains("*** pens down"))
  }

  /// The list of those who are here came before the batch that tells of their coming.
  @Test func whoWasListedIsNotToldToHaveJoined() {
    var stage = inSwift()
    stage.hear(.inRoom("swift", .joined(["alice", "bob", "carl"])))
    #expect(stage.screen.contains("*** alice and carl joined"))
    stage.hear(.inRoom("swift", .joined(["bob"])))
    #expect(!stage.screen.contains("bob joined"))
  }

  @Test(arguments: [
    ([Key.alt("2")], "swift"), ([.alt("1")], "lobby"), ([.altDown], "go"), ([.altRight], "go"),
    ([.altUp], "lobby"), ([.altLeft, .altLeft], "go"), ([.altDown, .altDown], "lobby"),
    ([.alt("9")], "swift"),
  ])
  func keys(keys: [Key], room: String) {
    var stage = inSwift()
    stage.hear(.inRoom("go", .welcome(connection: "0.1", nick: "alice", room: "go", next: 1)))
    stage.enter("/room swift")
    for key in keys { stage.take(.key(key)) }
    #expect(stage.model.room == room)
  }

  @Test func theLogHasEveryRoomAndNamesThem() {
    var stage = inSwift()
    stage.model.logged = []
    stage.hear(said("one"), at: 1)
    stage.hear(.inRoom("swift", said("two")), at: 2)
    stage.press(.alt("1"))
    stage.hear(.inRoom("swift", said("three")), at: 3)
    let lines = stage.model.logged?.map { $0.description.split(separator: ":").last ?? "" }
    #expect(lines == [" one", " two", " three"])
    let rooms = stage.model.logged?.map { $0.description.contains("[swift] bob: ") }
    #expect(rooms == [false, true, true])
  }

  @Test func ourOwnWordsLightUpWhereTheyWereWritten() {
    var stage = inSwift(120, 40)
    let text = "/in swift hello"
    let frame = [UInt8(text.utf8.count), 0, 0, 0] + Array(text.utf8)
    stage.take(.wire(.wrote(frame, at: 0, exact: true)))
    stage.take(
      .heard(
        .event(.inRoom("swift", said("hello", by: "alice"))),
        at: WallTime(hour: 12, minute: 0, second: 0), bytes: 0..<9))
    stage.press(.control("p"))
    #expect(stage.screen.contains("•#1 "))
  }

  @Test func theDraftStaysWithItsRoom() {
    var stage = inSwift()
    stage.type("for swift")
    stage.press(.alt("1"))
    #expect(stage.model.composer.text == "")
    stage.type("for all")
    stage.press(.altDown)
    #expect(stage.model.composer.text == "for swift")
    stage.press(.altDown)
    #expect(stage.model.composer.text == "for all")
  }

  @Test func partLeavesTheRoomAndNotTheLobby() {
    var stage = inSwift()
    stage.effects = []
    stage.enter("/part so long")
    #expect(stage.effects == [.send("/part swift so long")])
    #expect(stage.model.room == "lobby")
    stage.hear(.inRoom("swift", .left("alice", reason: "so long")))
    stage.hear(.inRoom("swift", said("late")))
    #expect(!stage.screen.contains("swift"))
    stage.effects = []
    stage.enter("/part")
    #expect(stage.effects == [])
    #expect(stage.model.hint?.description == "everybody is in the lobby; /quit leaves the server")
  }

  @Test func topicsStandInTheTitle() {
    var stage = inSwift()
    stage.hear(.inRoom("swift", .topic(nick: "bob", text: "all things")))
    #expect(stage.screen.contains("┌ swift · length · all things ─"))
    #expect(stage.screen.contains("bob set the topic: all things"))
    stage.effects = []
    stage.enter("/topic mine")
    stage.enter("/topic")
    stage.enter("/rooms")
    #expect(
      stage.effects == [.send("/topic swift mine"), .send("/topic swift"), .send("/rooms")])
    stage.hear(.room("swift", count: 2, topic: "all things"))
    #expect(stage.screen.contains("swift · 2 here · all things"))
  }

  /// A reconnection welcomes us again, and nothing moves.
  @Test func comingBackShowsWhatWasShown() {
    var stage = inSwift()
    stage.press(.alt("1"))
    stage.hear(.inRoom("swift", .welcome(connection: "0.2", nick: "alice", room: "swift", next: 1)))
    #expect(stage.model.room == "lobby")
    #expect(stage.model.rooms.places.count == 2)
  }

  @Test func onTheRawPortThereIsTheLobbyOnly() {
    var stage = inSwift()
    let raw = Endpoint(framing: .raw, host: "127.0.0.1", port: 20_000)
    stage.take(.link(.joined(raw, nick: "alice", foreign: false)))
    #expect(stage.model.room == "lobby")
    stage.effects = []
    stage.press(.alt("2"))
    stage.enter("hi")
    #expect(stage.effects == [])
    #expect(stage.model.composer.text == "hi")
  }

  /// What a hostile server says of rooms.
  @Test func roomsOfNoSuchNameAndTooManyAreNotShown() {
    var stage = inSwift()
    for name in ["", "Swift", "a b", "\u{1b}[2J", String(repeating: "x", count: 17)] {
      stage.hear(.inRoom(name, .welcome(connection: "0.1", nick: "alice", room: name, next: 1)))
    }
    #expect(stage.model.rooms.places.count == 2)
    for number in 0..<100 {
      stage.hear(
        .inRoom("r\(number)", .welcome(connection: "0.1", nick: "alice", room: "x", next: 1)))
    }
    #expect(stage.model.rooms.places.count == RoomList.limit)
    #expect(stage.screen.split(separator: "\n").allSatisfy { $0.count == 120 })
  }

  @Test(arguments: [
    (80, "alice · 1 lobby 3!  [2 swift] ·"), (40, ""),
  ])
  func atEveryWidth(columns: Int, bar: String) {
    var stage = inSwift(columns, 24)
    for text in ["one", "alice?", "three"] { stage.hear(said(text)) }
    #expect(bar.isEmpty || stage.screen.contains(bar), "\(stage.screen)")
    #expect(stage.screen.contains("joined"))
  }

  /// Eight rooms, the lobby shown; there is news in each other one, and somebody said our name in some.
  @Test(arguments: [
    (
      160, 65_536,
      "alice · [1] 2:1 3:1! 4:1 5:1! 6:1 7:1 8:1 · length 127.0.0.1:30000 · joined · both: late 0"
    ),
    (
      100, 65_536,
      "alice · [1] 2:1 3:1! 4:1 5:1! 6:1 7:1 8:1 · length 127.0.0.1:30000 · joined  F1 help  F2 framing │"
    ),
    (60, 65_536, "│ [1] 2:1 3:1! 4:1 5:1! 6:1 7:1 8:1 · length · joined"),
    (60, 8, "[1] 2:1 3:1! 5:1! … · length · joined · there: read 8"),
    (40, 65_536, "[1] 3:1! 5:1! … · length · joined"),
  ])
  func whatIsUnreadOutranksWhatIsAsAlways(columns: Int, readSize: Int, line: String) {
    var stage = Stage.joined(columns, 24, framing: .length)
    stage.take(
      .link(.observed(Observed(framing: .length, port: 1, nick: "alice", readSize: readSize))))
    for room in 2...8 {
      let name = "room\(room)"
      stage.hear(
        .inRoom(name, .welcome(connection: "0.1", nick: "alice", room: name, next: 1)))
    }
    stage.press(.alt("1"))
    for room in 2...8 {
      stage.hear(.inRoom("room\(room)", said(room == 3 || room == 5 ? "alice?" : "hello")))
    }
    #expect(stage.screen.contains(line), "\(stage.screen)")
    #expect(!stage.screen.contains(" F1 help") || stage.screen.contains("  F1 help"))
  }

  @Test func namesOfRoomsAreCompleted() {
    var stage = inSwift()
    stage.hear(.room("swimming", count: 1, topic: ""))
    stage.type("/join swim")
    stage.press(.tab)
    #expect(stage.model.composer.text == "/join swimming")
  }
}
