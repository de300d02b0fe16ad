import ChatService
import ChatWire
import Glibc
import Logging
import Testing

@testable import ChatBench

@Suite struct LoadTests {
  /// A server on ports of its own for as long as `body` runs.
  private func withServer(_ body: ([Framing: Int]) async throws -> Void) async throws {
    var configuration = Configuration()
    for framing in Framing.allCases { configuration.ports[framing] = .number(0) }
    let (stop, stopper) = AsyncStream.makeStream(of: Void.self)
    let (ready, announce) = AsyncStream.makeStream(of: [Framing: Int].self)
    let server = Server(
      configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    async let running: Void = server.run(until: stop) { announce.yield($0.ports) }
    defer { stopper.finish() }
    for await ports in ready {
      try await body(ports)
      break
    }
    stopper.finish()
    try await running
  }

  @Test(arguments: [(Dialect.length, Framing.length), (.line, .line), (.raw, .raw)])
  func aTinyLoadIsARow(dialect: Dialect, framing: Framing) async throws {
    try await withServer { ports in
      var load = Load(clients: 5, senders: 3, window: 3, amount: .messages(60))
      load.deaf = 1
      load.raw = 1
      let generator = Generator(
        dialect, port: try #require(ports[framing]), rawPort: ports[.raw], pid: getpid())
      let outcome = try await generator.run(load)
      #expect(outcome.trouble == nil)
      #expect(outcome.deliveries == 5 * 60)
      #expect(outcome.p50 > 0 && outcome.p50 <= outcome.p99 && outcome.p99 <= outcome.max)
      let rows = outcome.table("length").split(separator: "\n")
      #expect(rows.count == 2)
      #expect(rows[1].split(separator: " ").count == 18, "\(rows[1])")
    }
  }

  @Test func aServerThatIsNotThereIsASentence() async throws {
    let port = try Socket.freePort()
    await #expect {
      _ = try await Generator(.length, port: port).run(Load(clients: 1, senders: 1, window: 1))
    } throws: {
      "\($0)" == "no connection to 127.0.0.1:\(port): Connection refused"
    }
  }

  @Test(arguments: [
    // p99 in microseconds, our core, the floor's, whether that is a class
    (1_000, 0.069, 0.02, true), (1_000, 0.08, 0.07, true), (1_000, 0.08, 0.06, false),
    (1_000, 0.07, 0.0, false), (5_000, 0.01, 0.01, false),
  ])
  func aClassIsMeasuredAgainstTheFloorOnASlowMachine(
    late: Int, core: Double, floor: Double, holds: Bool
  ) {
    var (ours, theirs) = (Outcome(), Outcome())
    (ours.p99, ours.core, theirs.core) = (late, core, floor)
    #expect(Bar.room([(ours, theirs)]).isMet == holds)
  }

  @Test func bars() {
    var quick = Outcome()
    (quick.p99, quick.core, quick.memoryEach, quick.joined) = (1_000, 0.005, 4_096, 2.5)
    var slow = quick
    slow.p99 = 1_300
    #expect(
      Bar.idle(quick, clients: 10).line
        == "holds  idle: 10 clients joined in 2.50 s (10), 4.0 KiB each (6), then 0.5 % of a core (1)"
    )
    #expect(
      Bar.joins(quick, 5_000, quick, 10_000).line
        == "holds  joins: 5000 clients, 1000 a second, were in after 2.50 s (6), 10000 after 2.50 s (11) with 1.00 times the memory each (1.2)"
    )
    #expect(
      Bar.room([(quick, slow)]).line
        == "holds  class: p99 1.00 ms (5), 0.5 % of a core (7, or 1.2 times the floor's), 1.00 (1.00–1.00) times the floor's 0.5 % and 1.30 ms"
    )
    let rounds = [(without: quick, with: slow), (quick, quick), (quick, slow)]
    #expect(
      Bar.deaf(rounds).line
        == "FAILS  deaf: the others' p99 is 1.30 (1.00–1.30) times that without them (1.2), 0 MiB of memory"
    )
    var (few, many) = (quick, quick)
    (few.messages, few.seconds, many.messages, many.seconds, many.core) = (10, 1, 10, 1, 0.105)
    #expect(
      Bar.raw([(few, many, few, many)]).line
        == "holds  raw: 90 members cost 10000 µs a message, with raw members beside them 10000 µs: 1.00 times (1.2)"
    )
  }
}
