import ChatWire

/// One direction of the connection as the wire pane keeps it: what was written, and who is yet to be judged.
struct WireStream: Sendable {
  /// The most bytes of one direction that are kept: the client's promise.
  static let ring = 1 << 20
  /// Bursts that are still counted.
  static let open = 8
  /// The most bursts that keep their line.
  private static let lines = 500
  /// How far behind the newest byte writes are remembered for a verdict.
  private static let memory = 16 << 20

  /// Calls by the writing side and by the reading side since the connection began.
  var writes = 0
  var reads = 0
  /// Bytes seen on our side since the connection began.
  private(set) var offset = 0
  private(set) var map = CallMap()
  /// The end of the last write that is known.
  private(set) var known = 0
  /// The reads, as far as they are told.
  private(set) var calls = CallMap()
  /// The end of the last read that is known.
  private(set) var read = 0
  var segments = SegmentMap()
  /// Whether a kernel said that something was sent twice, so that segments are "at least".
  var isUncertain = false
  /// Where the reads began that happened while the connection was being closed.
  var closesAt: Int?
  /// What is set at the two ends.
  var ends = StreamEnds()
  /// The bursts that have a line, and the last few; the newest last.
  private(set) var bursts: [Burst] = []
  /// Bursts over all connections.
  private var count = 0
  /// Whether the next write begins a burst.
  var isMarked = false
  /// The messages that ended in what passed on our side.
  private(set) var tally = Tally()
  /// Whether only the server's reports tell of the reads.
  let tellsReadsByReport: Bool
  private let framing: Framing
  private var dissector: Dissector
  /// Bytes that are kept, and bytes that fell off, over all connections.
  var kept = 0
  var dropped = 0
  /// The number of the first block whose bytes may still be there.
  var oldest = 0
  /// The number of the first block without a final verdict.
  var unjudged = 0

  /// A stream of a new connection, `outgoing` if we are the sender.
  init(framing: Framing, limit: Int, outgoing: Bool) {
    self.framing = framing
    dissector = Dissector(framing: framing, limit: limit)
    tellsReadsByReport = outgoing
  }

  /// Begins a new connection; what is kept stays.
  mutating func open(framing: Framing, limit: Int, from number: Int) {
    var next = WireStream(framing: framing, limit: limit, outgoing: tellsReadsByReport)
    next.bursts = bursts.suffix(WireStream.lines).map { burst in
      var burst = burst
      burst.report = burst.report ?? report(on: burst, isTold: read > 0)
      return burst
    }
    (next.kept, next.dropped, next.oldest, next.count) = (kept, dropped, oldest, count)
    next.unjudged = number
    self = next
  }

  /// Takes bytes that we wrote or read, in order.
  mutating func pass(_ bytes: [UInt8]) -> (range: Range<Int>, dissection: Dissection) {
    let range = offset..<offset + bytes.count
    offset = range.upperBound
    kept += bytes.count
    let dissection = dissector.dissect(bytes)
    tally.add(dissection.messages, at: offset)
    return (range, dissection)
  }

  /// Takes note of a write, ours or the server's.
  mutating func wrote(_ range: Range<Int>, at: Microseconds, apart: Microseconds) {
    map.add(range)
    known = max(known, range.upperBound)
    map.forget(before: range.upperBound - WireStream.memory)
    group(range, at: at, apart: apart)
  }

  /// Takes note of a read, ours or the server's.
  mutating func tookRead(_ range: Range<Int>) {
    calls.add(range)
    read = max(read, range.upperBound)
    calls.forget(before: range.upperBound - WireStream.memory)
  }

  /// The byte behind the last one that is known of, as far as that can be believed.
  var end: Int { min(max(offset, known), offset &+ WireStream.memory) }

  /// Messages that ended in `range`; on the raw port each read is one.
  func messages(in range: Range<Int>, reads: Int?) -> Int? {
    framing == .raw ? reads : tally.messages(in: range)
  }

  /// Adds a write to the newest burst, or begins one.
  private mutating func group(_ range: Range<Int>, at: Microseconds, apart: Microseconds) {
    guard let newest = bursts.indices.last, bursts[newest].report == nil, !isMarked,
      bursts[newest].writes < Burst.limit, bursts[newest].range.upperBound == range.lowerBound,
      at &- bursts[newest].last <= apart
    else {
      isMarked = false
      prune()
      count += 1
      return bursts.append(Burst(number: count, range: range, last: at, ends: ends))
    }
    bursts[newest].range = bursts[newest].range.lowerBound..<range.upperBound
    bursts[newest].writes += 1
    bursts[newest].last = at
  }

  /// Stops counting a burst that is a while back, and lets go of it if there is nothing to say of it.
  private mutating func prune() {
    let old = bursts.count - WireStream.open
    guard old >= 0 else { return }
    if bursts[old].report == nil {
      let report = report(on: bursts[old], isTold: read > 0)
      bursts[old].report = report
      if !BurstSentence.isWorthwhile(report) { bursts.remove(at: old) }
    }
    if bursts.count > WireStream.lines { bursts.removeFirst() }
  }

  /// Puts the line of each burst that `range` touches behind a block, unless it stands further down.
  mutating func attach(_ range: Range<Int>, to number: Int) {
    for index in bursts.indices.suffix(WireStream.open)
    where bursts[index].report == nil && bursts[index].range.overlaps(range) {
      bursts[index].block = max(bursts[index].block ?? number, number)
    }
  }

  /// Takes the lines of all bursts off their blocks.
  mutating func detach() {
    for index in bursts.indices { bursts[index].block = nil }
  }

  /// Follows a block with neither bytes nor an open verdict from its number to a lower one.
  mutating func moved(_ number: Int, to place: Int) {
    for index in bursts.indices.suffix(64) {
      guard let block = bursts[index].block, (place..<number).contains(block) else { continue }
      bursts[index].block = block + 1
    }
    if (place..<number).contains(oldest) { oldest += 1 }
    if (place..<number).contains(unjudged) { unjudged += 1 }
  }

  /// Lets the numbers of blocks move up by one from `number` on.
  mutating func shift(from number: Int) {
    for index in bursts.indices.suffix(64) {
      guard let block = bursts[index].block, block >= number else { continue }
      bursts[index].block = block + 1
    }
    if oldest >= number { oldest += 1 }
    if unjudged > number { unjudged += 1 }
  }
}
