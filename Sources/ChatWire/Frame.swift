package import NIOCore

/// One message with the mark of its end, as a port's framing wants it.
package enum Frame {
  /// Writes `payload` and its length header or LF to the end of `bytes`; raw and UDP have neither.
  ///
  /// A payload over 2³² − 1 bytes has no length header: it is left out.
  package static func append(
    _ payload: some Collection<UInt8>, _ framing: Framing, to bytes: inout ByteBuffer
  ) {
    switch framing {
    case .length:
      guard let length = UInt32(exactly: payload.count) else { return }
      bytes.writeInteger(length, endianness: .little)
      bytes.writeBytes(payload)
    case .line:
      bytes.writeBytes(payload)
      bytes.writeInteger(UInt8(ascii: "\n"))
    case .raw, .udp:
      bytes.writeBytes(payload)
    }
  }

  /// The bytes that `text` has on the wire, its length header or LF included.
  package static func size(of text: String, _ framing: Framing) -> Int {
    let mark =
      switch framing {
      case .length: WireLimit.header
      case .line: 1
      case .raw, .udp: 0
      }
    return text.utf8.count + mark
  }

  /// `text` as one message on its own.
  package static func encode(_ text: String, _ framing: Framing) -> ByteBuffer {
    var bytes = ByteBuffer()
    append(text.utf8, framing, to: &bytes)
    return bytes
  }
}
