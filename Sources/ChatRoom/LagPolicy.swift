/// How far behind the room a member may fall.
package struct LagPolicy: Equatable, Sendable {
  /// The largest backlog, in bytes.
  package let limit: Int

  package init(limit: Int = 1 << 20) {
    self.limit = limit
  }

  /// Whether a member with this backlog stays.
  ///
  /// - Parameters:
  ///   - unsent: bytes of the log, in the member's own view, that it has not been given.
  ///   - asides: bytes meant for this member alone that wait for their place among them.
  ///   - inFlight: bytes given to its connection that the kernel has not taken.
  /// - Returns: false as soon as it has to go.
  package func tolerates(unsent: Int, asides: Int, inFlight: Int) -> Bool {
    unsent &+ asides &+ inFlight <= limit
  }
}
