import NIOCore

/// A rule by which a program finds the messages in a stream, be it the right one or not.
package enum StreamDecoder: Hashable, Sendable {
  /// None at all: what each read returns is taken for a message.
  case none
  /// Up to LF; a CR before it is dropped.
  case line
  /// Every so many bytes, at least 1.
  case fixed(Int)
  /// As many bytes as the four in front say, little-endian.
  case little
  /// The same, big-endian.
  case big

  /// What a rule makes of some bytes.
  package enum Item: Equatable, Sendable {
    /// Empty: a keep-alive, or an empty line.
    case message([UInt8])
    /// A length over the limit: behind it nothing is understood any more.
    case refused(LengthField)
    /// A line over the limit, skipped.
    case tooLong
  }

  package struct Outcome: Equatable, Sendable {
    package var items: [Item] = []
    /// Bytes at the end that wait for the rest of their message.
    package var waiting = 0
    /// Bytes that this message has at least, what waits included; 0 if nothing does.
    package var need = 0
    /// Bytes behind a refused length.
    package var lost = 0
  }

  /// The messages in a stream that came in `pieces`, one for each read; `limit` is the largest that is accepted,
  /// in bytes.
  ///
  /// For every rule but `none` the outcome is that of the same bytes in one piece.
  package func decode(_ pieces: [[UInt8]], limit: Int) -> Outcome {
    switch self {
    case .none: Outcome(items: pieces.filter { !$0.isEmpty }.map { .message($0) })
    case .fixed(let size): StreamDecoder.cut(pieces.flatMap { $0 }, every: max(1, size))
    case .line: read(pieces, MessageReader(framing: .line, limit: limit))
    case .little: read(pieces, MessageReader(lengths: .little, limit: limit))
    case .big: read(pieces, MessageReader(lengths: .big, limit: limit))
    }
  }

  private static func cut(_ bytes: [UInt8], every size: Int) -> Outcome {
    var result = Outcome()
    let whole = bytes.count - bytes.count % size
    for start in stride(from: 0, to: whole, by: size) {
      result.items.append(.message(Array(bytes[start..<start + size])))
    }
    result.waiting = bytes.count - whole
    result.need = result.waiting > 0 ? size : 0
    return result
  }

  private func read(_ pieces: [[UInt8]], _ reader: MessageReader) -> Outcome {
    var reader = reader
    var result = Outcome()
    var taken = 0
    for piece in pieces {
      reader.receive(ByteBuffer(bytes: piece))
      loop: while true {
        do throws(WireError) {
          guard let message = try reader.next() else { break loop }
          taken += WireLimit.header + message.readableBytes
          result.items.append(.message(Array(message.readableBytesView)))
        } catch .oversized(let bytes, _) {
          result.items.append(.refused(LengthField(bytes: bytes)))
          result.lost = pieces.reduce(0) { $0 + $1.count } - taken - WireLimit.header
        } catch {
          result.items.append(.tooLong)
        }
      }
    }
    if case .truncated(let have, let need) = reader.finish() {
      (result.waiting, result.need) = (have, need)
    }
    return result
  }
}
