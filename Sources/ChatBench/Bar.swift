/// Something that the server promises about many people at once, measured.
package struct Bar: Sendable, Codable, Equatable {
  package var name: String
  /// What was measured, with the bound.
  package var sentence: String
  package var isMet: Bool

  /// The sentence behind its verdict.
  package var line: String { "\(isMet ? "holds" : "FAILS")  \(name): \(sentence)" }
}

extension Bar {
  /// Ten thousand who said hello and are silent: at most 6 KiB each, all there within 10 s, and no CPU.
  static func idle(_ outcome: Outcome, clients: Int) -> Bar {
    let each = Double(outcome.memoryEach ?? 0) / 1_024
    let core = (outcome.core ?? 0) * 100
    return Bar(
      name: "idle",
      sentence: """
        \(clients) clients joined in \(Table.fixed(outcome.joined, 2)) s (10), \
        \(Table.fixed(each, 1)) KiB each (6), then \(Table.fixed(core, 1)) % of a core (1)
        """,
      isMet: outcome.joined <= 10 && each <= 6 && core <= 1)
  }

  /// A thousand joins a second: everybody is in a second after the last one came, and twice as many take no more
  /// memory each.
  static func joins(_ few: Outcome, _ less: Int, _ many: Outcome, _ more: Int) -> Bar {
    let ratio = Double(many.memoryEach ?? 0) / Double(max(1, few.memoryEach ?? 0))
    func isInTime(_ outcome: Outcome, _ clients: Int) -> Bool {
      outcome.joined <= Double(clients) / 1_000 + 1
    }
    return Bar(
      name: "joins",
      sentence: """
        \(less) clients, 1000 a second, were in after \(Table.fixed(few.joined, 2)) s (\(less / 1_000 + 1)), \
        \(more) after \(Table.fixed(many.joined, 2)) s (\(more / 1_000 + 1)) with \(Table.fixed(ratio, 2)) times \
        the memory each (1.2)
        """,
      isMet: isInTime(few, less) && isInTime(many, more) && ratio <= 1.2)
  }

  /// Two hundred people with 50 messages a second: 99 % within 5 ms, under 7 % of a core.
  ///
  /// On a machine where 1.2 times what the floor takes is more than that, at most so much.
  static func room(_ rounds: [(ours: Outcome, floor: Outcome)]) -> Bar {
    func medians(_ outcomes: [Outcome]) -> (late: Double, core: Double) {
      (
        outcomes.map { Double($0.p99) / 1_000 }.median,
        outcomes.map { ($0.core ?? 0) * 100 }.median
      )
    }
    let (ours, floor) = (medians(rounds.map(\.ours)), medians(rounds.map(\.floor)))
    let ratios = rounds.map { ($0.ours.core ?? 0) / max(1e-9, $0.floor.core ?? 0) }
    return Bar(
      name: "class",
      sentence: """
        p99 \(Table.fixed(ours.late, 2)) ms (5), \(Table.fixed(ours.core, 1)) % of a core (7, or 1.2 times \
        the floor's), \(ratios.range) times the floor's \(Table.fixed(floor.core, 1)) % and \
        \(Table.fixed(floor.late, 2)) ms
        """,
      isMet: ours.late < 5 && (ours.core < 7 || ratios.median <= 1.2)
        && rounds.allSatisfy(\.ours.isClean))
  }

  /// Fifty who never read among a thousand: the others' p99 within 1.2 times of what it is without them.
  static func deaf(_ rounds: [(without: Outcome, with: Outcome)]) -> Bar {
    let ratios = rounds.map { Double($0.with.p99) / Double(max(1, $0.without.p99)) }
    let memory = rounds.compactMap(\.with.memory).max() ?? 0
    return Bar(
      name: "deaf",
      sentence: """
        the others' p99 is \(ratios.range) times that without them (1.2), \
        \(memory >> 20) MiB of memory
        """,
      isMet: ratios.median <= 1.2 && rounds.allSatisfy { $0.with.isClean && $0.without.isClean })
  }

  /// Raw members beside: what 90 further members cost each message is the same with them and without.
  static func raw(
    _ rounds: [(few: Outcome, many: Outcome, fewBeside: Outcome, manyBeside: Outcome)]
  ) -> Bar {
    func difference(_ many: (Int) -> Outcome, _ few: (Int) -> Outcome) -> Double {
      rounds.indices.map { many($0).messageCost }.median
        - rounds.indices.map { few($0).messageCost }.median
    }
    let without = difference({ rounds[$0].many }, { rounds[$0].few })
    let with = difference({ rounds[$0].manyBeside }, { rounds[$0].fewBeside })
    return Bar(
      name: "raw",
      sentence: """
        90 members cost \(Table.fixed(without, 0)) µs a message, with raw members beside them \
        \(Table.fixed(with, 0)) µs: \(Table.fixed(without > 0 ? with / without : 0, 2)) times (1.2)
        """,
      isMet: without > 0 && with <= 1.2 * without)
  }
}

extension Outcome {
  /// Microseconds of the server's CPU for each message to everybody.
  fileprivate var messageCost: Double {
    guard let core, messages > 0 else { return 0 }
    return core * seconds * 1e6 / messages
  }
}

extension [Double] {
  /// The one in the middle; 0 if there is none.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }

  /// The median, and least to most.
  fileprivate var range: String {
    "\(Table.fixed(median, 2)) (\(Table.fixed(self.min() ?? 0, 2))–\(Table.fixed(self.max() ?? 0, 2)))"
  }
}
