import ChatLesson
import ChatScreen
import ChatWire
import Testing

@Suite struct LectureTests {
  static let text = """
    # Sticky

    Prose.

        bet reads How many reads?

        count
        /burst 2 hi
        wait all
        expect writes == 2
        expect reads == 2
        print reads

    The end.
    """

  /// A lecture, and the model that its session would feed.
  struct Hall {
    var lecture: Lecture
    var model = Model(
      size: Size(columns: 120, rows: 40),
      endpoint: Endpoint(framing: .raw, host: "127.0.0.1", port: 1), nick: "al")
    var lines: [String] = []
    var effects: [Effect] = []

    init(_ text: String, _ language: Language = .english) throws {
      lecture = Lecture(try Lesson(parsing: text), language)
    }

    mutating func advance(audience: Bool) -> Turn.State {
      let turn = lecture.advance(&model, audience: audience)
      lines += turn.lines.map { $0.mark + $0.text }
      effects += turn.effects
      return turn.state
    }

    mutating func take(_ messages: Message...) {
      for message in messages {
        lecture.take(message, nick: model.nick)
        effects += update(&model, message)
      }
    }

    mutating func join() {
      let observed = Observed(framing: .raw, port: 2, nick: "al", readSize: 1_024)
      take(
        .wire(.opened(.raw)), .link(.joined(model.endpoint, nick: "al", foreign: false)),
        .link(.observed(observed)))
    }

    mutating func write(_ text: String, _ times: Int) {
      for _ in 0..<times { take(.wire(.wrote(Array(text.utf8), at: 0, exact: true))) }
    }
  }

  @Test func `headless, nobody is asked and everything is told`() throws {
    var hall = try Hall(LectureTests.text)
    #expect(hall.advance(audience: false) == .wait)
    hall.join()
    #expect(hall.advance(audience: false) == .wait)
    #expect(hall.effects == [.burst(count: 2, text: "hi")])
    hall.write("hi", 2)
    #expect(hall.advance(audience: false) == .wait)
    #expect(hall.lecture.isWaiting(hall.model))
    hall.take(.wire(.peerRead(offset: 0, length: 4, at: 1)))
    #expect(!hall.lecture.isWaiting(hall.model))
    #expect(hall.advance(audience: false) == .over)
    #expect(
      hall.lines == [
        "# Sticky", "Prose.", "? How many reads?", "> /burst 2 hi",
        "✓ expect writes == 2 · writes 2", "✗ line 11: expect reads == 2 · reads 1", "= reads 1",
        "The end.", "# 1 of 2 failed",
      ])
    #expect(!hall.lecture.holds)
    #expect(hall.lecture.outcomes.filter { !$0.holds }.map(\.line) == [11])
  }

  @Test func `an audience bets, goes on, and hears what its bet was worth`() throws {
    var hall = try Hall(LectureTests.text, .chinese)
    hall.join()
    #expect(hall.advance(audience: true) == .audience)
    #expect(hall.model.lesson?.asks == true)
    #expect(hall.effects.isEmpty)
    #expect(hall.advance(audience: true) == .audience)
    hall.lecture.goOn(2, &hall.model)
    #expect(hall.model.lesson == nil)
    #expect(hall.advance(audience: true) == .wait)
    #expect(hall.lines.contains("? 你猜：2"))
    #expect(hall.effects == [.burst(count: 2, text: "hi")])
    hall.write("hi", 2)
    hall.take(.wire(.peerRead(offset: 0, length: 2, at: 1)))
    #expect(hall.advance(audience: true) == .wait)
    hall.take(.wire(.peerRead(offset: 2, length: 2, at: 2)))
    #expect(hall.advance(audience: true) == .audience)
    #expect(hall.model.lesson?.text[.chinese] == "回车：继续 · 1/1")
    #expect(hall.lines.contains("? 你猜 reads 2，正是 2"))
    hall.lecture.goOn(nil, &hall.model)
    #expect(hall.advance(audience: true) == .over)
    #expect(hall.lines.last == "# 2 条预期全部成立")
    #expect(hall.lecture.holds)
  }

  @Test func `an audience that does not bet hears so`() throws {
    var hall = try Hall(LectureTests.text)
    hall.join()
    while hall.model.lesson?.asks != true { _ = hall.advance(audience: true) }
    hall.lecture.goOn(nil, &hall.model)
    _ = hall.advance(audience: true)
    #expect(hall.lines.contains("? no bet"))
  }

  @Test func `what does not come in time breaks the lesson off, with its line`() throws {
    var hall = try Hall("# T\n\n    say hi\n    wait heard ho\n    expect writes == 1\n")
    hall.join()
    _ = hall.advance(audience: false)
    hall.write("hi", 1)
    #expect(hall.advance(audience: false) == .wait)
    hall.lecture.expired(after: "5 s", hall.model)
    #expect(hall.advance(audience: false) == .over)
    #expect(hall.lines.contains("✗ line 4: wait heard ho · after 5 s heard nothing"))
    #expect(!hall.lecture.holds)
  }

  @Test func `a lesson without a connection breaks off too`() throws {
    var hall = try Hall("# T\n\n    say hi\n    expect writes == 1\n")
    #expect(hall.advance(audience: false) == .wait)
    hall.lecture.expired(after: "5 s", hall.model)
    #expect(hall.advance(audience: false) == .over)
    #expect(!hall.lecture.holds)
  }

  @Test func `what cannot be sent breaks the lesson off`() throws {
    let long = String(repeating: "x", count: 70_000)
    var hall = try Hall("# T\n\n    connect length\n    say \(long)\n    expect writes == 1\n")
    hall.model.endpoint.framing = .length
    hall.join()
    #expect(hall.advance(audience: false) == .over)
    #expect(
      hall.lecture.outcomes.map(\.sentence.description)
        == ["not sent: 70,000 bytes, length takes 65,536: send it in parts"])
  }

  @Test func `a change of the framing is waited for`() throws {
    var hall = try Hall("# T\n\n    /framing line\n    say hi\n    expect sent == 1\n")
    hall.join()
    #expect(hall.advance(audience: false) == .wait)
    #expect(hall.effects == [.framing(.line)])
    let line = Endpoint(framing: .line, host: "127.0.0.1", port: 3)
    hall.take(.link(.connecting(line)), .link(.joined(line, nick: "al", foreign: false)))
    #expect(hall.advance(audience: false) == .wait)
    hall.take(
      .link(.observed(Observed(framing: .line, port: 4, nick: "al", readSize: 1_024))))
    #expect(hall.advance(audience: false) == .wait)
    #expect(hall.effects == [.framing(.line), .send("hi")])
  }

  @Test func `counting begins anew, whatever comes late of what was before`() throws {
    var hall = try Hall("# T\n\n    count\n    say hi\n    wait all\n    expect reads == 1\n")
    hall.join()
    hall.write("/nick al", 1)
    _ = hall.advance(audience: false)
    hall.take(.wire(.peerRead(offset: 0, length: 8, at: 1)))
    hall.write("hi", 1)
    _ = hall.advance(audience: false)
    hall.take(.wire(.peerRead(offset: 8, length: 2, at: 2)))
    #expect(hall.advance(audience: false) == .over)
    #expect(hall.lecture.holds)
  }
}
