import ChatService
import ChatTransport
import ChatWire
import Logging
import NIOPosix
import NIOConcurrencyHelpers

/// A server on free ports, and what its console printed.
struct LiveServer: Sendable {
  let addresses: Addresses
  let console: Printed
  private let stops: AsyncStream<Void>.Continuation
  private let seat: AsyncStream<Order>.Continuation

  /// Runs a server around `body` and stops it behind it.
  @discardableResult
  static func run<Result: Sendable>(
    _ change: (inout Configuration) -> Void = { _ in },
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    _ body: @escaping @Sendable (LiveServer) async throws -> Result
  ) async throws -> Result? {
    var configuration = Configuration()
    for framing in Framing.allCases { configuration.ports[framing] = .number(0) }
    change(&configuration)
    let console = Printed()
    let (stop, stops) = AsyncStream.makeStream(of: Void.self)
    let (ready, isReady) = AsyncStream.makeStream(of: Addresses.self)
    let (orders, seat) = AsyncStream.makeStream(of: Order.self)
    let server = Server(configuration, console: console.spool, logger: logger)
    return try await withThrowingTaskGroup(of: Result?.self) { tasks in
      tasks.addTask {
        defer { isReady.finish() }
        try await server.run(until: stop, orders: orders) { isReady.yield($0) }
        return nil
      }
      for await addresses in ready {
        tasks.addTask(executorPreference: BlockingThreads.shared) {
          defer { stops.yield() }
          return try await body(
            LiveServer(addresses: addresses, console: console, stops: stops, seat: seat))
        }
        break
      }
      var result: Result?
      for try await one in tasks { result = one ?? result }
      return result
    }
  }

  func stop() { stops.yield() }

  /// Asks as whoever sits at the server does.
  func order(_ order: Order) { seat.yield(order) }

  /// Waits until a line of `/stats` reads so.
  func counts(_ line: String) async throws -> Bool {
    for _ in 0..<2_000 {
      order(.stats)
      if try await console.line("stats \(line)", timeout: .milliseconds(20)) { return true }
    }
    return false
  }

  func connect(_ framing: Framing, receiveBuffer: CInt? = nil) throws -> Wire {
    try Wire(addresses[framing]?.port ?? 0, receiveBuffer: receiveBuffer)
  }

  /// A client that says nothing, and that the server has accepted.
  func listen(_ framing: Framing) throws -> Wire {
    let wire = try connect(framing)
    _ = try observe(wire)
    return wire
  }

  /// A client that said `/hello`, its welcome and names read.
  func join(_ nick: String) throws -> Wire {
    let wire = try connect(.length)
    try wire.frame("/hello 1 \(nick)")
    _ = try wire.frame(startingWith: "/names ")
    return wire
  }
}

/// What a console printed.
final class Printed: Sendable {
  private struct State {
    var lines: [String] = []
    var rest = ""
  }

  private let state = NIOLockedValueBox(State())

  var spool: Spool {
    Spool { bytes in
      self.state.withLockedValue { state in
        let text = state.rest + String(decoding: bytes, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        state.rest = String(lines.removeLast())
        state.lines += lines.map { line in
          line.dropFirst(2).first == ":" ? String(line.dropFirst(9)) : String(line)
        }
      }
      return bytes.count
    }
  }

  /// The lines, without the time in front of them.
  var lines: [String] { state.withLockedValue { $0.lines } }

  /// Waits for a line.
  func line(_ line: String, timeout: Duration = .seconds(30)) async throws -> Bool {
    let end = ContinuousClock.now + timeout
    while !lines.contains(line) {
      guard ContinuousClock.now < end else { return false }
      try await Task.sleep(for: .milliseconds(5))
    }
    return true
  }
}

extension LiveServer {
  /// An observer of this client, told of it already; so the server has accepted the client.
  func observe(_ wire: Wire) throws -> Wire {
    let observer = try connect(.line)
    let framing = addresses.bound.first { $0.value.port == wire.peerPort }?.key.rawValue ?? ""
    for _ in 0..<1_000 {
      try observer.send("/observe \(framing) \(wire.port)\n")
      var line = try observer.line()
      if line?.hasPrefix("/ports") == true { line = try observer.line() }
      if line?.hasPrefix("/observing") == true { return observer }
    }
    throw Wire.Failure(call: "observe", errno: 0)
  }
}

/// Threads on which a test may block: those of the tasks are as few as the cores.
final class BlockingThreads: TaskExecutor {
  static let shared = BlockingThreads()
  private let pool = NIOThreadPool(numberOfThreads: 64)

  private init() {
    pool.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pool.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
