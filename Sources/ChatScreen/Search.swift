import ChatWire

/// Bytes that are looked for on the wire, and where they were found last.
package struct Search: Equatable, Sendable {
  package struct Pattern: Equatable, Sendable {
    /// At least one.
    package let bytes: [UInt8]
    /// As it was asked for.
    package let text: String

    /// Text as its UTF-8 bytes.
    ///
    /// - Returns: nil for none.
    package init?(text: String) {
      guard !text.isEmpty else { return nil }
      bytes = Array(text.utf8)
      self.text = "“\(text)”"
    }

    /// Bytes as pairs of hex digits, spaces between them or not.
    ///
    /// - Returns: nil for anything else.
    package init?(hex: String) {
      let digits = hex.utf8.filter { $0 != UInt8(ascii: " ") }
      guard !digits.isEmpty, digits.count.isMultiple(of: 2) else { return nil }
      var bytes: [UInt8] = []
      for pair in stride(from: 0, to: digits.count, by: 2) {
        let text = String(decoding: digits[pair..<pair + 2], as: UTF8.self)
        guard let byte = UInt8(text, radix: 16), !text.hasPrefix("+") else { return nil }
        bytes.append(byte)
      }
      self.bytes = bytes
      text = bytes.map(\.hex).joined(separator: " ")
    }
  }

  /// One place where they are.
  package struct Hit: Equatable, Sendable {
    /// The block in which it begins.
    package var block: Block.ID
    package var span: WireSpan
  }

  package let pattern: Pattern
  package internal(set) var hit: Hit?

  /// The offsets in `bytes` at which the pattern begins, in order; it may run over `end`, the end of what it may
  /// begin in.
  func offsets(in bytes: [UInt8], before end: Int) -> [Int] {
    guard let first = pattern.bytes.first else { return [] }
    let count = pattern.bytes.count
    var result: [Int] = []
    for offset in 0..<max(0, min(end, bytes.count - count + 1)) where bytes[offset] == first {
      if bytes[offset..<offset + count].elementsEqual(pattern.bytes) { result.append(offset) }
    }
    return result
  }
}
