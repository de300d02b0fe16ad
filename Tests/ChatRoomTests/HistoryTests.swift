import ChatRoom
import Testing

@Suite struct HistoryTests {
  /// A room in which `count` messages of `size` bytes were said.
  private func history(_ count: Int, size: Int, keeping history: History) throws -> History {
    var room = Room(history: history)
    let member = room.enter(from: "host", at: 0)
    for _ in 0..<count {
      room.say([UInt8](repeating: 0x61, count: size), by: member, time: 0)
      room.notice("no part of the history")
    }
    return room.history
  }

  @Test(
    arguments: [
      // said, asked for, the gap, the messages
      (0, 10, nil, 1..<1),
      (5, 10, nil, 1..<6),
      (5, 2, nil, 4..<6),
      (12, 10, nil, 3..<13),
      (12, 11, 2...2, 3..<13),
      (1, 1, nil, 1..<2),
    ] as [(Int, Int, ClosedRange<Int>?, Range<Int>)])
  func theLastMessages(said: Int, asked: Int, gap: ClosedRange<Int>?, messages: Range<Int>) throws {
    let history = try history(said, size: 1, keeping: History(count: 10))
    #expect(history.last(asked).gap == gap)
    #expect(history.last(asked).messages == messages)
  }

  @Test func whatBytesHaveCrowdedOutIsAGap() throws {
    // Each weighs 100: the name guest1, two and the text.
    let history = try history(8, size: 92, keeping: History(count: 10, weight: 300))
    #expect(history.last(10).gap == 1...5)
    #expect(history.last(10).messages == 6..<9)
    #expect(history.last(2).gap == nil)
    #expect(history[5] == nil)
    #expect(history[6]?.utterance?.number == 6)
    #expect(history[9] == nil)
  }

  @Test func whatGoesBetweenTheAnswerAndItsWritingIsAGap() throws {
    let history = try history(8, size: 92, keeping: History(count: 10, weight: 300))
    var asked = 2..<8
    var parts: [String] = []
    while let part = history.next(&asked) {
      switch part {
      case .gap(let gone): parts.append("\(gone)")
      case .message(let entry): parts.append("\(entry.utterance?.number ?? 0)")
      }
    }
    #expect(parts == ["2...5", "6", "7"])
    var gone = 1..<3
    guard case .gap(1...2) = history.next(&gone) else { return #expect(Bool(false)) }
    #expect(gone.isEmpty)
  }

  @Test func oneMessageOverTheBytesIsKept() throws {
    let history = try history(2, size: 400, keeping: History(count: 10, weight: 300))
    #expect(history.last(10).messages == 2..<3)
  }
}
