import ChatWire

/// One direction of the connection as the wire pane keeps it: what was written, and who is yet to be judged.
struct WireStream: Sendable {
  /// The most bytes of one direction that are kept: the client's promise.
  static let ring = 1 << 20
  /// How far behind the newest byte writes are remembered for a verdict.
  private static let memory = 16 << 20

  /// Calls by the writing side and by the reading side since the connection began.
  var writes = 0
  var reads = 0
  /// Bytes seen on our side since the connection began.
  private(set) var offset = 0
  private(set) var map = WriteMap()
  /// The end of the last write that is known.
  private(set) var known = 0
  private var dissector: Dissector
  /// Bytes that are kept, and bytes that fell off, over all connections.
  var kept = 0
  var dropped = 0
  /// The number of the first block whose bytes may still be there.
  var oldest = 0
  /// The number of the first block without a final verdict.
  var unjudged = 0

  init(framing: Framing, limit: Int) { dissector = Dissector(framing: framing, limit: limit) }

  /// Begins a new connection; what is kept stays.
  mutating func open(framing: Framing, limit: Int, from number: Int) {
    var next = WireStream(framing: framing, limit: limit)
    (next.kept, next.dropped, next.oldest) = (kept, dropped, oldest)
    next.unjudged = number
    self = next
  }

  /// Takes bytes that we wrote or read, in order.
  mutating func pass(_ bytes: [UInt8]) -> (range: Range<Int>, dissection: Dissection) {
    let range = offset..<offset + bytes.count
    offset = range.upperBound
    kept += bytes.count
    return (range, dissector.dissect(bytes))
  }

  /// Takes note of a write, ours or the server's.
  mutating func wrote(_ range: Range<Int>) {
    map.wrote(range)
    known = max(known, range.upperBound)
    map.forget(before: range.upperBound - WireStream.memory)
  }

  /// Lets go of writes that no read to come can cover.
  mutating func forgetWrites(before offset: Int) { map.forget(before: offset) }

  /// Follows a block with neither bytes nor an open verdict from its number to a lower one.
  mutating func moved(_ number: Int, to place: Int) {
    if (place..<number).contains(oldest) { oldest += 1 }
    if (place..<number).contains(unjudged) { unjudged += 1 }
  }

  /// Lets the numbers of blocks move up by one from `number` on.
  mutating func shift(from number: Int) {
    if oldest >= number { oldest += 1 }
    if unjudged > number { unjudged += 1 }
  }
}
