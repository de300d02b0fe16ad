package import ChatWire

/// The server's moments on our clock.
///
/// The server counts microseconds from its accept, a moment that we don't know. Nothing is heard of before it
/// happened, so each report bounds the accept from above, and the lowest bound is the best.
package struct PeerClock: Sendable {
  private var accept: Microseconds?

  package init() {}

  /// A moment of the server's, never later than we heard of it.
  ///
  /// - Parameters:
  ///   - microseconds: since the server's accept.
  ///   - arrival: when we heard of it.
  /// - Returns: the moment on our clock.
  package mutating func local(_ microseconds: Int, arrival: Microseconds) -> Microseconds {
    let bound = arrival &- microseconds
    let best = min(accept ?? bound, bound)
    accept = best
    return best &+ microseconds
  }
}
