package import ChatScreen
package import ChatWire
import DequeModule

/// The server's moments on our clock.
///
/// The server counts microseconds from its accept, a moment that we don't know. Effects bound it from above: nothing
/// is heard of before it happened, and no byte is read before it was written. The lowest bound is the best; it is
/// late by one way through the kernel at most.
package struct PeerClock: Sendable {
  /// Reads of ours that a report may still come for.
  private static let memory = 256

  private var accept: Microseconds?
  private var offset = 0
  private var reads: Deque<(end: Int, at: Microseconds)> = []

  package init() {}

  /// One read of ours, in order.
  package mutating func read(_ count: Int, at moment: Microseconds) {
    offset += count
    reads.append((offset, moment))
    if reads.count > PeerClock.memory { reads.removeFirst() }
  }

  /// When it happened.
  ///
  /// - Parameters:
  ///   - fact: a read or a write of the server's.
  ///   - arrival: when we heard of it.
  /// - Returns: the moment on our clock, never later than `arrival`.
  package mutating func local(_ fact: WireFact, arrival: Microseconds) -> Microseconds {
    var latest = arrival
    if fact.way == .wrote {
      let end = fact.offset &+ fact.length
      while let first = reads.first, first.end < end { reads.removeFirst() }
      if let read = reads.first { latest = min(latest, read.at) }
    }
    let bound = latest &- fact.microseconds
    let best = min(accept ?? bound, bound)
    accept = best
    return best &+ fact.microseconds
  }
}
