package import ChatWire

/// Some bytes of one stream, in the pieces that its reader got them in.
package struct Excerpt: Equatable, Sendable {
  /// Who made the pieces.
  package enum Cut: Equatable, Sendable {
    /// Our reads.
    case ours
    /// The server's reads.
    case server
    /// Our writes: the server does not tell how it reads.
    case writes
    /// One block alone.
    case block(Phrase)
  }

  package var direction: Direction
  package var framing: Framing
  package var cut: Cut
  /// The offset of the first byte in its stream.
  package var start: Int
  /// Whether the first byte begins no message, as far as the framing of the port can tell.
  package var isInside: Bool
  package var pieces: [[UInt8]]

  package var count: Int { pieces.reduce(0) { $0 + $1.count } }
}

extension WireLog {
  /// The most bytes of an excerpt whose size was not asked for.
  private static let excerpt = 4_096

  /// The last bytes of a stream of this connection; nil if there are none.
  func excerpt(_ direction: Direction, last: Int?) -> Excerpt? {
    let own = blocks.items.reversed().prefix { $0.connection == connection && $0.kind != .opened }
    var taken: [Block] = []
    var count = 0
    for block in own where block.direction == direction && block.kind != .peerRead {
      let isLong = last == nil && count + block.bytes.count > WireLog.excerpt
      if block.bytes.isEmpty || isLong && !taken.isEmpty { break }
      taken.append(block)
      count += block.bytes.count
      if let last, count >= last { break }
    }
    taken.reverse()
    let begins = taken.indices.map { beginsMessage(taken[$0], after: $0 > 0 ? taken[$0 - 1] : nil) }
    let place = last == nil ? begins.firstIndex(of: true) ?? 0 : 0
    taken.removeFirst(place)
    guard let first = taken.first else { return nil }
    let bytes = taken.flatMap(\.bytes)
    let skipped = max(0, bytes.count - (last ?? bytes.count))
    let range = first.range.lowerBound + skipped..<first.range.lowerBound + bytes.count
    let reads = own.filter { $0.kind == .peerRead && $0.range.overlaps(range) }
    let isToldOf = direction == .outgoing && !reads.isEmpty
    let ends = (isToldOf ? reads : taken).map(\.range.upperBound)
    return Excerpt(
      direction: direction, framing: first.framing,
      cut: direction == .incoming ? .ours : isToldOf ? .server : .writes, start: range.lowerBound,
      isInside: skipped > 0 || !begins[place],
      pieces: WireLog.cut(Array(bytes.dropFirst(skipped)), from: range.lowerBound, at: ends))
  }

  /// One block alone.
  func excerpt(of block: Block) -> Excerpt? {
    guard let direction = block.direction, let span = block.span, let bytes = bytes(of: span),
      !bytes.isEmpty
    else { return nil }
    return Excerpt(
      direction: direction, framing: block.framing, cut: .block(.numbered(block)),
      start: span.range.lowerBound,
      isInside: isInside(block, span),
      pieces: [bytes])
  }

  /// Whether the first byte of a block that stands alone begins no message, as far as that is known.
  private func isInside(_ block: Block, _ span: WireSpan) -> Bool {
    guard block.framing == .line else {
      return block.kind != .peerRead && !beginsMessage(block, after: nil)
    }
    let start = span.range.lowerBound
    var before = span
    before.range = max(0, start - 1)..<start
    return start > 0 && bytes(of: before).map { $0 != [UInt8(ascii: "\n")] } ?? false
  }

  /// Bytes from the offset `start` on, cut at offsets; what is behind the last of them was not read yet and is
  /// left out.
  private static func cut(_ bytes: [UInt8], from start: Int, at ends: [Int]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var done = 0
    for end in ends.sorted() {
      let place = min(max(0, end - start), bytes.count)
      if place > done { pieces.append(Array(bytes[done..<place])) }
      done = max(done, place)
    }
    return pieces
  }

  /// Whether the first byte of a block is the first of a message, as far as its bytes show and those of the
  /// block before it in its stream.
  private func beginsMessage(_ block: Block, after before: Block?) -> Bool {
    if block.range.lowerBound == 0 { return true }
    switch block.framing {
    case .length: return block.dissection?.lengths.first?.offset == 0
    case .line: return before?.bytes.last == UInt8(ascii: "\n")
    case .raw, .udp: return true
    }
  }
}
