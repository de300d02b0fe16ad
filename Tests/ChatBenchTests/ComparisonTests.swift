import Testing

@testable import ChatBench

@Suite struct ComparisonTests {
  private func outcome(_ cost: Double) -> Outcome {
    var outcome = Outcome()
    (outcome.user, outcome.system) = (cost / 2, cost / 2)
    (outcome.seconds, outcome.deliveries) = (1, 1_000)
    return outcome
  }

  @Test func aRowHasTheMedianAndTheRange() {
    var entry = Comparison.Entry(regime: "talk", contestant: "chat-server")
    for (cost, base) in [(3.0, 1.0), (2, 1), (8, 4), (5, 1), (4, 1)] {
      entry.add(.success(outcome(cost)), base: base)
    }
    #expect(entry.ratios == [3, 2, 2, 5, 4])
    #expect(entry.median?.cost == 4)
    let row = Comparison.Entry.table([entry]).markdown.split(separator: "\n")[2]
    #expect(
      row.hasPrefix("| talk | chat-server | 3.00 | 2.00–5.00 | 1000 | 4.000 | 2.000 | 2.000 |"))
  }

  @Test func whoLosesSomethingIsARowWithASentence() {
    var entry = Comparison.Entry(regime: "crowd", contestant: "ncat --chat")
    entry.add(.success(outcome(3)), base: 1)
    var lossy = outcome(4)
    lossy.lost = 17
    entry.add(.success(lossy), base: 1)
    #expect(entry.failure == "lost 17, duplicated 0, out of order 0")
    #expect(entry.ratios == [3])
    #expect(Comparison.Entry.table([entry]).text.hasSuffix("lost 17, duplicated 0, out of order 0"))
  }

  @Test(arguments: [
    (1, 1_000), (99, 1_000), (100, 1_000), (777, 1_000), (1_000, 1_000), (5_000, 1_000), (0, 50),
  ])
  func theSearchEndsNearTheLargestHall(limit: Int, most: Int) async {
    var tried: [Int] = []
    let largest = await Hall.largest(from: 100, most: most) { size in
      tried.append(size)
      return size <= limit
    }
    let truth = min(limit, most)
    #expect(largest <= truth)
    #expect(truth - largest <= max(1, truth / 19))
    #expect(Set(tried).count == tried.count)
  }

  @Test(arguments: [(0.0, 2, "0.00"), (1.005, 1, "1.0"), (-2.5, 0, "-3"), (0.0625, 3, "0.063")])
  func numbers(value: Double, places: Int, text: String) {
    #expect(Table.fixed(value, places) == text)
  }
}
