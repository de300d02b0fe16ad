import ChatWire

/// The bytes that wait in the two kernels.
struct Buckets: Equatable, Sendable {
  /// The bytes of one direction that are under way, in order; nil where nothing is told.
  struct Level: Equatable, Sendable {
    /// Written, and not acknowledged by the other kernel.
    var unsent: Int?
    /// Arrived in the reader's kernel, and not read.
    var unread: Int?
    /// The most that either has held since the connection began, at least 1.
    var peak = 1

    var isEmpty: Bool { (unsent ?? 0) == 0 && (unread ?? 0) == 0 }
  }

  private(set) var outgoing = Level()
  private(set) var incoming = Level()
  /// How far the server's kernel has our stream, and ours the server's.
  private var arrivedThere: Int?
  private var arrivedHere: Int?

  subscript(direction: Direction) -> Level { direction == .outgoing ? outgoing : incoming }

  /// Takes what our kernel tells.
  mutating func here(_ facts: KernelFacts) {
    outgoing.unsent = max(0, facts.unsent)
    incoming.unread = max(0, facts.unread)
    let inFlight = max(0, facts.unsent &- facts.notSent)
    arrivedThere = max(arrivedThere ?? 0, facts.bytesOut &- inFlight)
    arrivedHere = max(arrivedHere ?? 0, facts.bytesIn)
  }

  /// Takes what the server's kernel tells.
  mutating func there(_ fact: WireFact) {
    guard let end = fact.end else { return }
    switch fact.way {
    case .read:
      let (arrived, overflow) = end.addingReportingOverflow(fact.unread)
      if !overflow, fact.unread >= 0 { arrivedThere = max(arrivedThere ?? 0, arrived) }
    case .wrote: incoming.unsent = max(0, fact.unsent)
    }
  }

  /// Takes how far the streams were read by the server, and written by it, as far as that is known.
  mutating func moved(read: Int?, written: Int?) {
    outgoing.unread = read.flatMap { read in arrivedThere.map { max(0, $0 &- read) } }
    if let written, written > 0, let arrivedHere {
      incoming.unsent = max(0, written &- arrivedHere)
    }
    for level in [\Buckets.outgoing, \.incoming] {
      let most = max(self[keyPath: level].unsent ?? 0, self[keyPath: level].unread ?? 0)
      self[keyPath: level].peak = max(self[keyPath: level].peak, most)
    }
  }
}

extension WireFact {
  /// The byte behind the call's last; nil for numbers that cannot be.
  var end: Int? {
    let (end, overflow) = offset.addingReportingOverflow(length)
    return offset >= 0 && length > 0 && !overflow ? end : nil
  }
}
