import ChatWire
import NIOCore
import Testing

@testable import ChatService

@Suite struct InletTests {
  private func steps(_ framing: Framing, _ reads: [[UInt8]]) -> [Inlet.Step] {
    var inlet = Inlet(framing, maxFrame: 65_536)
    var steps: [Inlet.Step] = []
    for read in reads {
      inlet.receive(ByteBuffer(bytes: read))
      while let step = inlet.next() { steps.append(step) }
    }
    return steps
  }

  private func text(_ string: String) -> [UInt8] { Array(string.utf8) }

  @Test func textsAndCommands() {
    #expect(
      steps(.line, [text("hi\n\n//hi\n/who\n/\n")]) == [
        .say(text("hi")), .say(text("/hi")), .command(.who), .command(.unknown("")),
      ])
  }

  @Test func aReadOfTheRawPortIsOneMessageWhateverItIs() {
    #expect(
      steps(.raw, [text("a\nb\r\n"), [0xff], text("\n"), text("/who\n")]) == [
        .say(text("a\nb")), .say([0xff]), .command(.who),
      ])
  }

  @Test func afterAnOversizedFrameNothingIsRead() {
    let steps = steps(.length, [[0, 0, 0, 0x7f, 1, 0, 0, 0, 0x61], [1, 0, 0, 0, 0x61]])
    #expect(
      steps == [
        .end(
          .frame,
          "length 2130706432 (00 00 00 7f) is over the limit 65536; big-endian it would be 127: the other byte order"
        )
      ]
    )
  }

  @Test func theEndOfALineThatIsSkippedIsTheEndOfAMessage() {
    var inlet = Inlet(.line, maxFrame: 65_536, longestLine: 4)
    var taken: [Int] = []
    for read in ["123", "45", "67", "8\nab", "c\n1234", "56\n\nx"] {
      inlet.receive(ByteBuffer(string: read))
      while inlet.next() != nil {}
      taken.append(inlet.taken)
    }
    #expect(taken == [0, 0, 0, 1, 2, 4])
  }

  @Test func turnedToLinesTheRawPortHasMessages() {
    var inlet = Inlet(.raw, maxFrame: 65_536)
    inlet.turnToLines()
    inlet.receive(ByteBuffer(string: "/who\n/wh"))
    #expect(inlet.next() == .command(.who))
    #expect(inlet.next() == nil)
    inlet.receive(ByteBuffer(bytes: [0x6f, 0x0a, 0xff, 0x0a]))
    #expect(inlet.next() == .command(.who))
    #expect(inlet.next() == .refuse(.utf8, "not UTF-8 at byte 0; nothing was said"))
    #expect(inlet.finish() == nil)
  }
}
