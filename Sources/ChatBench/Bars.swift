/// The runs behind each bar, against a server started for each.
package struct Bars: Sendable {
  package var contestant: Contestant
  /// What the class is measured against in the same rounds.
  package var floor: Contestant
  package var repeats: Int
  /// Seconds of each run.
  package var seconds: Double

  package init(
    _ contestant: Contestant, floor: Contestant, repeats: Int = 5, seconds: Double = 2
  ) {
    self.contestant = contestant
    self.floor = floor
    self.repeats = repeats
    self.seconds = seconds
  }

  package static let names = ["idle", "joins", "class", "deaf", "raw"]

  /// Measures one.
  ///
  /// - Parameters:
  ///   - name: one of `names`.
  ///   - progress: told now and then what is going on.
  /// - Returns: the bar; nil if there is none of this name.
  /// - Throws: `LoadFailure` if the server does not start, or lets not everybody in.
  package func run(
    _ name: String, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Bar? {
    @Sendable func measure(
      _ load: Load, _ round: Int, _ contestant: Contestant
    ) async throws -> Outcome {
      let server = try Launch.of(contestant)
      defer { server.stop() }
      var load = load
      load.amount = .seconds(seconds)
      return try await server.generator(contestant.dialect).run(load) {
        progress("\(name) \(round)/\(repeats): \($0)")
      }
    }
    func measure(_ load: Load, _ round: Int) async throws -> Outcome {
      try await measure(load, round, contestant)
    }
    func rounds<Round>(_ one: (Int) async throws -> Round) async throws -> [Round] {
      var all: [Round] = []
      for round in 1...max(1, repeats) { all.append(try await one(round)) }
      return all
    }

    switch name {
    case "idle":
      let load = Load(clients: 10_000, senders: 0, window: 1)
      return .idle(try await measure(load, 1), clients: load.clients)
    case "joins":
      var (few, many) = (
        Load(clients: 5_000, senders: 0, window: 1), Load(clients: 10_000, senders: 0, window: 1)
      )
      (few.joins, many.joins) = (1_000, 1_000)
      return .joins(
        try await measure(few, 1), few.clients, try await measure(many, 1), many.clients)
    case "class":
      var load = Load(clients: 200, senders: 20, window: 50, rate: 50)
      load.spins = true
      return .room(
        try await rounds { (try await measure(load, $0), try await measure(load, $0, floor)) })
    case "deaf":
      let load = Load(clients: 950, senders: 50, window: 100)
      return .deaf(
        try await rounds {
          (try await measure(load, $0), try await measure(load.with(deaf: 50), $0))
        })
    case "raw":
      let few = Load(clients: 10, senders: 10, window: 1_000, rate: 3_000)
      let many = Load(clients: 100, senders: 10, window: 1_000, rate: 3_000)
      return .raw(
        try await rounds {
          (
            try await measure(few, $0), try await measure(many, $0),
            try await measure(few.with(raw: 5), $0), try await measure(many.with(raw: 5), $0)
          )
        })
    default: return nil
    }
  }
}

extension Load {
  fileprivate func with(deaf: Int = 0, raw: Int = 0) -> Load {
    var load = self
    (load.deaf, load.raw) = (deaf, raw)
    return load
  }
}
