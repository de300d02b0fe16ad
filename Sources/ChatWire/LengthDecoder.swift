package import NIOCore

/// Frames with a 4-byte length in front, little-endian as the protocol has it.
///
/// A message is the payload; an empty one is a keep-alive. The buffer is left alone until a frame is whole.
package struct LengthDecoder: NIOSingleStepByteToMessageDecoder {
  package typealias InboundOut = ByteBuffer

  private let limit: Int
  private let order: Endianness

  /// - Parameters:
  ///   - limit: the largest payload that is accepted, in bytes.
  ///   - order: that of a length's bytes.
  package init(limit: Int = WireLimit.frame, order: Endianness = .little) {
    self.limit = limit
    self.order = order
  }

  /// Takes one frame off the front of `buffer`.
  ///
  /// - Returns: the payload, or nil while the frame is incomplete; `buffer` is then untouched.
  /// - Throws: `WireError.oversized` as soon as the four header bytes are there, before any of the body is.
  package mutating func decode(buffer: inout ByteBuffer) throws -> ByteBuffer? {
    try frame(&buffer)
  }

  package mutating func decodeLast(buffer: inout ByteBuffer, seenEOF: Bool) throws -> ByteBuffer? {
    if let payload = try frame(&buffer) { return payload }
    guard seenEOF, let rest = rest(of: buffer) else { return nil }
    buffer.moveReaderIndex(forwardBy: buffer.readableBytes)
    throw rest
  }

  func frame(_ buffer: inout ByteBuffer) throws(WireError) -> ByteBuffer? {
    let start = buffer.readerIndex
    guard let length: UInt32 = buffer.getInteger(at: start, endianness: order) else { return nil }
    guard length <= limit else {
      let bytes = buffer.getBytes(at: start, length: WireLimit.header) ?? []
      throw .oversized(bytes: bytes, limit: limit)
    }
    guard let payload = buffer.getSlice(at: start + WireLimit.header, length: Int(length)) else {
      return nil
    }
    buffer.moveReaderIndex(forwardBy: WireLimit.header + Int(length))
    return payload
  }

  /// What is missing of the frame that `buffer` ends in, nil if it ends between frames.
  func rest(of buffer: ByteBuffer) -> WireError? {
    guard buffer.readableBytes > 0 else { return nil }
    let length: UInt32 =
      buffer.getInteger(at: buffer.readerIndex, endianness: order) ?? 0
    return .truncated(have: buffer.readableBytes, need: WireLimit.header + Int(length))
  }
}
