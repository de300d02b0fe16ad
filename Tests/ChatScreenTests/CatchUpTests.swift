import ChatScreen
import ChatWire
import Testing

/// What was said while we were away.
@Suite struct CatchUpTests {
  private func said(_ number: Int) -> Event {
    .said(seq: number, ms: 5, nick: "bob", text: "word \(number).")
  }

  private func welcome(_ connection: String, next: Int) -> Event {
    .welcome(connection: connection, nick: "alice", room: "lobby", next: next)
  }

  /// Somebody who heard 1 to 3, lost the connection, and comes back when the next number is `next`.
  private func back(_ connection: String = "aa.2", next: Int) -> Stage {
    var stage = Stage.joined(200, 40, framing: .length)
    stage.hear(welcome("aa.1", next: 1))
    for number in 1...3 { stage.hear(said(number)) }
    let endpoint = stage.model.endpoint
    let reason = Phrase(verbatim: "gone")
    stage.take(.link(.waiting(endpoint, seconds: 0.5, reason: reason)))
    stage.hear(welcome(connection, next: next))
    stage.take(.link(.joined(endpoint, nick: "alice", foreign: false)))
    return stage
  }

  /// The connection is lost once more.
  private func lose(_ stage: inout Stage) {
    let reason = Phrase(verbatim: "gone again")
    stage.take(.link(.waiting(stage.model.endpoint, seconds: 0.5, reason: reason)))
    stage.effects = []
  }

  private func words(_ stage: Stage) -> [Int] {
    stage.screen.split(separator: "word ").dropFirst().compactMap { Int($0.prefix { $0 != "." }) }
  }

  @Test func whatWasMissedIsAskedForAndShownOnce() {
    var stage = back(next: 6)
    #expect(stage.effects == [.send("/history 66")])
    stage.hear(said(6))
    for number in [1, 2, 3, 4, 5, 6, 7] { stage.hear(said(number)) }
    #expect(words(stage) == [1, 2, 3, 4, 5, 6, 7])
    let screen = stage.screen
    let order = ["gone", "back at", "messages missed: 2", "word 4."].map {
      screen.firstRange(of: $0)?.lowerBound
    }
    #expect(!order.contains(nil) && order.compactMap(\.self) == order.compactMap(\.self).sorted())
  }

  @Test func whoIsNewIsToldWhatWasSaidBefore() {
    var stage = Stage.joined(200, 40, framing: .length)
    stage.take(.settings([.recall: "2"]))
    stage.hear(welcome("aa.1", next: 6))
    #expect(stage.effects == [.send("/history 66")])
    for number in 1...7 { stage.hear(said(number)) }
    #expect(words(stage) == [4, 5, 6, 7] && stage.screen.contains("messages of before: 2"))
    lose(&stage)
    stage.hear(welcome("bb.1", next: 9))
    #expect(stage.effects.isEmpty, "what a server that began anew has said was not missed")
  }

  @Test func onlyTheFirstTimeInARoomIsNew() {
    var stage = Stage.joined(200, 40, framing: .length)
    stage.enter("/set recall 2")
    stage.hear(welcome("aa.1", next: 6))
    for number in 1...5 { stage.hear(said(number)) }
    var raw = stage.model.endpoint
    raw.framing = .raw
    stage.take(.link(.joined(raw, nick: "alice", foreign: false)))
    stage.effects = []
    stage.hear(welcome("aa.2", next: 8))
    #expect(stage.effects.isEmpty)
  }

  @Test func whatIsNotAnsweredIsAskedForAgainBehindAChangeOfFraming() {
    var stage = back(next: 6)
    stage.effects = []
    stage.take(.link(.connecting(stage.model.endpoint)))
    stage.hear(welcome("aa.3", next: 6))
    #expect(stage.effects == [.send("/history 66")])
  }

  @Test func inAnEmptyRoomNothingIsAskedFor() {
    var stage = Stage.joined(200, 40, framing: .length)
    stage.enter("/set recall 20")
    stage.hear(welcome("aa.1", next: 1))
    #expect(stage.effects.isEmpty)
  }

  @Test func whatOvertakesTheAnswerIsShownBehindIt() {
    var stage = back(next: 6)
    for number in 6...8 { stage.hear(said(number)) }
    #expect(words(stage) == [1, 2, 3])
    // The server read the question behind 6.
    for number in [4, 5] { stage.hear(said(number)) }
    #expect(words(stage) == Array(1...8), "nothing waits for the next message")
    for number in [6, 9] { stage.hear(said(number)) }
    #expect(words(stage) == Array(1...9))
    var gone = back(next: 6)
    gone.hear(said(6))
    gone.hear(.gap(from: 4, to: 5))
    #expect(words(gone) == [1, 2, 3, 6])
    lose(&gone)
    gone.hear(welcome("aa.3", next: 7))
    #expect(gone.effects.isEmpty, "what is gone is not asked for again")
  }

