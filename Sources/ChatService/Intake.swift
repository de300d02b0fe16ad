import DequeModule
import NIOCore

/// What was read of a connection and waits until it has its turn: it is ahead of its rate, or has had the loop for as
/// long as one connection may at a time.
struct Intake {
  private var reads: Deque<ByteBuffer> = []
  /// Bytes that wait.
  private(set) var weight = 0
  /// Whether its slice of this turn is used up, and the next one has not begun.
  var isResting = false
  /// Whether the end of the stream waits behind the bytes.
  var isLast = false
  private var turn = 0
  private var end = NIODeadline.distantPast

  /// Reads that wait.
  var count: Int { reads.count }

  /// Whether the slice that was begun is used up.
  var isOver: Bool { .now() >= end }

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
