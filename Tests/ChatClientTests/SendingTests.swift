import ChatClient
import ChatScreen
import ChatWire
import NIOCore
import Testing

/// How messages become writes, over real sockets, against a server that knows nothing.
@Suite(.timeLimit(.minutes(3))) struct SendingTests {
  /// Writes of the session, each as text.
  private func writes(_ witness: Witness) -> [String] {
    witness.messages.compactMap { message in
      guard case .wire(.wrote(let bytes, _, _)) = message else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Runs `body` with a session that has joined a server which collects what it gets.
  private func withPeer(
    _ framing: Framing, _ body: (Witness, Received) async throws -> Void
  ) async throws {
    let received = Received()
    let peer = try await Peer { received.append($1) }
    let ann = try await Witness(
      framing, [framing: peer.port], nick: #require(Nick("ann")), foreign: true)
    _ = await ann.joined(framing)
    try await body(ann, received)
    try await peer.stop()
  }

  private static func sending(_ change: (inout Sending) -> Void) -> Sending {
    var sending = Sending()
    change(&sending)
    return sending
  }

  @Test func slicesAreWritesOfTheirOwnAndWhatFollowsStaysBehind() async throws {
    try await withPeer(.line) { ann, received in
      let sliced = Self.sending { $0.slice = Sending.Slice(bytes: 3, pause: 10) }
      ann.session.perform(.sending(sliced))
      ann.session.perform(.send("hello"))
      ann.session.perform(.sending(Sending()))
      ann.session.perform(.send("you"))
      await ann.wrote("you\n")
      #expect(writes(ann) == ["hel", "lo\n", "you\n"])
      await ann.session.leave(reason: "")
      #expect(received.text == "hello\nyou\n")
    }
  }

  @Test func aSplitHeaderIsTwoWrites() async throws {
    try await withPeer(.length) { ann, received in
      ann.session.perform(.sending(Self.sending { $0.splitHeader = true }))
      ann.session.perform(.burst(count: 2, text: "hello"))
      await ann.wrote("hello", times: 2)
      #expect(writes(ann) == ["\u{5}\0\0\0", "hello", "\u{5}\0\0\0", "hello"])
      await ann.session.leave(reason: "")
      #expect(received.text == "\u{5}\0\0\0hello\u{5}\0\0\0hello")
    }
  }

  @Test func aGapPartsTheWritesOfABurst() async throws {
    try await withPeer(.raw) { ann, _ in
      ann.session.perform(.sending(Self.sending { $0.gap = 20 }))
      ann.session.perform(.burst(count: 4, text: "hi"))
      await ann.wrote("hi", times: 4)
      let times = ann.messages.compactMap { message -> Int? in
        guard case .wire(.wrote(_, let at, _)) = message else { return nil }
        return at
      }
      #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 20_000 })
      await ann.session.leave(reason: "")
    }
  }

  @Test func damageIsDoneOnce() async throws {
    try await withPeer(.line) { ann, received in
      ann.session.perform(.sending(Self.sending { $0.damage = .drop(5) }))
      ann.session.perform(.send("hello"))
      ann.session.perform(.send("you"))
      ann.session.perform(.sending(Self.sending { $0.damage = .flip(1) }))
      ann.session.perform(.burst(count: 2, text: "hey"))
      await ann.wrote("hey\n")
      await ann.session.leave(reason: "")
      #expect(received.bytes == Array("helloyou\nh".utf8) + [0x9a] + Array("y\nhey\n".utf8))
    }
  }

  @Test func corkHoldsASmallWriteBackUntilItIsTakenOff() async throws {
    try await withPeer(.raw) { ann, received in
      ann.session.perform(.sending(Self.sending { $0.cork = true }))
      for text in ["a", "b", "c"] { ann.session.perform(.send(text)) }
      ann.session.perform(.sending(Sending()))
      await ann.wrote("c")
      await received.holds(3)
      #expect(received.reads == ["abc"])
      await ann.session.leave(reason: "")
    }
  }

  @Test func whoLeavesCompletesAMessageAndSaysWhatWasNotSent() async throws {
    try await withPeer(.line) { ann, received in
      let slow = Self.sending {
        $0.slice = Sending.Slice(bytes: 2, pause: 5_000)
        $0.gap = 5_000
      }
      ann.session.perform(.sending(slow))
      ann.session.perform(.burst(count: 3, text: "abcdef"))
      await ann.wrote("ab")
      await ann.session.leave(reason: "bye")
      #expect(received.text == "abcdef\n")
      #expect(await ann.trouble() == "not sent ×2: abcdef")
    }
  }

  @Test func anotherFramingTellsWhatWasNotSent() async throws {
    try await withPeer(.line) { ann, received in
      ann.session.perform(.sending(Self.sending { $0.gap = 5_000 }))
      ann.session.perform(.burst(count: 3, text: "abc"))
      await ann.wrote("abc\n")
      ann.session.perform(.framing(.raw))
      #expect(await ann.trouble() == "not sent ×2: abc")
      #expect(received.text == "abc\n")
      await ann.session.leave(reason: "")
    }
  }

  @Test func aServerThatTurnsNothingIsTold() async throws {
    let server = LateServer(telling: .zero, reading: .zero)
    try await server.run { port in
      let bob = try await Witness(.raw, [.raw: port], nick: #require(Nick("bob")))
      _ = await bob.joined(.raw)
      bob.session.perform(.knob(Knobs(late: 200), .there))
      #expect(
        await bob.trouble() == "the server has not acknowledged /knob late=200 within 2 s")
      await bob.session.leave(reason: "")
    }
  }
}
