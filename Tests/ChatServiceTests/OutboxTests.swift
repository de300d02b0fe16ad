import ChatRoom
import ChatWire
import NIOCore
import Testing

@testable import ChatService

@Suite struct OutboxTests {
  /// A room whose one member says what it is told to, and one outbox of it.
  private struct Scene {
    var room = Room()
    var encoded = EncodedLog(maxFrame: 65_536)
    var outbox: Outbox
    let member: MemberID

    init(_ view: View) {
      member = room.enter(from: "h", at: 0)
      outbox = Outbox(view, from: Cursor(batch: 0))
    }

    mutating func say(_ texts: String..., sealed: Bool = true) {
      for text in texts { room.say(Array(text.utf8), by: member, time: 0) }
      if sealed {
        _ = room.log.seal()
        outbox.count(room.log, &encoded)
      }
    }

    mutating func reply(_ text: String, atCursor: Bool = false) {
      outbox.reply(ByteBuffer(string: text), room.log, atCursor: atCursor)
    }

    mutating func written(asidesOnly: Bool = false) -> [String] {
      var written: [String] = []
      while let bytes = outbox.next(room, &encoded, asidesOnly: asidesOnly) {
        written.append(String(buffer: bytes))
      }
      return written
    }
  }

  @Test func aBatchIsOneRunAndEachPacketOne() {
    var lines = Scene(.lineLines)
    lines.say("a", "b")
    lines.say("c")
    #expect(lines.outbox.unsent == 30)
    #expect(lines.written() == ["guest1: a\nguest1: b\n", "guest1: c\n"])
    #expect(lines.outbox.unsent == 0)
    var raw = Scene(.raw)
    raw.say("a", "b")
    raw.say("c")
    #expect(raw.outbox.unsent == 27)
    #expect(raw.written() == ["guest1: a", "guest1: b", "guest1: c"])
    #expect(raw.outbox.unsent == 0)
  }

  @Test func aReplyHasItsPlaceBehindWhatIsInTheLog() {
    var scene = Scene(.lineLines)
    scene.say("a")
    scene.reply("after a")
    scene.say("b", sealed: false)
    scene.reply("after b")
    scene.say("c")
    #expect(
      scene.written() == ["guest1: a\n", "after a", "guest1: b\nguest1: c\n", "after b"])
    #expect(scene.outbox.asideBytes == 0)
    #expect(scene.outbox.isIdle(scene.room.log))
  }

  @Test func whileTheLogIsHeldOnlyRepliesAtTheCursorGo() {
    var scene = Scene(.lineLines)
    scene.say("a")
    scene.reply("later")
    scene.reply("error", atCursor: true)
    #expect(scene.written(asidesOnly: true) == ["error"])
    #expect(scene.written() == ["guest1: a\n", "later"])
  }

  @Test func anotherViewCountsWhatIsLeftAnew() {
    var scene = Scene(.lengthLines)
    scene.say("a")
    #expect(scene.outbox.unsent == 13)
    scene.outbox.turn(to: .lengthEvents, scene.room.log, &scene.encoded)
    #expect(scene.outbox.unsent == 4 + "/said 1 0 guest1 a".utf8.count)
    scene.reply("welcome", atCursor: true)
    #expect(scene.written() == ["welcome", "\u{12}\0\0\0/said 1 0 guest1 a"])
    #expect(scene.outbox.unsent == 0)
  }

  @Test func theEndIsBehindWhatWasSaidUntilThen() {
    var scene = Scene(.lineLines)
    scene.say("mine", sealed: false)
    scene.outbox.end(scene.room.log)
    #expect(!scene.outbox.isFinished)
    scene.say("theirs, in the same wake-up")
    scene.say("too late")
    #expect(scene.written() == ["guest1: mine\nguest1: theirs, in the same wake-up\n"])
    #expect(scene.outbox.isFinished)
    #expect(scene.outbox.unsent == 0)
  }

  @Test func whoAbandonsTheLogGetsTheLastWordOnly() {
    var scene = Scene(.raw)
    scene.say("a", "b")
    #expect(scene.outbox.next(scene.room, &scene.encoded).map { String(buffer: $0) } == "guest1: a")
    scene.reply("reply")
    scene.outbox.abandon()
    scene.reply("error")
    #expect(scene.outbox.unsent == 0)
    #expect(scene.written() == ["error"])
    #expect(scene.outbox.isFinished)
  }

  @Test func historyIsWrittenWhenItGoesAndWeighsNothingBefore() {
    var scene = Scene(.lineLines)
    for number in 1...1_000 { scene.say("\(number) " + String(repeating: "x", count: 500)) }
    _ = scene.written()
    scene.outbox.recall(1..<1_001, scene.room.log)
    #expect(scene.outbox.asideBytes == 64)
    let pieces = scene.written()
    #expect(pieces.count > 10)
    #expect(pieces.allSatisfy { $0.utf8.count < 34_000 })
    #expect(pieces.joined().split(separator: "\n").count == 1_000)
    #expect(scene.outbox.asideBytes == 0)
  }

  @Test func historyThatGoesMeanwhileIsAGap() {
    var scene = Scene(.lineEvents)
    for number in 1...3 { scene.say("\(number)") }
    _ = scene.written()
    scene.outbox.recall(1..<4, scene.room.log)
    for _ in 0..<998 { scene.say("new") }
    #expect(scene.written().first == "/gap 1 1\n/said 2 0 guest1 2\n/said 3 0 guest1 3\n")
  }
}
