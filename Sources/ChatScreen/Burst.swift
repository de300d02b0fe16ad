import ChatWire

/// Writes of one direction that belong together: those of one `/burst`, or those at most 100 ms apart.
///
/// The client's own pauses between writes (`/gap`, `/slice`) come on top of the 100 ms. It ends after 10,000 writes.
struct Burst: Sendable {
  /// The most microseconds from one of its writes to the next.
  static let apart: Microseconds = 100_000
  /// The most writes of one burst.
  static let limit = 10_000

  /// Counts the bursts of its direction from 1, over all connections.
  let number: Int
  var range: Range<Int>
  var writes = 1
  /// When its last write was.
  var last: Microseconds
  /// What was set at the two ends when it began.
  let ends: StreamEnds
  /// The number of the block behind which its line stands: its last write or read; nil while there is none.
  var block: Int?
  /// What became of it, once that is not counted any more.
  var report: BurstReport?
}

/// What is set at the two ends of one direction, as far as it decides what becomes of writes.
struct StreamEnds: Equatable, Sendable {
  /// TCP_NODELAY at the sender; nil if that isn't known.
  var noDelay: Bool?
  /// TCP_CORK at the sender.
  var isCorked = false
  /// The most bytes that one read returns; nil if that isn't known.
  var readSize: Int?
}
