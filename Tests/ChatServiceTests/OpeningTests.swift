import NIOCore
import Testing

@testable import ChatService

@Suite struct OpeningTests {
  /// What comes out after each read, with `|` between reads; the last is what the end gives up.
  private func outcomes(_ reads: [String], readSize: Int) -> [String] {
    var opening = Opening(readSize: readSize)
    let taken = reads.map { read in
      opening.take(ByteBuffer(string: read)).map { String(buffer: $0) }.joined(separator: "|")
    }
    return taken + [opening.rest().map { String(buffer: $0) }.joined(separator: "|")]
  }

  @Test func aCommandThatSmallReadsCutIsWholeAgain() {
    #expect(
      outcomes(["/observe", " raw 512", "34\n", "next"], readSize: 8)
        == ["", "", "/observe raw 51234\n", "next", ""])
    #expect(outcomes(["/observe raw 5\n"], readSize: 15) == ["/observe raw 5\n", ""])
    #expect(outcomes(["/observe raw 5"], readSize: 1_024) == ["/observe raw 5", ""])
    let single = outcomes("/observe raw 5\n".map { String($0) }, readSize: 1)
    #expect(single.joined() == "/observe raw 5\n")
  }

  @Test func whatIsNoCommandComesAsTheReadsThatItWas() {
    #expect(outcomes(["Hello, H", "ello"], readSize: 8) == ["Hello, H", "ello", ""])
    #expect(outcomes(["/obs", "cure"], readSize: 4) == ["", "/obs|cure", ""])
    #expect(outcomes(["/obs"], readSize: 1_024) == ["/obs", ""])
    #expect(outcomes(["/obs"], readSize: 4) == ["", "/obs"])
  }

  @Test func anEndlessCommandIsHeldForSoLongOnly() {
    let reads = ["/observe"] + Array(repeating: " xxxxxxx", count: 10)
    let outcomes = outcomes(reads, readSize: 8)
    #expect(outcomes.prefix(8).joined().isEmpty)
    #expect(outcomes[8] == "/observe" + String(repeating: " xxxxxxx", count: 8))
    #expect(outcomes[9] == " xxxxxxx")
  }
}
