package import NIOCore

/// How one message, sent once or several times over, becomes writes: the writes in order, made one at a time.
///
/// The writes joined are the messages, however they are cut, except for the one byte that damage takes or turns.
package struct SendingPlan: Sequence, IteratorProtocol {
  /// One write.
  package struct Piece: Equatable, Sendable {
    package var bytes: ByteBuffer
    /// Milliseconds to wait before it.
    package var pause: Int
    package var beginsMessage: Bool
    package var endsMessage: Bool
  }

  private let whole: ByteBuffer
  /// The first of the messages, damaged if that was asked for.
  private let first: ByteBuffer
  /// Bytes of the length header, as far as they go out in a write of their own.
  private let header: Int
  private let sending: Sending
  /// Messages that are not whole among the writes made so far.
  package private(set) var remaining: Int
  private var rest: ByteBuffer
  private var isFirst = true

  /// - Parameters:
  ///   - message: the bytes on the wire, the mark of its end included.
  ///   - framing: only the length framing has a header to split off.
  ///   - count: how often, at least 0.
  ///   - sending: its damage is done to the first message only.
  package init(
    _ message: ByteBuffer, _ framing: Framing, count: Int = 1, sending: Sending = Sending()
  ) {
    whole = message
    first = sending.damage.map { $0.done(to: message) } ?? message
    let lost = message.readableBytes - first.readableBytes
    let isInHeader = if case .drop(0..<WireLimit.header) = sending.damage { lost } else { 0 }
    header = sending.splitHeader && framing == .length ? WireLimit.header - isInHeader : 0
    self.sending = sending
    remaining = Swift.max(0, count)
    rest = first
  }

  /// The next write, nil after the last.
  package mutating func next() -> Piece? {
    guard remaining > 0 else { return nil }
    let size = isFirst ? first.readableBytes : whole.readableBytes
    let done = size - rest.readableBytes
    let begins = done == 0
    let header = isFirst ? header : Swift.min(self.header == 0 ? 0 : WireLimit.header, size)
    var length = rest.readableBytes
    if done < header { length = header - done }
    if let slice = sending.slice { length = Swift.min(length, Swift.max(1, slice.bytes)) }
    let bytes = rest.readSlice(length: Swift.min(length, rest.readableBytes)) ?? ByteBuffer()
    let pause = begins ? (isFirst ? 0 : sending.gap) : sending.slice?.pause ?? 0
    let ends = rest.readableBytes == 0
    if ends {
      remaining -= 1
      isFirst = false
      rest = whole
    }
    return Piece(bytes: bytes, pause: pause, beginsMessage: begins, endsMessage: ends)
  }
}

extension Sending.Damage {
  /// The message with that byte turned or taken out; as it was if it has no such byte.
  func done(to message: ByteBuffer) -> ByteBuffer {
    var bytes = Array(message.readableBytesView)
    switch self {
    case .flip(let place):
      guard bytes.indices.contains(place) else { return message }
      bytes[place] = ~bytes[place]
    case .drop(let place):
      guard bytes.indices.contains(place) else { return message }
      bytes.remove(at: place)
    }
    return ByteBuffer(bytes: bytes)
  }
}
