import DequeModule
import NIOCore

/// What was read of a connection and waits until it has its turn: it is ahead of its rate, or has had the loop for as
/// long as one connection may at a time.
struct Intake {
  private var reads: Deque<ByteBuffer> = []
  /// Bytes that wait.
  private(set) var weight = 0
  /// When its slice was used up, in milliseconds of the watch; nil once the next one may begin.
  private var restingSince: Int?
  private var restedFor = 0
  /// Whether the end of the stream waits behind the bytes.
  var isLast = false
  private var turn = -1
  private var end = NIODeadline.distantPast

  /// Reads that wait.
  var count: Int { reads.count }

  /// Whether the slice that was begun is used up.
  var isOver: Bool { .now() >= end }

  /// Whether the others have their turns.
  var isResting: Bool { restingSince != nil }

  /// Milliseconds for which they had.
  func rested(at now: Int) -> Int { restedFor + (restingSince.map { now - $0 } ?? 0) }

  mutating func rest(at now: Int) { restingSince = now }

  mutating func goOn(at now: Int) {
    restedFor = rested(at: now)
    restingSince = nil
  }

  /// Begins a slice that ends at `end`, unless that was done in this turn of the loop.
  mutating func begin(in turn: Int, until end: @autoclosure () -> NIODeadline) {
    guard turn != self.turn else { return }
    self.turn = turn
    self.end = end()
  }

  /// Puts a read behind the others.
  mutating func append(_ read: ByteBuffer) {
    reads.append(read)
    weight += read.readableBytes
  }

  /// Puts reads before the others.
  mutating func prepend(_ first: some BidirectionalCollection<ByteBuffer>) {
    for read in first.reversed() {
      reads.prepend(read)
      weight += read.readableBytes
    }
  }

  mutating func popFirst() -> ByteBuffer? {
    guard let read = reads.popFirst() else { return nil }
    weight -= read.readableBytes
    return read
  }

  mutating func removeAll() {
    reads = []
    weight = 0
  }
}
