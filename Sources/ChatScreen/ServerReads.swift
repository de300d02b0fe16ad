import ChatWire

/// Where the server's reads stand among our own blocks.
///
/// They are told over another connection, so they come late and with the server's clock. They are put where
/// their time says, which is corrected by what cannot be: a read before the write that it read from, a write of
/// the server after our read of it.
extension WireLog {
  /// How far before the end a report may be put; the observing connection is hardly later than that.
  private static let reach = 256

  /// Puts a read of the server where it belongs.
  ///
  /// - Returns: its number.
  mutating func insert(_ block: Block) -> Int {
    let place = place(for: block, before: blocks.numbers.upperBound)
    outgoing.shift(from: place)
    incoming.shift(from: place)
    if let lost = blocks.insert(block.judged(by: outgoing.map), at: place) { account(for: lost) }
    if block.range.upperBound > outgoing.known { outgoing.unjudged = min(outgoing.unjudged, place) }
    return place
  }

  /// Compares a write of the server with our read of its last byte: where the write seems the later one, the
  /// server's clock is taken back, and with it its last read that is shown.
  mutating func compare(_ range: Range<Int>, writtenAt at: Microseconds) {
    guard range.upperBound <= incoming.offset,
      let number = latest(where: { $0.kind == .read && $0.range.contains(range.upperBound - 1) }),
      let read = blocks[number]?.at, at &- lead > read
    else { return }
    let further = at &- lead &- read
    lead = lead &+ further
    guard let number = latest(where: { $0.kind == .peerRead }), let block = blocks[number] else {
      return
    }
    let earlier = block.earlier(by: further)
    let place = place(for: earlier, before: number)
    blocks[number] = earlier
    blocks.move(number, to: place)
    outgoing.moved(number, to: place)
    incoming.moved(number, to: place)
  }

  /// The number that a read of the server gets, at most `end`.
  private func place(for block: Block, before end: Int) -> Int {
    var place = end
    let first = max(blocks.numbers.lowerBound, end - WireLog.reach)
    while place > first, let before = blocks[place - 1], let then = before.at,
      let at = block.at, then > at, before.kind != .peerRead,
      !(before.isWrite && before.range.overlaps(block.range))
    {
      place -= 1
    }
    return place
  }

  /// The number of the last block of this connection, among those near the end, that fits.
  func latest(where fits: (Block) -> Bool) -> Int? {
    let numbers = blocks.numbers
    for number in numbers.suffix(WireLog.reach).reversed() {
      guard let block = blocks[number], block.kind != .opened else { return nil }
      if fits(block) { return number }
    }
    return nil
  }
}
