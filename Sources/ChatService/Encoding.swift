import ChatWire
import NIOCore

/// Messages as they go over the wire, one behind the other in one buffer.
///
/// In the views that write each message on its own, `ends` says where each of them stops. The buffer is not
/// changed any more once a slice of it is in flight: that would copy it.
struct Encoding: Sendable {
  private(set) var bytes = ByteBuffer()
  private(set) var ends: [Int] = []

  var count: Int { bytes.readableBytes }

  /// The message number `index` of a view of packets, nil if there are not as many.
  func packet(_ index: Int) -> ByteBuffer? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes.getSlice(at: start, length: ends[index] - start)
  }

  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  /// Puts one message of at most `capacity` bytes at the end, with what marks its end on `framing`.
  mutating func message(_ framing: Framing, capacity: Int, _ payload: (inout Pen) -> Void) {
    message(framing) { $0.write(capacity: capacity, payload) }
  }

  /// Puts one message at the end, with what marks its end on `framing`.
  mutating func message(_ framing: Framing, _ payload: (inout ByteBuffer) -> Void) {
    switch framing {
    case .length:
      let header = bytes.writerIndex
      bytes.writeInteger(UInt32(0))
      payload(&bytes)
      let length = bytes.writerIndex - header - WireLimit.header
      bytes.setInteger(UInt32(clamping: length), at: header, endianness: .little)
    case .line:
      payload(&bytes)
      bytes.writeInteger(UInt8(ascii: "\n"))
    case .raw, .udp:
      payload(&bytes)
      ends.append(bytes.writerIndex)
    }
  }
}
