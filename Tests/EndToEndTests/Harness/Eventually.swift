/// A wait that ended before what it waited for came about.
struct Unmet: Error, CustomStringConvertible {
  let description: String
}

/// The first answer that is not nil, asked for every `interval` until `limit` has passed; after that
/// it throws ``Unmet`` with `what`, the words for what is waited for.
@discardableResult
func eventually<Answer>(
  _ what: @autoclosure () -> String, within limit: Duration = .seconds(40),
  every interval: Duration = .milliseconds(10), answer: () async throws -> Answer?
) async throws -> Answer {
  let clock = ContinuousClock()
  let start = clock.now
  while true {
    if let found = try await answer() { return found }
    guard clock.now - start < limit else {
      throw Unmet(description: "not within \(limit): \(what())")
    }
    try await Task.sleep(for: interval)
  }
}
