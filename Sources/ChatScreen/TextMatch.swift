/// Text looked for in other text, upper and lower case the same.
struct TextMatch: Equatable, Sendable {
  /// As it was asked for.
  let text: String
  /// Under case folding, at least one byte.
  private let key: [UInt8]
  private let isASCII: Bool

  /// - Returns: nil for no text.
  init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    self.text = text
    key = Array(text.lowercased().utf8)
    isASCII = key.allSatisfy { $0 < 0x80 }
  }

  /// Whether a text has it.
  func isIn(_ text: String) -> Bool { place(in: text) }

  /// Whether a text has it as a word, with nothing of a name in ASCII beside it.
  func isWord(of text: String) -> Bool { place(in: text) { TextMatch.isWord($0, in: $1) } }

  /// Where a text has it, in order, none over another.
  func ranges(in text: String) -> [Range<String.Index>] {
    guard isIn(text) else { return [] }
    if isASCII, text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiRanges(in: text) }
    let wanted = Array(self.text.lowercased())
    var result: [Range<String.Index>] = []
    var start = text.startIndex
    while start < text.endIndex {
      var end = start
      var place = 0
      while end < text.endIndex, place < wanted.count,
        text[end].lowercased() == String(wanted[place])
      {
        end = text.index(after: end)
        place += 1
      }
      if place == wanted.count {
        result.append(start..<end)
        start = end
      } else {
        start = text.index(after: start)
      }
    }
    return result
  }

  /// The same where bytes are characters.
  private func asciiRanges(in text: String) -> [Range<String.Index>] {
    var text = text
    var starts: [Int] = []
    text.withUTF8 { bytes in
      var next = 0
      while let start = place(in: bytes, from: next) {
        starts.append(start)
        next = start + key.count
      }
    }
    return starts.map { start in
      let lower = text.utf8.index(text.startIndex, offsetBy: start)
      return lower..<text.utf8.index(lower, offsetBy: key.count)
    }
  }

  /// Where a text has it as a word.
  func words(in text: String) -> [Range<String.Index>] {
    ranges(in: text).filter { TextMatch.isWord($0, in: text.utf8) }
  }

  /// Whether it is at a place that fits.
  private func place(
    in text: String, _ fits: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Bool = { _, _ in true }
  ) -> Bool {
    var text = isASCII ? text : text.lowercased()
    return text.withUTF8 { bytes in
      var next = 0
      while let start = place(in: bytes, from: next) {
        if fits(start..<start + key.count, bytes) { return true }
        next = start + 1
      }
      return false
    }
  }

  /// The first place of it at or behind `start`, nil if there is none.
  private func place(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = key.first, start + key.count <= bytes.count else { return nil }
    return (start...bytes.count - key.count).first { start in
      TextMatch.folded(bytes[start]) == first
        && (1..<key.count).allSatisfy { TextMatch.folded(bytes[start + $0]) == key[$0] }
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
  }

  /// Whether no name goes on before or behind it; a dot at the end of a name ends a sentence.
  private static func isWord<Bytes: BidirectionalCollection<UInt8>>(
    _ range: Range<Bytes.Index>, in bytes: Bytes
  ) -> Bool {
    func goesOn(_ bytes: some Sequence<UInt8>) -> Bool {
      bytes.first { $0 != UInt8(ascii: ".") }.map(isOfWord) ?? false
    }
    return !goesOn(bytes[..<range.lowerBound].reversed()) && !goesOn(bytes[range.upperBound...])
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x5f: true
    default: false
    }
  }
}
