/// How long to wait before the next attempt to reach a server.
///
/// Waits double from 0.5 s to 30 s; on loopback, where nobody is spared by waiting, they never pass 1 s.
package struct Backoff: Sendable {
  private let ceiling: Double
  private var wait = 0.5

  package init(host: String) {
    let loopback = host == "localhost" || host == "::1" || host.hasPrefix("127.")
    ceiling = loopback ? 0.8 : 30
  }

  /// The next wait in seconds, spread by up to a quarter.
  ///
  /// - Parameter jitter: 0 to 1, drawn anew each time so that a room of clients doesn't return at once.
  /// - Returns: seconds; at most 1 on loopback and 30 elsewhere.
  package mutating func next(jitter: Double) -> Double {
    defer { wait = min(wait * 2, ceiling) }
    return min(wait * (1 + jitter / 4), max(ceiling, 1))
  }

  /// Begins anew after a connection that worked.
  package mutating func reset() {
    wait = 0.5
  }
}
