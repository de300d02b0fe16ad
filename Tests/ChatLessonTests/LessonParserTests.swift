import ChatLesson
import ChatWire
import Testing

@Suite struct LessonParserTests {
  static let whole = """
    # Sticky

    TCP carries bytes,
    not messages.

        connect length to length
        bet reads 20 writes: how many reads?

        /burst 20 hi
        say a\\x00\\\\\\n
        wait all
        wait messages >= 20
        expect reads < writes
        expect no cause sender
        print segments ms

    中文的一行
    接着下一行 English
    """

  @Test func `a lesson is a title, prose and steps`() throws {
    let lesson = try Lesson(parsing: LessonParserTests.whole)
    #expect(lesson.title == "Sticky")
    #expect(lesson.place == Lesson.Place(framing: .length, port: .length))
    #expect(lesson.blocks.first == .prose("TCP carries bytes, not messages."))
    #expect(lesson.blocks.last == .prose("中文的一行接着下一行 English"))
    #expect(lesson.blocks.count == 4)
    #expect(
      lesson.steps.map(\.kind) == [
        .bet(.reads, question: "20 writes: how many reads?"), .type("/burst 20 hi"),
        .type("a\0\\\n"), .wait(nil),
        .wait(.compare(.messages, .atLeast, .number(20))),
        .expect(.compare(.reads, .less, .fact(.writes))),
        .expect(.cause([.nagle, .fullWindow, .cork], isWanted: false)), .print([.segments, .ms]),
      ])
    #expect(lesson.steps.map(\.line) == [7, 9, 10, 11, 12, 13, 14, 15])
  }

  @Test(arguments: [
    ("raw", Framing.raw, Framing.raw, false), ("raw to length", .raw, .length, true),
    ("udp", .udp, .udp, false),
  ])
  func `a lesson says where it is held`(
    words: String, framing: Framing, port: Framing, isForeign: Bool
  ) throws {
    let lesson = try Lesson(parsing: "# T\n\n  connect \(words)\n  expect sent == 0\n")
    #expect(lesson.place == Lesson.Place(framing: framing, port: port))
    #expect(lesson.place.isForeign == isForeign)
  }

  @Test(arguments: [
    ("==", Comparison.equal), ("!=", .unequal), ("<", .less), ("<=", .atMost), (">", .more),
    (">=", .atLeast),
  ])
  func `comparisons`(sign: String, comparison: Comparison) throws {
    let lesson = try Lesson(parsing: "# T\r\n\r\n\texpect half \(sign) -3  \r\n")
    #expect(lesson.steps.map(\.kind) == [.expect(.compare(.half, comparison, .number(-3)))])
  }

  @Test(arguments: [
    ("", "line 1: a lesson begins with '# ' and its title"),
    ("\n\nSticky\n", "line 3: a lesson begins with '# ' and its title"),
    ("#\n", "line 1: a lesson begins with '# ' and its title"),
    (
      "# T\n\nexpect reads < writes\n",
      "line 3: prose does not begin with 'expect'; steps are indented by four spaces"
    ),
    (
      "# T\nTalk\n/late 200\n",
      "line 3: prose does not begin with '/late'; steps are indented by four spaces"
    ),
    (
      "# T\n\n    expcet reads == 1\n",
      "line 3: 'expcet' is no step; a step is a /command or bet, connect, count, expect, print, say, wait"
    ),
    (
      "# T\n\n    /lat 200\n    expect reads == 1\n",
      "line 3: /lat is no command; //lat says it, F1 or /help lists the commands"
    ),
    (
      "# T\n\n    /burst x hi\n    expect reads == 1\n",
      "line 3: usage: /burst N TEXT (send TEXT N times, 10,000 at most, in a tight loop)"
    ),
    ("# T\n\n    /quit\n", "line 3: /quit is not for lessons"),
    (
      "# T\n\n    expect raeds == 1\n",
      "line 3: 'raeds' is no fact; facts are sent, writes, bytes, segments, reads, sticky, half, mixed, messages, lost, errors, closed, ms, little, big, late, rbuf"
    ),
    (
      "# T\n\n    expect reads = 1\n",
      "line 3: usage: expect FACT == NUMBER|FACT (or != < <= > >=), cause NAME, no cause NAME, error CODE, heard TEXT"
    ),
    (
      "# T\n\n    expect reads == one\n",
      "line 3: 'one' is no fact; facts are sent, writes, bytes, segments, reads, sticky, half, mixed, messages, lost, errors, closed, ms, little, big, late, rbuf"
    ),
    (
      "# T\n\n    expect cause luck\n",
      "line 3: 'luck' is no cause; causes are nagle, full-window, cork, late-reader, small-buffer, sender"
    ),
    (
      "# T\n\n    expect error oops\n",
      "line 3: 'oops' is no error code; codes are frame, line, utf8, nick-taken, nick-bad, version, no-nick, no-connection, range, unknown, full, slow, timeout, room"
    ),
    ("# T\n\n    count 3\n", "line 3: usage: count"),
    ("# T\n\n    print\n", "line 3: usage: print FACT ..."),
    ("# T\n\n    say\n", "line 3: usage: say TEXT"),
    ("# T\n\n    say \\xff\n", "line 3: behind \\ stands \\, n, or x and two hex digits up to 7f"),
    (
      "# T\n\n    connect udp to raw\n",
      "line 3: usage: connect length|raw|line|udp [to length|raw|line|udp]"
    ),
    (
      "# T\n\n    expect sent == 0\n    connect raw\n",
      "line 4: connect comes once, before all other steps"
    ),
    (
      "# T\n\n    bet reads How many?\n    expect writes == 1\n",
      "line 3: no expect or print after it settles the bet on reads"
    ),
    (
      "# T\n\n    say hello\n",
      "line 3: the lesson expects nothing, so it would hold whatever happens"
    ),
  ])
  func `what is wrong is told with its line`(text: String, sentence: String) {
    let error = #expect(throws: LessonError.self) { try Lesson(parsing: text) }
    #expect(error.map { "\($0)" } == sentence)
  }
}
