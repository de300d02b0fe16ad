import Glibc

/// The lines in what is read from a file, whatever the pieces in which it comes.
package struct LineCutter: Sendable {
  /// What a cutter finds.
  package enum Piece: Equatable, Sendable {
    /// The bytes before an LF, or before the end of input.
    case line([UInt8])
    /// A line that is longer than can be kept; it is left out up to its LF, and told once.
    case tooLong(limit: Int)
  }

  /// What becomes of a line over the limit.
  package enum Excess: Sendable {
    /// Left out.
    case refused
    /// Passed on in pieces of the limit's size, the last one shorter.
    case cut
  }

  /// Bytes of a line that are kept, 16 MiB: over every framing's limit but that of raw.
  package static let longest = 1 << 24

  private let limit: Int
  private let excess: Excess
  private var rest: [UInt8] = []
  private var skipping = false

  /// - Parameters:
  ///   - excess: what becomes of a line over the limit.
  ///   - limit: the most bytes that a line may have, its LF not counted; at least 1.
  package init(_ excess: Excess, limit: Int = LineCutter.longest) {
    self.excess = excess
    self.limit = max(1, limit)
  }

  /// Takes what one read returned; each byte is looked at once.
  package mutating func receive(_ bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    while let end = LineCutter.end(in: bytes, from: start) {
      append(bytes[start..<end], to: &pieces)
      if skipping { skipping = false } else { pieces.append(.line(rest)) }
      rest = []
      start = end + 1
    }
    append(bytes[start...], to: &pieces)
    return pieces
  }

  /// The bytes behind the last LF, nil if there are none.
  package mutating func finish() -> Piece? {
    defer { rest = [] }
    return rest.isEmpty ? nil : .line(rest)
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, to pieces: inout [Piece]) {
    guard !skipping else { return }
    var bytes = bytes
    while bytes.count > limit - rest.count {
      guard excess == .cut else {
        skipping = true
        rest = []
        return pieces.append(.tooLong(limit: limit))
      }
      let room = limit - rest.count
      pieces.append(.line(rest + bytes.prefix(room)))
      rest = []
      bytes = bytes.dropFirst(room)
    }
    rest += bytes
  }

  /// The index of the first LF from `start` on.
  private static func end(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
