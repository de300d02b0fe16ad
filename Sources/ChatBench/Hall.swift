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

  /// Doubles the hall until it is too large, then halves the gap.
  ///
  /// - Parameters:
  ///   - first: the hall that is tried first.
  ///   - most: no hall is larger.
  ///   - isGood: whether a hall of so many is good.
  /// - Returns: the largest that was good, to a twentieth; 0 if none was.
  static func largest(
    from first: Int, most: Int, _ isGood: (Int) async throws -> Bool
  ) async rethrows -> Int {
    var (good, bad) = (0, most + 1)
    var size = min(first, most)
    while size < bad, bad - good > max(1, good / 20) {
      if try await isGood(size) { good = size } else { bad = size }
      size = bad > most ? min(size * 2, most) : (good + bad) / 2
      if good == most { break }
    }
    return good
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - most: no hall is larger.
  ///   - tried: told of each hall, in a sentence.
  ///   - progress: told now and then what is going on.
  /// - Returns: how many people the largest good hall has, 0 if none was good.
  /// - Throws: `LoadFailure` if the server does not start.
  package func run(
    most: Int = 10_000, tried: (String) -> Void,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Int {
    try await Hall.largest(from: max(100, senders), most: most) { clients in
      // A hall that is too large is so twice: something else on the machine may have been in the way.
      for _ in 1...2 where try await isGood(clients, tried, progress) { return true }
      return false
    }
  }

  private func isGood(
    _ clients: Int, _ tried: (String) -> Void, _ progress: @escaping @Sendable (String) -> Void
  ) async throws -> Bool {
    let server = try Launch.of(contestant)
    defer { server.stop() }
    let load = Load(
      clients: clients, senders: senders, window: max(1, rate), rate: rate,
      amount: .seconds(seconds))
    do {
      let outcome = try await server.generator(contestant.dialect).run(load, progress: progress)
      tried("\(clients) clients: \(outcome.sentence)")
      return outcome.isClean && outcome.deliveries > 0 && outcome.p99 <= bound
    } catch let failure as LoadFailure {
      tried("\(clients) clients: \(failure)")
      return false
    }
  }
}

extension Outcome {
  /// How quick it was and what it took.
  var sentence: String {
    let core = core.map { ", \(Table.fixed($0 * 100, 0)) % of a core" } ?? ""
    return "p50 \(p50) µs, p99 \(p99) µs, max \(max) µs\(core)" + (trouble.map { "; \($0)" } ?? "")
  }
}