  @Test func whatOvertakesAnAnswerThatDoesNotComeIsShownAllTheSame() {
    var refused = back(next: 6)
    refused.hear(said(6))
    refused.hear(.error(.unknown, "what?"))
    refused.hear(said(7))
    #expect(words(refused) == [1, 2, 3, 6, 7])
    var many = back(next: 6)
    for number in 6...80 { many.hear(said(number)) }
    #expect(words(many).suffix(3) == [78, 79, 80])
    var closed = back(next: 6)
    closed.hear(said(6))
    closed.take(.link(.closed(reason: Phrase(verbatim: ""))))
    #expect(words(closed) == [1, 2, 3, 6])
  }

  @Test func whatAnsweredNobodyIsAskedForAgain() {
    var stage = back(next: 6)
    stage.hear(said(6))
    lose(&stage)
    stage.hear(welcome("aa.3", next: 7))
    #expect(stage.effects == [.send("/history 67")])
    for number in 1...7 { stage.hear(said(number)) }
    #expect(words(stage) == Array(1...7))
  }

  @Test func anAnswerThatBreaksOffIsAskedForFromThere() {
    var stage = back(next: 6)
    stage.hear(said(6))
    stage.hear(said(4))
    lose(&stage)
    stage.hear(welcome("aa.3", next: 8))
    #expect(stage.effects == [.send("/history 67")])
    for number in [4, 5, 6, 7, 8] { stage.hear(said(number)) }
    #expect(words(stage) == Array(1...8))
  }

  @Test func whoAsksForOldMessagesSeesThemAll() {
    var stage = back(next: 6)
    stage.enter("/history 2")
    for number in [2, 3] { stage.hear(said(number)) }
    #expect(words(stage) == [1, 2, 3, 2, 3])
  }

  @Test(arguments: [("aa.2", 4), ("bb.2", 6), ("aa.2", 0), ("bb.2", Int.max)])
  func whereNothingWasMissedNothingIsAsked(connection: String, next: Int) {
    var stage = back(connection, next: next)
    #expect(stage.effects.isEmpty)
    stage.hear(said(2))
    #expect(words(stage) == [1, 2, 3, 2])
  }

  @Test func moreThanTheServerGivesIsTold() {
    #expect(back(next: .max).effects == [.send("/history 1000")])
    var stage = back(next: 25_004)
    #expect(stage.effects == [.send("/history 1000")])
    #expect(stage.screen.contains("missed: 25,000, of which the last 1,000"))
    stage.hear(.gap(from: 2, to: 9))
    #expect(stage.screen.contains("messages 4 to 9 are gone"))
    stage.hear(.gap(from: 1, to: 3))
    #expect(!stage.screen.contains("messages 1 to 3"))
  }

  @Test func aConnectionWithoutNumbersForgets() {
    var stage = Stage.joined(100, 40, framing: .length)
    stage.hear(welcome("aa.1", next: 1))
    let length = stage.model.endpoint
    let raw = Endpoint(framing: .raw, host: "127.0.0.1", port: 20_000)
    stage.take(.link(.joined(raw, nick: "alice", foreign: false)))
    stage.hear(welcome("aa.3", next: 9))
    stage.take(.link(.joined(length, nick: "alice", foreign: false)))
    #expect(stage.effects.isEmpty)
  }

  @Test func aLessonSeesOnlyWhatItDid() {
    var stage = Stage.joined(100, 40, framing: .length)
    stage.model.catchesUp = false
    for next in [1, 9] {
      stage.hear(welcome("aa.1", next: next))
      stage.hear(said(next))
    }
    #expect(stage.effects.isEmpty && words(stage) == [1, 9])
  }

  @Test func eachRoomCatchesUpOnItsOwn() {
    var stage = Stage.joined(100, 40, framing: .length)
    for connection in ["aa.1", "aa.2"] {
      stage.hear(welcome(connection, next: 1))
      stage.hear(
        .inRoom(
          "swift",
          .welcome(
            connection: connection, nick: "alice", room: "swift", next: connection == "aa.1" ? 1 : 4
          )))
    }
    #expect(stage.effects == [.send("/in swift /history 67")])
  }
}
