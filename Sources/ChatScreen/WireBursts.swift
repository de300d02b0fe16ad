package import ChatWire

// What the wire pane knows of bursts, and of what is set at the two ends.
extension WireLog {
  /// Takes note of what is set at one end, as far as it is known.
  package mutating func set(_ knobs: Knobs, at end: End) {
    switch end {
    case .here:
      here = here.turned(by: knobs)
      outgoing.ends.noDelay = here.noDelay
      incoming.ends.readSize = here.readSize
    case .there:
      isTold = true
      if let noDelay = knobs.noDelay { incoming.ends.noDelay = noDelay }
      if let readSize = knobs.readSize { outgoing.ends.readSize = readSize }
    }
  }

  /// Takes note of how our messages become writes.
  package mutating func set(_ sending: Sending) {
    pause = max(sending.gap, sending.slice?.pause ?? 0) * 1_000
    outgoing.ends.isCorked = sending.cork
  }

  /// Lets the next write of ours begin a burst.
  package mutating func mark() { outgoing.isMarked = true }

  /// The stream of a direction.
  subscript(direction: Direction) -> WireStream { direction == .outgoing ? outgoing : incoming }

  /// The reports on the bursts of a direction, the newest last; at least the last eight are there.
  package func reports(_ direction: Direction) -> [BurstReport] {
    self[direction].bursts.map { self[direction].report(on: $0, isTold: isTold) }
  }

  /// The lines behind a block: what became of the bursts that end with it.
  func bursts(endingWith number: Int) -> [(direction: Direction, report: BurstReport)] {
    Direction.allCases.flatMap { direction in
      self[direction].bursts.compactMap { burst in
        guard burst.block == number else { return nil }
        let report = self[direction].report(on: burst, isTold: isTold)
        return BurstSentence.isWorthwhile(report) ? (direction, report) : nil
      }
    }
  }

  /// The most microseconds from one write of ours to the next of its burst.
  var apart: Microseconds { Burst.apart + pause }

  /// Puts the line of the server's burst behind our read of its last byte, if that came already.
  mutating func attachRead(of range: Range<Int>) {
    guard range.lowerBound < incoming.offset,
      let number = latest(where: { $0.kind == .read && $0.range.overlaps(range) })
    else { return }
    incoming.attach(range, to: number)
  }
}
