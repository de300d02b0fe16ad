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
    /// Why it did not run, or not to the end; nil if it did.
    package var failure: String?
    /// CPU a delivery as a multiple of the first server's in the same round, for each round.
    package var ratios: [Double] = []

    package init(regime: String, contestant: String) {
      self.regime = regime
      self.contestant = contestant
    }

    /// The run in the middle, by CPU a delivery.
    package var median: Outcome? {
      runs.isEmpty ? nil : runs.sorted { ($0.cost ?? 0) < ($1.cost ?? 0) }[runs.count / 2]
    }
  }

  /// Runs it all; each round goes through all servers, so that what slows the machine slows everybody.
  ///
  /// - Parameters:
  ///   - ended: told of each run when it has ended.
  ///   - progress: told now and then what is going on.
  /// - Returns: the regimes one after the other, the servers in their order in each.
  package func run(
    ended: (String) -> Void = { _ in }, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> [Entry] {
    var all: [Entry] = []
    for regime in regimes {
      var entries = contestants.map { Entry(regime: regime.name, contestant: $0.name) }
      for round in 1...max(1, repeats) {
        var base: Double?
        for (index, contestant) in contestants.enumerated() where entries[index].failure == nil {
          let label = "\(regime.name) \(round)/\(repeats) \(contestant.name): "
          let result = await run(regime, contestant) { progress(label + $0) }
          entries[index].add(result, base: base)
          if index == 0 { base = entries[0].runs.last?.cost }
          ended(label + entries[index].lastWords)
        }
      }
      all += entries
    }
    return all
  }

  private func run(
    _ regime: Regime, _ contestant: Contestant, progress: @escaping @Sendable (String) -> Void
  ) async -> Result<Outcome, LoadFailure> {
    guard regime.load.clients <= contestant.capacity else {
      return .failure(LoadFailure("takes \(contestant.capacity) clients at most"))
    }
    do {
      let server = try Launch.of(contestant)
      defer { server.stop() }
      var load = regime.load
      load.amount = .seconds(seconds)
      return .success(
        try await server.generator(contestant.dialect).run(load, progress: progress))
    } catch let failure as LoadFailure {
      return .failure(failure)
    } catch {
      return .failure(LoadFailure("\(error)"))
    }
  }
}

extension Comparison.Entry {
  /// Takes a run's result; whoever loses something takes no further part.
  ///
  /// - Parameters:
  ///   - result: the outcome, or why there is none.
  ///   - base: CPU a delivery of the first server in this round, if there is one.
  mutating func add(_ result: Result<Outcome, LoadFailure>, base: Double?) {
    switch result {
    case .failure(let reason): failure = reason.description
    case .success(let outcome):
      failure = outcome.trouble
      guard failure == nil else { return }
      runs.append(outcome)
      guard let cost = outcome.cost, let base, base > 0 else { return }
      ratios.append(cost / base)
    }
  }

  /// The last run in a few words.
  var lastWords: String {
    if let failure { return failure }
    guard let run = runs.last, let cost = run.cost else { return "?" }
    let ratio = ratios.last.map { " = \(Table.fixed($0, 2))×" } ?? ""
    return "\(Table.fixed(cost, 3)) µs\(ratio), \(Table.fixed(run.rate, 0))/s, p99 \(run.p99) µs"
  }
}
