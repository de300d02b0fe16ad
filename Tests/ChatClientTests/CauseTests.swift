import ChatClient
import ChatScreen
import ChatWire
import Glibc
import NIOCore
import NIOPosix
import Testing

/// The two causes of sticking, each made to happen and measured at both ends, over a real connection.
///
/// Client and server share a loop: nothing is read while the burst is written, as it would be with a slower machine
/// or a faster client. A machine that is busy beside makes other segments of it: they run only with WIRECHAT_LONG=0
/// or 1.
@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: getenv("WIRECHAT_LONG") != nil))
struct CauseTests {
  /// What became of a burst of twenty: bytes of each read of the server, segments as each end counts them.
  private struct Outcome: Equatable {
    var reads: [Int]
    var sent: Int
    var received: Int
  }

  private func burst(here: Knobs, there: Knobs) async throws -> Outcome {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    var outcome = Outcome(reads: [], sent: 0, received: 0)
    try await withServer(on: loop) { ports in
      let ann = try await Witness(.raw, ports, nick: #require(Nick("ann")), on: loop)
      _ = await ann.joined(.raw)
      ann.session.perform(.knob(here, .here))
      ann.session.perform(.knob(there, .there))
      _ = await ann.first { message in
        guard case .link(.observed(let observed)) = message else { return nil as Bool? }
        let isTurned =
          observed.late == there.late ?? 0 && observed.quickAck == there.quickAck ?? true
        return isTurned ? true : nil
      }
      let before = ann.messages.count
      ann.session.perform(.burst(count: 20, text: "Hello, Hello. How are you?"))
      let name = "/nick ann".utf8.count
      let last = await ann.first { message in
        guard case .wire(.there(let fact, _)) = message, fact.way == .read,
          fact.offset + fact.length == name + 520
        else { return nil as WireFact? }
        return fact
      }
      for message in ann.messages {
        switch message {
        case .wire(.peerRead(let offset, let length, _)) where offset >= name:
          outcome.reads.append(length)
        case .wire(.here(let facts, _)): outcome.sent = facts.segmentsOut - 1
        default: break
        }
      }
      outcome.received = last.segments - 1
      let writes = ann.messages[before...].filter { message in
        if case .wire(.wrote(_, _, true)) = message { true } else { false }
      }
      #expect(writes.count == 20)
      await ann.session.leave(reason: "")
    }
    return outcome
  }

  /// Nagle off, a server that reads 200 ms late: each write is a segment, and one read finds them all.
  @Test func theLateReaderAlone() async throws {
    for _ in 0..<20 {
      let outcome = try await burst(here: Knobs(noDelay: true), there: Knobs(late: 200))
      #expect(outcome == Outcome(reads: [520], sent: 20, received: 20))
    }
  }

  /// Nagle on, a server that reads at once and acknowledges late: the first write leaves alone, the others together.
  @Test func theSenderAlone() async throws {
    for _ in 0..<20 {
      let outcome = try await burst(here: Knobs(noDelay: false), there: Knobs(quickAck: false))
      #expect(outcome == Outcome(reads: [26, 494], sent: 2, received: 2))
    }
  }
}
