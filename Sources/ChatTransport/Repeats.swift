package import ChatWire

/// Data segments that came and brought nothing new, such as a tail-loss probe (RFC 8985, section 7): the kernel counts
/// them with the others.
///
/// One is seen where between two askings segments came but no byte.
package struct Repeats {
  private var segments = 0
  private var bytes = 0
  private var count = 0

  package init() {}

  /// What the kernel told, with the repeats that were seen so far taken off.
  package mutating func takenOff(_ facts: KernelFacts) -> KernelFacts {
    if facts.bytesIn == bytes { count += max(0, facts.segmentsIn - segments) }
    segments = facts.segmentsIn
    bytes = facts.bytesIn
    var facts = facts
    facts.segmentsIn -= count
    return facts
  }
}
