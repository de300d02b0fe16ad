import ChatWire

/// Where the headlines of a burst are.
struct Headlines {
  /// The number of the block with its first read, as far as it is looked for.
  let first: Int
  /// The number of the block behind which its sentence stands.
  let last: Int
  /// The numbers of our reads that brought it back at once.
  let echoes: Range<Int>
}

extension WireLog {
  /// How many blocks before its sentence the first read of a burst is looked for.
  private static var reach: Int { 64 }

  /// The headlines of the newest burst of each direction, ours first; none for one of which there is nothing to say.
  var headlines: [Headlines] {
    [Direction.outgoing, .incoming].compactMap { direction in
      let stream = self[direction]
      guard let burst = stream.bursts.last, let last = burst.block,
        BurstSentence.isWorthwhile(stream.report(on: burst, isTold: isTold))
      else { return nil }
      let kind = direction == .outgoing ? Block.Kind.peerRead : .read
      let reads = (max(0, last - WireLog.reach)...last).filter {
        blocks[$0]?.kind == kind && blocks[$0]?.range.overlaps(burst.range) == true
      }
      return Headlines(
        first: reads.first ?? last, last: last, echoes: echoes(behind: last, of: direction))
    }
  }

  /// Our own reads right behind a burst of ours, each `Burst.apart` after the one before at most.
  private func echoes(behind number: Int, of direction: Direction) -> Range<Int> {
    var end = number + 1
    while direction == .outgoing, let block = blocks[end], block.kind == .read,
      let at = block.at, let before = blocks[end - 1]?.at, at &- before <= Burst.apart
    {
      end += 1
    }
    return number + 1..<end
  }
}
