import ChatService
import ChatTransport
import ChatWire
import NIOConcurrencyHelpers
import Testing

@testable import ChatService

@Suite struct ConsoleTests {
  @Test(arguments: [
    ("Hello", "Hello"),
    (String(repeating: "x", count: 44), String(repeating: "x", count: 44)),
    (String(repeating: "x", count: 45), String(repeating: "x", count: 44) + "…"),
    (String(repeating: "好", count: 45), String(repeating: "好", count: 44) + "…"),
    ("a\u{1b}[2Jb\r\n", "a^[[2Jb^M^J"),
    (String(repeating: "x", count: 100_000), String(repeating: "x", count: 44) + "…"),
  ])
  func previews(text: String, preview: String) {
    #expect(shown(Array(text.utf8)) == preview)
  }

  @Test func aPreviewOfBytesThatAreNoText() {
    #expect(shown([0x61, 0xff, 0x80]) == "a\u{fffd}\u{fffd}")
  }

  private func shown(_ text: [UInt8]) -> String {
    var line: [UInt8] = []
    Preview.write(text, to: &line)
    return String(decoding: line, as: UTF8.self)
  }

  @Test func linesBeginWithTheTime() async {
    let output = Output()
    let spool = Spool(output: output.write)
    let console = Console(spool)
    console.came("alice", PeerAddress(host: "127.0.0.1", port: 51_234), .length)
    console.said("alice", Array("hello".utf8))
    console.did("alice", Array("waves".utf8))
    console.went("alice", "quit")
    while !spool.isDrained { await Task.yield() }
    let time = #/[0-2]\d:[0-5]\d:[0-6]\d /#
    #expect(output.lines.allSatisfy { $0.prefixMatch(of: time) != nil })
    #expect(
      output.lines.map { $0.dropFirst(9) } == [
        "+ alice 127.0.0.1:51234 length", "alice: hello", "* alice waves", "- alice left (quit)",
      ])
  }

  @Test func aStalledOutputLosesLinesAndCountsThem() async {
    let output = Output(isStalled: true)
    let spool = Spool(limit: 100, output: output.write)
    let line = Array("123456789\n".utf8)
    let start = ContinuousClock.now
    for _ in 0..<1_000 { spool.write(line) }
    #expect(ContinuousClock.now - start < .seconds(1))
    output.isStalled.withLockedValue { $0 = false }
    while !spool.isDrained { await Task.yield() }
    let written = output.lines.count { $0 == "123456789" }
    // What is being written is not among what waits.
    #expect((10...20).contains(written))
    let lost = output.lines.compactMap {
      $0.wholeMatch(of: #/… (\d+) lines lost: the console was not read/#).flatMap { Int($0.1) }
    }
    #expect(lost.reduce(written, +) == 1_000)
    #expect(lost.count + written == output.lines.count)
  }

  @Test func aFloodThatIsReadLosesNothing() async {
    let written = NIOLockedValueBox(0)
    let spool = Spool(limit: 100_000) { bytes in
      written.withLockedValue { $0 += bytes.count }
      return bytes.count
    }
    let part = [UInt8](repeating: 0x0a, count: 20_000)
    // More in all than may wait; a pause that lasted would let too much wait.
    for count in 1...50 {
      spool.write(part)
      while written.withLockedValue({ $0 }) < (count - 2) * 20_000 { await Task.yield() }
    }
    while !spool.isDrained { await Task.yield() }
    #expect(written.withLockedValue { $0 } == 1_000_000)
  }

  /// Where a console writes to.
  private final class Output: Sendable {
    let isStalled: NIOLockedValueBox<Bool>
    private let text = NIOLockedValueBox("")

    init(isStalled: Bool = false) {
      self.isStalled = NIOLockedValueBox(isStalled)
    }

    @Sendable func write(_ bytes: ArraySlice<UInt8>) -> Int {
      while isStalled.withLockedValue({ $0 }) {}
      text.withLockedValue { $0 += String(decoding: bytes, as: UTF8.self) }
      return bytes.count
    }

    var lines: [String] {
      text.withLockedValue { $0 }.split(separator: "\n").map { String($0) }
    }
  }

  @Test func aClosedOutputTakesNoMore() async {
    let calls = Calls()
    let spool = Spool { _ in
      calls.count.withLockedValue { $0 += 1 }
      return 0
    }
    for _ in 0..<10 {
      spool.write([0x0a])
      while !spool.isDrained { await Task.yield() }
    }
    #expect(calls.count.withLockedValue { $0 } == 1)
  }

  private final class Calls: Sendable {
    let count = NIOLockedValueBox(0)
  }
}
