package import NIOCore

/// Lines that end in LF; a CR before it is dropped.
///
/// A line over the limit is reported once, skipped to the next LF and never split; decoding then goes on.
package struct LineDecoder: NIOSingleStepByteToMessageDecoder {
  package typealias InboundOut = ByteBuffer

  private let limit: Int
  /// Bytes of the buffer already searched for an LF.
  private var searched = 0
  private var skipping = false
  /// Lines over the limit whose end has come.
  private(set) var skipped = 0
  var isSkipping: Bool { skipping }

  /// - Parameter limit: the longest line that is accepted, in bytes, LF and CR not counted.
  package init(limit: Int = WireLimit.line) {
    self.limit = limit
  }

  /// Takes one line off the front of `buffer`, without its end.
  ///
  /// - Returns: the line, or nil while its LF is missing.
  /// - Throws: `WireError.lineTooLong`, once for each such line, as soon as the limit is passed.
  package mutating func decode(buffer: inout ByteBuffer) throws -> ByteBuffer? {
    try line(&buffer)
  }

  package mutating func decodeLast(buffer: inout ByteBuffer, seenEOF: Bool) throws -> ByteBuffer? {
    if let line = try line(&buffer) { return line }
    guard seenEOF, let rest = rest(of: buffer) else { return nil }
    buffer.moveReaderIndex(forwardBy: buffer.readableBytes)
    throw rest
  }

  mutating func line(_ buffer: inout ByteBuffer) throws(WireError) -> ByteBuffer? {
    while true {
      let view = buffer.readableBytesView.dropFirst(searched)
      guard let end = view.firstIndex(of: UInt8(ascii: "\n")) else {
        return try withoutEnd(&buffer)
      }
      let length = end - buffer.readerIndex
      searched = 0
      if skipping {
        skipping = false
        skipped += 1
        buffer.moveReaderIndex(forwardBy: length + 1)
        continue
      }
      guard var line = buffer.readSlice(length: length) else { return nil }
      buffer.moveReaderIndex(forwardBy: 1)
      if line.readableBytesView.last == UInt8(ascii: "\r") {
        line.moveWriterIndex(to: line.writerIndex - 1)
      }
      guard line.readableBytes <= limit else {
        skipped += 1
        throw .lineTooLong(limit: limit)
      }
      return line
    }
  }

  /// Deals with a buffer that holds no LF.
  private mutating func withoutEnd(_ buffer: inout ByteBuffer) throws(WireError) -> ByteBuffer? {
    let last = buffer.readableBytesView.last == UInt8(ascii: "\r") ? 1 : 0
    guard skipping || buffer.readableBytes - last > limit else {
      searched = buffer.readableBytes
      return nil
    }
    buffer.moveReaderIndex(forwardBy: buffer.readableBytes)
    searched = 0
    guard !skipping else { return nil }
    skipping = true
    throw .lineTooLong(limit: limit)
  }

  /// What is missing of the line that `buffer` ends in, nil if it ends after an LF.
  func rest(of buffer: ByteBuffer) -> WireError? {
    guard buffer.readableBytes > 0 else { return nil }
    return .truncated(have: buffer.readableBytes, need: buffer.readableBytes + 1)
  }
}
