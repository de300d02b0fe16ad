/// The same regimes run against several servers in turn, again and again, and told as ratios to the first.
package struct Comparison: Sendable {
  package var contestants: [Contestant]
  package var regimes: [Regime]
  package var repeats: Int
  /// Seconds of each run.
  package var seconds: Double

  package init(
    _ contestants: [Contestant], regimes: [Regime] = Regime.all, repeats: Int = 5,
    seconds: Double = 2
  ) {
    self.contestants = contestants
    self.regimes = regimes
    self.repeats = repeats
    self.seconds = seconds
  }

  /// What one server gave in one regime.
  package struct Entry: Sendable, Codable {
    package var regime: String
    package var contestant: String
    package var runs: [Outcome] = []
    /// Why it did not run, nil if it did.
    package var failure: String?
    /// CPU a delivery as a multiple of the first server's in the same round, for each round.
    package var ratios: [Double] = []

    /// The run in the middle, by CPU a delivery.
    package var median: Outcome? {
      runs.isEmpty ? nil : runs.sorted { ($0.cost ?? 0) < ($1.cost ?? 0) }[runs.count / 2]
    }
  }

  /// Runs it all; each round goes through all servers, so that what slows the machine slows everybody.
  package func run(progress: @escaping @Sendable (String) -> Void) async -> [Entry] {
    var all: [Entry] = []
    for regime in regimes {
      var entries = contestants.map { Entry(regime: regime.name, contestant: $0.name) }
      for round in 1...max(1, repeats) {
        var base: Double?
        for (index, contestant) in contestants.enumerated() where entries[index].failure == nil {
          guard regime.load.clients <= contestant.capacity else {
            entries[index].failure = "takes \(contestant.capacity) clients at most"
            continue
          }
          let label = "\(regime.name) \(round)/\(repeats): \(contestant.name)"
          do {
            let outcome = try await run(regime, contestant) { progress("\(label): \($0)") }
            entries[index].runs.append(outcome)
            if index == 0 { base = outcome.cost }
            if let base, let cost = outcome.cost, base > 0 {
              entries[index].ratios.append(cost / base)
            }
          } catch {
            entries[index].failure = "\(error)"
          }
        }
      }
      all += entries
    }
    return all
  }

  private func run(
    _ regime: Regime, _ contestant: Contestant, progress: @escaping @Sendable (String) -> Void
  ) async throws -> Outcome {
    let server = try Launch(contestant)
    defer { server.stop() }
    var load = regime.load
    load.amount = .seconds(seconds)
    return try await Generator(contestant.dialect, port: server.port, pid: server.pid)
      .run(load, progress: progress)
  }
}
