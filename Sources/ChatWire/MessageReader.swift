package import NIOCore

/// The messages in what a connection reads, whatever its framing and however the bytes are cut.
package struct MessageReader {
  private enum Decoder {
    case length(LengthDecoder), line(LineDecoder), read, datagram
  }

  private var decoder: Decoder
  private var buffer = ByteBuffer()
  /// An oversized length leaves no place from which to go on.
  private var lost = false

  /// - Parameters:
  ///   - framing: raw and UDP take each read as one message.
  ///   - limit: the largest message that is accepted, in bytes; not used for raw.
  package init(framing: Framing, limit: Int) {
    switch framing {
    case .length: decoder = .length(LengthDecoder(limit: limit))
    case .line: decoder = .line(LineDecoder(limit: limit))
    case .raw: decoder = .read
    case .udp: decoder = .datagram
    }
  }

  /// A reader of frames whose lengths are in a byte order of one's choice.
  package init(lengths order: Endianness, limit: Int) {
    decoder = .length(LengthDecoder(limit: limit, order: order))
  }

  /// The bytes that wait for the rest of their message.
  package var pending: Int { buffer.readableBytes }

  /// Whether the bytes so far end inside a message, be it one that is skipped.
  package var isMidway: Bool {
    if case .line(let line) = decoder, line.isSkipping { return true }
    return pending > 0
  }

  /// Lines over the limit whose end has come.
  package var skipped: Int {
    if case .line(let line) = decoder { line.skipped } else { 0 }
  }

  /// Takes what one read returned; call `next` until it gives nil before the next read.
  package mutating func receive(_ bytes: ByteBuffer) {
    guard !lost else { return }
    if buffer.readableBytes == 0 {
      buffer = bytes
    } else {
      var bytes = bytes
      buffer.writeBuffer(&bytes)
    }
  }

  /// The next whole message, nil when more bytes are needed.
  ///
  /// On the length port an empty message is a keep-alive. In raw framing one CR LF or LF at the end of the
  /// read is not part of it.
  ///
  /// - Throws: `oversized`, after which nothing more comes, or `lineTooLong`, after which the lines that
  ///   follow do.
  package mutating func next() throws(WireError) -> ByteBuffer? {
    guard !lost else { return nil }
    switch decoder {
    case .length(let length):
      do {
        return settled(try length.frame(&buffer))
      } catch {
        lost = true
        buffer = ByteBuffer()
        throw error
      }
    case .line(var line):
      defer { decoder = .line(line) }
      return settled(try line.line(&buffer))
    case .read, .datagram:
      guard buffer.readableBytes > 0 else { return nil }
      defer { buffer = ByteBuffer() }
      if case .datagram = decoder { return buffer }
      return buffer.withoutLineEnd
    }
  }

  /// What the stream's end has cut, nil if it came between messages; raw framing can't be cut.
  package func finish() -> WireError? {
    switch decoder {
    case .length(let length): length.rest(of: buffer)
    case .line(let line): line.rest(of: buffer)
    case .read, .datagram: nil
    }
  }

  /// Lets go of the memory of a read whose messages are all taken; a half message keeps no other's bytes.
  private mutating func settled(_ message: ByteBuffer?) -> ByteBuffer? {
    guard message == nil else { return message }
    if buffer.readableBytes == 0 {
      buffer = ByteBuffer()
    } else if buffer.readerIndex > 0 {
      buffer = ByteBuffer(buffer: buffer)
    }
    return nil
  }
}

extension ByteBuffer {
  /// The readable bytes less one CR LF or LF at their end.
  var withoutLineEnd: ByteBuffer {
    var bytes = self
    guard bytes.readableBytesView.last == UInt8(ascii: "\n") else { return bytes }
    bytes.moveWriterIndex(to: bytes.writerIndex - 1)
    if bytes.readableBytesView.last == UInt8(ascii: "\r") {
      bytes.moveWriterIndex(to: bytes.writerIndex - 1)
    }
    return bytes
  }
}
