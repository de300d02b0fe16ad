import ChatClient
import ChatScreen
import ChatService
import ChatWire
import NIOPosix
import Testing

@Suite(.timeLimit(.minutes(3))) struct SessionTests {
  @Test(arguments: Framing.allCases) func joinsUnderItsNameOnEveryFraming(framing: Framing)
    async throws
  {
    try await withServer { ports in
      let ann = try await Witness(framing, ports, nick: #require(Nick("ann")))
      #expect(await ann.joined(framing) == ("ann", false))
      await ann.session.leave(reason: "")
    }
  }

  @Test(arguments: [Framing.length, .line, .raw]) func aTakenNameIsReplacedByTheFreeOne(
    framing: Framing
  ) async throws {
    try await withServer { ports in
      let ann = try #require(Nick("ann"))
      let first = try await Witness(.length, ports, nick: ann)
      _ = await first.joined(.length)
      let second = try await Witness(framing, ports, nick: ann)
      #expect(await second.joined(framing) == ("ann2", false))
      #expect(
        second.messages.contains { message in
          guard case .heard(.notice(let notice), _, _) = message else { return false }
          return "\(notice)" == "the name ann is taken; you are ann2"
        })
      await second.session.leave(reason: "")
      await first.session.leave(reason: "")
    }
  }

  @Test func changesItsFramingByThePortsThatTheServerTells() async throws {
    try await withServer { ports in
      let ann = try await Witness(.length, ports, nick: #require(Nick("ann")))
      _ = await ann.joined(.length)
      await ann.observed()
      for framing in [Framing.raw, .line, .udp, .length] {
        ann.session.perform(.framing(framing))
        #expect(await ann.joined(framing) == ("ann", false))
      }
      await ann.session.leave(reason: "")
    }
  }

  @Test func aBurstIsSoManyWritesAndTheServersReadsCoverThem() async throws {
    try await withServer { ports in
      let ann = try await Witness(.raw, ports, nick: #require(Nick("ann")))
      _ = await ann.joined(.raw)
      ann.session.perform(.burst(count: 20, text: "Hello, Hello. How are you?"))
      let end = "/nick ann".utf8.count + 520
      _ = await ann.first { message in
        guard case .wire(.peerRead(let offset, let length, _)) = message else {
          return nil as Bool?
        }
        return offset + length == end ? true : nil
      }
      let writes = ann.messages.compactMap { message -> Int? in
        guard case .wire(.wrote(let bytes, _, let exact)) = message, exact else { return nil }
        return bytes.count
      }
      #expect(writes == [9] + Array(repeating: 26, count: 20))
      let reads = ann.messages.compactMap { message -> Range<Int>? in
        guard case .wire(.peerRead(let offset, let length, _)) = message else { return nil }
        return offset..<offset + length
      }
      #expect(reads.map(\.count).reduce(0, +) == end)
      #expect(zip(reads, reads.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      await ann.session.leave(reason: "")
    }
  }

  @Test func comesBackToAServerThatReturns() async throws {
    var known: [Framing: Int] = [:]
    var witness: Witness?
    try await withServer { ports in
      known = ports
      let ann = try await Witness(.length, ports, nick: #require(Nick("ann")))
      _ = await ann.joined(.length)
      witness = ann
    }
    let ann = try #require(witness)
    let reason = await ann.first { message -> String? in
      guard case .link(.waiting(_, _, let reason)) = message else { return nil }
      return "\(reason)"
    }
    #expect(reason == "the server at 127.0.0.1:\(known[.length] ?? 0) is gone; retrying")
    await ann.session.leave(reason: "")
  }

  @Test func nobodyThereIsASentenceAndTheNextTryIsSoon() async throws {
    let ann = try await Witness(.length, [.length: 1], nick: #require(Nick("ann")))
    let (seconds, reason) = await ann.first { message -> (Double, String)? in
      guard case .link(.waiting(_, let seconds, let reason)) = message else { return nil }
      return (seconds, "\(reason)")
    }
    #expect(reason == "no server at 127.0.0.1:1; retrying · chat-tui --serve starts one")
    #expect((0.5...0.625).contains(seconds))
    await ann.session.leave(reason: "")
  }

  @Test(arguments: Framing.allCases) func whoIsSentAwayStaysAwayUntilToldOtherwise(
    framing: Framing
  ) async throws {
    let (orders, seat) = AsyncStream.makeStream(of: Order.self)
    try await withServer(orders: orders) { ports in
      let ann = try await Witness(framing, ports, nick: #require(Nick("ann")))
      func end() async -> String {
        await ann.first { message in
          switch message {
          case .link(.closed(let reason)): "\(reason)"
          case .link(.waiting(_, _, let reason)): "waits: \(reason)"
          default: nil
          }
        }
      }
      _ = await ann.joined(framing)
      seat.yield(.kick("ann"))
      #expect(
        await end() == "the server closed the connection: you were asked to leave "
          + "· /reconnect tries again")
      ann.session.perform(.reconnect)
      let refusal = await end()
      #expect(refusal.contains("ann was asked to"), "\(refusal)")
      await ann.session.leave(reason: "")
    }
  }

  /// Those that were left are left.
  @Test func comesBackToItsRooms() async throws {
    try await withServer { ports in
      let ann = try await Witness(.length, ports, nick: #require(Nick("ann")))
      func welcome() async -> String {
        await ann.first { message in
          guard case .heard(.event(.inRoom(let room, .welcome)), _, _) = message else { return nil }
          return room
        }
      }
      _ = await ann.joined(.length)
      await ann.observed()
      for room in ["one", "two", "three"] {
        ann.session.perform(.send("/join \(room)"))
        #expect(await welcome() == room)
      }
      ann.session.perform(.send("/part two"))
      for framing in [Framing.line, .udp] {
        ann.session.perform(.framing(framing))
        #expect(await ann.joined(framing) == ("ann", false))
        #expect(await welcome() == "one")
        #expect(await welcome() == "three")
      }
      await ann.session.leave(reason: "")
    }
  }
}
