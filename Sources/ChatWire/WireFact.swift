/// One read or write at the server's end of an observed connection.
package struct WireFact: Equatable, Sendable {
  package enum Way: String, Sendable {
    case read, wrote
  }

  package var way: Way
  /// Where in the stream of this direction it begins, in bytes from the connection's first.
  package var offset: Int
  /// Bytes that the call moved.
  package var length: Int
  /// When, in microseconds since the connection's accept.
  package var microseconds: Int
  /// Data segments of this direction so far.
  ///
  /// What was sent again is taken off where the server sends; where it receives, its kernel cannot tell.
  package var segments: Int
  /// Bytes in the kernel that arrived and are not read.
  package var unread: Int
  /// Bytes in the kernel that were written and are not sent or not acknowledged.
  package var unsent: Int

  package init(
    _ way: Way, offset: Int, length: Int, microseconds: Int, segments: Int = 0, unread: Int = 0,
    unsent: Int = 0
  ) {
    self.way = way
    self.offset = offset
    self.length = length
    self.microseconds = microseconds
    self.segments = segments
    self.unread = unread
    self.unsent = unsent
  }

  init?(_ words: inout Words) {
    guard let way = words.next().flatMap({ Way(rawValue: $0) }),
      let offset = words.number(), let length = words.number(), let microseconds = words.number(),
      let segments = words.number(), let unread = words.number(), let unsent = words.number(),
      length <= Int(Int32.max), offset <= Int(Int64.max >> 1)
    else { return nil }
    self.init(
      way, offset: offset, length: length, microseconds: microseconds, segments: segments,
      unread: unread, unsent: unsent)
  }

  var text: String {
    "\(way.rawValue) \(offset) \(length) \(microseconds) \(segments) \(unread) \(unsent)"
  }
}
