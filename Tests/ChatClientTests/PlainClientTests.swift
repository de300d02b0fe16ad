import ChatClient
import ChatWire
import Glibc
import NIOCore
import NIOConcurrencyHelpers
import Testing

@Suite(.timeLimit(.minutes(3))) struct PlainClientTests {
  @Test func anEndOfInputBehindTheServersCloseIsAnEndAllTheSame() async throws {
    let peer = try await Peer { channel, bytes in
      if bytes.suffix(4) == Array("bye\n".utf8) { channel.close(promise: nil) }
    }
    let input = try Pipe()
    input.write("hi\n/quit bye\n".utf8)
    let run = try await PlainRun.of(.line, port: peer.port, descriptor: input.reading) { client in
      // The input ends only when the client knows that the server is gone.
      client.logger = Ear.logger { if $0.hasSuffix("is gone") { input.finish() } }
    }
    #expect(run == PlainRun(status: 0, output: "", errors: ""))
    try await peer.stop()
  }

  /// Its commands are no words for a server; those of the protocol and unknown ones are.
  @Test func commandsOfTheScreenAreAnswered() async throws {
    let peer = try await Peer { channel, bytes in channel.say(bytes) }
    let run = try await PlainRun.of(
      .line, port: peer.port, input: "/help\n/who\n/nope\n//help\n".utf8)
    #expect(run.output == "/who\n/nope\n//help\n")
    let sentence = "/help is a command of the screen; --help has the flags, //help says it"
    #expect(run.errors == "chat-tui: not sent: \(sentence)\n")
    #expect(run.status == 1)
    try await peer.stop()
  }

  @Test func anInputThatGoesOnBehindTheServersCloseIsASentence() async throws {
    let peer = try await Peer { channel, _ in channel.close(promise: nil) }
    let input = try Pipe()
    input.write("hi\n".utf8)
    let run = try await PlainRun.of(.line, port: peer.port, descriptor: input.reading)
    input.finish()
    let sentence = "chat-tui: the server at 127.0.0.1:\(peer.port) is gone\n"
    #expect(run == PlainRun(status: 1, output: "", errors: sentence))
    try await peer.stop()
  }

  @Test(arguments: [
    (Framing.line, "/error full 10,000 are here\n", "10,000 are here"),
    (.raw, "/error full 10,000 are here", "10,000 are here"),
    (.length, "\u{b}\0\0\0/error slow", "slow"),
  ])
  func aServerThatTellsWhyItClosesIsASentence(framing: Framing, bytes: String, reason: String)
    async throws
  {
    let peer = try await Peer { channel, _ in
      channel.say(Array(bytes.utf8))
      channel.close(promise: nil)
    }
    let run = try await PlainRun.of(framing, port: peer.port, input: "hi\n".utf8)
    #expect(run.status == 1)
    #expect(run.errors == "chat-tui: the server closed the connection: \(reason)\n")
    #expect(run.output.contains("/error "))
    try await peer.stop()
  }

  @Test(arguments: [
    (Framing.line, "/error unknown no command /x\n"), (.line, "/error full x\nann: hi\n"),
  ])
  func anErrorThatClosesNothingIsNone(framing: Framing, bytes: String) async throws {
    let peer = try await Peer { channel, _ in
      channel.say(Array(bytes.utf8))
      channel.close(promise: nil)
    }
    let run = try await PlainRun.of(framing, port: peer.port, input: "hi\n".utf8)
    #expect(run == PlainRun(status: 0, output: bytes, errors: ""))
    try await peer.stop()
  }

  @Test func anInputThatCannotBeReadIsASentence() async throws {
    let peer = try await Peer { _, _ in }
    let folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(folder) }
    let run = try await PlainRun.of(.line, port: peer.port, descriptor: folder) { $0.linger = 0.01 }
    let sentence = "chat-tui: cannot read the input: Is a directory\n"
    #expect(run == PlainRun(status: 1, output: "", errors: sentence))
    try await peer.stop()
  }

  @Test(arguments: [
    (Framing.raw, "a\n\nb\n", "ab"), (.line, "a\n\nb\n", "a\n\nb\n"),
    (.length, "a\n\n", "\u{1}\0\0\0a\0\0\0\0"),
  ])
  func theServerGetsTheLinesAndNothingElse(framing: Framing, input: String, bytes: String)
    async throws
  {
    let got = try await PlainClientTests.received(framing, Array(input.utf8))
    #expect(got == Array(bytes.utf8))
  }

  @Test(arguments: [Framing.length, .line, .raw]) func bytesGoOutAsTheyAre(framing: Framing)
    async throws
  {
    let line: [UInt8] = [0x61, 0xff, 0xfe, 0x00, 0x62]
    let marks: [Framing: (before: [UInt8], after: [UInt8])] = [
      .length: ([5, 0, 0, 0], []), .line: ([], [10]), .raw: ([], []),
    ]
    let (before, after) = try #require(marks[framing])
    #expect(try await PlainClientTests.received(framing, line + [10]) == before + line + after)
  }

  @Test func anEmptyLineOnRawIsNoWrite() async throws {
    let peer = try await Peer { _, _ in }
    let run = try await PlainRun.of(.raw, port: peer.port, input: "\na\n".utf8) { client in
      client.wire = true
      client.foreign = true
      client.linger = 0.01
    }
    #expect(run.errors.split(separator: "\n").filter { $0.contains("write") }.count == 1)
    #expect(run.errors.contains("write 1 B"))
    try await peer.stop()
  }

  @Test func aDatagramIsCountedInTheBytesThatCame() async throws {
    let peer = DatagramPeer(answering: [0x61, 0xff, 0xfe])
    try await peer.run { port in
      let run = try await PlainRun.of(.udp, port: port, input: "a\n\n".utf8)
      #expect(peer.datagrams == [[0x61], []])
      let line = "a\u{fffd}\u{fffd} 127.0.0.1:\(port) 3 B\n"
      #expect(run == PlainRun(status: 0, output: line + line, errors: ""))
    }
  }

  @Test func noticesComeFirst() async throws {
    let run = try await PlainRun.of(.line, port: 1, input: []) {
      $0.notices = ["one", "two\u{1b}"]
    }
    #expect(
      run.errors == "chat-tui: one\nchat-tui: two^[\nchat-tui: no server at 127.0.0.1:1; "
        + "chat-server starts one, --host and --port name another\n")
  }

  @Test func aSentenceQuotesNoMoreThanItsBeginning() async throws {
    let long = String(repeating: "x", count: 5_000_000)
    let run = try await PlainRun.of(.line, port: 1, input: []) { $0.notices = [long] }
    let line = "chat-tui: " + String(repeating: "x", count: 400) + "…"
    #expect(run.errors.hasPrefix("\(line)\nchat-tui: no server at 127.0.0.1:1; chat-server "))
  }

  @Test(arguments: [(0, 1_400), (1_500, 300)]) func aNameIsReadBeforeTheFirstLine(
    telling: Int64, reading: Int64
  ) async throws {
    let server = LateServer(telling: .milliseconds(telling), reading: .milliseconds(reading))
    try await server.run { port in
      let run = try await PlainRun.of(.raw, port: port, input: "hi\n".utf8) { client in
        client.nick = Nick("bob")
        client.linger = 0.3
      }
      #expect(run.status == 0)
      #expect(server.reads == [Array("/nick bob".utf8), Array("hi".utf8)])
    }
  }

  /// All bytes that a server gets until the end of input.
  static func received(_ framing: Framing, _ input: [UInt8]) async throws -> [UInt8] {
    let bytes = Bytes()
    let peer = try await Peer { _, more in bytes.append(more) }
    let run = try await PlainRun.of(framing, port: peer.port, input: input)
    #expect(run == PlainRun(status: 0, output: "", errors: ""))
    try await peer.stop()
    return bytes.all
  }
}

/// What came so far, from whatever thread.
private final class Bytes: Sendable {
  private let bytes = NIOLockedValueBox<[UInt8]>([])

  var all: [UInt8] { bytes.withLockedValue { $0 } }

  func append(_ more: [UInt8]) { bytes.withLockedValue { $0 += more } }
}
