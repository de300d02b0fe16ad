import ChatClient
import Dispatch
import Glibc
import Testing

@Suite struct StandardInputTests {
  /// Feeds the pieces through a pipe, each as a write of its own, and collects the lines.
  static func lines(_ pieces: [String]) async throws -> [String] {
    let pipe = try Pipe()
    defer { close(pipe.reading) }
    let input = StandardInput(descriptor: pipe.reading)
    // On a thread of its own: a write that blocks one of Swift's few threads would block other tests.
    DispatchQueue(label: "feed").async {
      for piece in pieces { pipe.write(piece.utf8) }
      pipe.finish()
    }
    var lines: [String] = []
    while let more = try await input.lines() {
      #expect(!more.isEmpty)
      lines += more
    }
    #expect(try await input.lines() == nil)
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

  @Test func whatIsNotThereYetIsWaitedFor() async throws {
    let pipe = try Pipe()
    defer { close(pipe.reading) }
    #expect(fcntl(pipe.reading, F_SETFL, O_NONBLOCK) == 0)
    let input = StandardInput(descriptor: pipe.reading)
    async let first = input.next()
    // Whichever comes first, the read or the write: an empty pipe that is open is no end.
    await Task.yield()
    pipe.write([0xff, 0x0a])
    #expect(try await first == [.line([0xff])])
    pipe.finish()
    #expect(try await input.next() == nil)
  }

  @Test func whatCannotBeReadIsAnErrorAndThenAnEnd() async throws {
    let folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(folder) }
    let input = StandardInput(descriptor: folder)
    do {
      _ = try await input.next()
      Issue.record("a folder has no lines")
    } catch {
      #expect("\(error)" == "cannot read the input: Is a directory")
    }
    #expect(try await input.next() == nil)
  }
}
