/// A stretch of bytes in one stream of one of our connections.
package struct WireSpan: Hashable, Sendable {
  /// Counts connections from 1 since the program began; 0 is before the first.
  package var connection: Int
  package var direction: Direction
  /// Offsets from the stream's first byte.
  package var range: Range<Int>

  package init(connection: Int, direction: Direction, range: Range<Int>) {
    self.connection = connection
    self.direction = direction
    self.range = range
  }

  /// The part of another stretch that this one has too, nil if there is none.
  func overlap(_ other: WireSpan) -> Range<Int>? {
    guard connection == other.connection, direction == other.direction,
      range.overlaps(other.range)
    else { return nil }
    return range.clamped(to: other.range)
  }
}
