/// The search for the largest hall: as many people as get every message within a time.
package struct Hall: Sendable {
  package var contestant: Contestant
  /// How many of the clients speak, and messages a second of all of them together.
  package var senders: Int
  package var rate: Int
  /// The 99th percentile that is still good, in microseconds.
  package var bound: Int
  package var seconds: Double

  package init(
    _ contestant: Contestant, senders: Int = 50, rate: Int = 50, bound: Int = 50_000,
    seconds: Double = 3
  ) {
    self.contestant = contestant
    self.senders = senders
    self.rate = rate
    self.bound = bound
    self.seconds = seconds
  }

  /// Doubles the hall until it is too large, then halves the gap four times.
  ///
  /// - Parameter tried: told of each hall.
  /// - Returns: the largest that was good, 0 if none was.
  /// - Throws: `LoadFailure` if the server does not start.
  package func run(tried: @escaping @Sendable (Int, Outcome?) -> Void) async throws -> Int {
    var good = 0
    var bad: Int?
    var size = max(100, senders)
    while bad == nil, size <= 65_536 {
      if try await isGood(size, tried) { good = size } else { bad = size }
      size *= 2
    }
    for _ in 0..<4 {
      guard let end = bad, end - good > max(50, good / 20) else { break }
      let middle = (good + end) / 2
      if try await isGood(middle, tried) { good = middle } else { bad = middle }
    }
    return good
  }

  private func isGood(
    _ clients: Int, _ tried: @escaping @Sendable (Int, Outcome?) -> Void
  ) async throws -> Bool {
    let server = try Launch(contestant)
    defer { server.stop() }
    let load = Load(
      clients: clients, senders: senders, window: rate, rate: rate, amount: .seconds(seconds))
    let outcome = try? await Generator(contestant.dialect, port: server.port, pid: server.pid)
      .run(load)
    tried(clients, outcome)
    return outcome.map { $0.isClean && $0.p99 <= bound && $0.deliveries > 0 } ?? false
  }
}
