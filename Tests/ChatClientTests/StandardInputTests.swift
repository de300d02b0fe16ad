import ChatClient
import Dispatch
import Glibc
import Testing

@Suite struct StandardInputTests {
  /// Feeds the pieces through a pipe, each as a write of its own, and collects the lines.
  static func lines(_ pieces: [String]) async throws -> [String] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let input = StandardInput(descriptor: ends[0])
    let writing = ends[1]
    // On a thread of its own: a write that blocks one of Swift's few threads would block other tests.
    DispatchQueue(label: "feed").async {
      for piece in pieces { StandardOutput(descriptor: writing).write(piece.utf8) }
      close(writing)
    }
    var lines: [String] = []
    while let more = await input.lines() {
      #expect(!more.isEmpty)
      lines += more
    }
    #expect(await input.lines() == nil)
    return lines
  }

  @Test(
    arguments: [
      ([], []),
      (["one\ntwo\n"], ["one", "two"]),
      (["one\ntwo"], ["one", "two"]),
      (["\n\n"], ["", ""]),
      (["a\n\nb\n"], ["a", "", "b"]),
      (["o", "ne\nt", "wo\n"], ["one", "two"]),
      (["a\r\n"], ["a\r"]),
    ] as [([String], [String])])
  func cutsAtEachLineEnd(pieces: [String], lines: [String]) async throws {
    #expect(try await StandardInputTests.lines(pieces) == lines)
  }

  @Test func aLongInputComesWhole() async throws {
    let texts = (0..<20_000).map { "line \($0) 你好" }
    #expect(try await StandardInputTests.lines([texts.map { $0 + "\n" }.joined()]) == texts)
  }
}
