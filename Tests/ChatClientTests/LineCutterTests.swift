import ChatClient
import Testing

@Suite struct LineCutterTests {
  /// The pieces of a text that comes in reads of `size` bytes.
  static func pieces(_ cutter: LineCutter, _ text: String, size: Int) -> [LineCutter.Piece] {
    var cutter = cutter
    let bytes = Array(text.utf8)
    let reads = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
    return reads.flatMap { cutter.receive($0) } + (cutter.finish().map { [$0] } ?? [])
  }

  @Test(
    arguments: [
      ("", []), ("abc", ["abc"]), ("abc\n", ["abc"]), ("\n\nabc\n", ["", "", "abc"]),
      ("abcd\nx\n", [nil, "x"]), ("abcdefgh", [nil]), ("abcdefgh\n\n", [nil, ""]),
    ] as [(String, [String?])], 1...9)
  func aLineOverTheLimitIsToldOnceAndLeftOut(_ given: (String, [String?]), size: Int) {
    let (text, lines) = given
    #expect(
      LineCutterTests.pieces(LineCutter(.refused, limit: 3), text, size: size)
        == lines.map { $0.map { .line(Array($0.utf8)) } ?? .tooLong(limit: 3) })
  }

  @Test(
    arguments: [
      ("abc\nx", ["abc", "x"]), ("abcd\nx\n", ["abc", "d", "x"]), ("abcdef\n", ["abc", "def"]),
      ("abcdefg", ["abc", "def", "g"]), ("\n", [""]),
    ], 1...9)
  func orPassedOnInPieces(_ given: (String, [String]), size: Int) {
    let (text, lines) = given
    #expect(
      LineCutterTests.pieces(LineCutter(.cut, limit: 3), text, size: size)
        == lines.map { .line(Array($0.utf8)) })
  }

  /// Searching all that is kept at each read would look at 2 GiB.
  @Test(.timeLimit(.minutes(3))) func aLongLineCostsNoMoreThanItsLength() {
    var cutter = LineCutter(.refused)
    let read = [UInt8](repeating: 0x61, count: 4_096)
    let start = ContinuousClock.now
    for _ in 0..<4_096 { #expect(cutter.receive(read) == []) }
    #expect(cutter.receive([0x0a]) == [.line([UInt8](repeating: 0x61, count: LineCutter.longest))])
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
