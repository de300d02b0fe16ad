/// How often each thing happened that is counted, and which of it is to be logged.
package struct Counters: Sendable {
  /// Milliseconds between two lines of the log about the same thing.
  package static let interval = 1_000

  private var counts: [Counter: Int] = [:]
  private var logged: [Counter: (at: Int, count: Int)] = [:]

  package init() {}

  package subscript(counter: Counter) -> Int { counts[counter] ?? 0 }

  package mutating func count(_ counter: Counter) {
    counts[counter, default: 0] += 1
  }

  /// Counts what is logged once a second at most; `now` is monotonic, in milliseconds.
  ///
  /// - Returns: how often it happened since it was last logged, if it is to be logged now.
  package mutating func log(_ counter: Counter, at now: Int) -> Int? {
    count(counter)
    let last = logged[counter]
    if let last, now - last.at < Counters.interval { return nil }
    logged[counter] = (now, self[counter])
    return self[counter] - (last?.count ?? 0)
  }
}
