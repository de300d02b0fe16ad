/// What a byte of a stream is to the framing.
package enum ByteRole: Equatable, Sendable {
  /// Part of a length in front of a frame.
  case header
  /// Part of a message that is whole when this block ends.
  case payload
  /// The mark behind a line.
  case delimiter
  /// Part of a message, header or text, whose rest is still missing when this block ends.
  case unfinished
  /// Behind a length over the limit, or part of a line that is too long: no framing gives it a meaning.
  case garbage
  /// A byte of a stream without framing.
  case plain
}

/// One write's or read's bytes, told apart as its framing sees them.
package struct Dissection: Equatable, Sendable {
  /// One for each byte.
  package var roles: [ByteRole]
  /// The messages whose last byte is in the block; keep-alives don't count.
  package var messages: Int
  /// The length headers whose last byte is in the block.
  package var lengths: [Header]

  /// A length header and where it stands.
  package struct Header: Equatable, Sendable {
    /// The offset of its first byte from the block's; below 0 if it began in an earlier one.
    package var offset: Int
    package var field: LengthField
    /// Whether the length is over the limit.
    package var refused: Bool
  }
}
