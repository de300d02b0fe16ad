import ChatWire

// What the kernels of the two ends tell.
extension WireLog {
  /// Takes what our kernel tells.
  mutating func take(_ facts: KernelFacts) {
    outgoing.segments.pin(bytes: facts.bytesOut, segments: facts.segmentsOut, by: .sender)
    incoming.segments.pin(bytes: facts.bytesIn, segments: facts.segmentsIn, by: .receiver)
    outgoing.isUncertain = !facts.isCertain
    buckets.here(facts)
    moved()
  }

  /// Takes what the server tells of a call, its kernel's part.
  mutating func take(_ fact: WireFact) {
    pin(fact)
    buckets.there(fact)
    moved()
  }

  /// Takes note that a stream was read further, or written further, by the server.
  mutating func moved() {
    buckets.moved(read: isTold ? outgoing.read : nil, written: isTold ? incoming.known : nil)
  }

  /// Takes the point of the segment map that a call of the server pins.
  private mutating func pin(_ fact: WireFact) {
    guard let end = fact.end, fact.unread >= 0, fact.unsent >= 0 else { return }
    switch fact.way {
    case .read:
      let (arrived, overflow) = end.addingReportingOverflow(fact.unread)
      guard !overflow else { return }
      outgoing.segments.pin(bytes: arrived, segments: fact.segments, by: .receiver)
    case .wrote:
      guard fact.unsent == 0 else { return }
      incoming.segments.pin(bytes: end, segments: fact.segments, by: .sender)
    }
  }
}
