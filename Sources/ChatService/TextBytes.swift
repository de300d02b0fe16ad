/// The text of a message as a view may carry it.
enum TextBytes {
  /// Whether `text` goes into every view as it is: UTF-8 without C0 controls (but TAB), DEL and C1.
  static func isSimple(_ text: [UInt8]) -> Bool {
    let isPlain = text.withUnsafeBytes { bytes in
      let words = bytes.count & ~7
      var isASCII = true
      for start in stride(from: 0, to: words, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        if word & eachByte(0x80) != 0 { isASCII = false }
        guard mayHaveControl(word) else { continue }
        for index in start..<start + 8 where isControl(bytes, at: index) { return nil as Bool? }
      }
      for index in words..<bytes.count {
        if bytes[index] >= 0x80 { isASCII = false }
        if isControl(bytes, at: index) { return nil }
      }
      return isASCII
    }
    return isPlain.map { $0 || firstInvalid(text.span) == nil } ?? false
  }

  /// Whether a control is there: C0 but TAB, DEL, or C1, which is U+0080 to U+009F: c2 80 to c2 9f.
  private static func isControl(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0xc2 { return index + 1 < bytes.count && bytes[index + 1] < 0xa0 }
    return (byte < 0x20 && byte != 0x09) || byte == 0x7f
  }

  /// Whether one of eight bytes is below 20, 7f or c2.
  ///
  /// Bit Twiddling Hacks (graphics.stanford.edu/~seander): a byte less than n, and a byte that is zero.
  private static func mayHaveControl(_ word: UInt64) -> Bool {
    func below(_ word: UInt64, _ n: UInt8) -> UInt64 {
      (word &- eachByte(n)) & ~word & eachByte(0x80)
    }
    return below(word, 0x20) | below(word ^ eachByte(0x7f), 1) | below(word ^ eachByte(0xc2), 1)
      != 0
  }

  private static func eachByte(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Where `bytes` stop being UTF-8, nil if they don't.
  static func firstInvalid(_ bytes: Span<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The text with U+FFFD for what is not UTF-8.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    firstInvalid(text.span) == nil ? text : Array(String(decoding: text, as: UTF8.self).utf8)
  }

  /// The most lines of one message: each is told with a number, a time and a name, ninety bytes for one of the text.
  static let mostLines = 1_000

  /// The lines of a text, without their LF or CR LF; one that ends with an LF has no empty line behind it.
  ///
  /// The last of `mostLines` has the others too, their ends as `^J`.
  static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let isEnded = text.last == lf
    var lines = (isEnded ? text.dropLast() : text[...])
      .split(separator: lf, maxSplits: mostLines - 1, omittingEmptySubsequences: false)
    for index in isEnded ? lines.indices : lines.indices.dropLast()
    where lines[index].last == cr { lines[index].removeLast() }
    if let rest = lines.last, rest.contains(lf) {
      let ends = rest.split(separator: lf, omittingEmptySubsequences: false)
      lines[lines.count - 1] = Array(ends.joined(separator: "^J".utf8))[...]
    }
    return lines
  }

  /// UTF-8 with C0 (but TAB) and DEL written as `^[` and C1 as `<9B>`.
  static func visible(_ text: some Collection<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var visible: [UInt8] = []
    visible.reserveCapacity(text.count)
    var last: UInt8 = 0
    for byte in text {
      if last == 0xc2, byte < 0xa0 {
        visible.removeLast()
        visible += [
          UInt8(ascii: "<"), digits[Int(byte >> 4)], digits[Int(byte & 15)], UInt8(ascii: ">"),
        ]
      } else if (byte < 0x20 && byte != 0x09) || byte == 0x7f {
        visible += [UInt8(ascii: "^"), byte ^ 0x40]
      } else {
        visible.append(byte)
      }
      last = byte
    }
    return visible
  }

  /// UTF-8 in parts of at most `limit` bytes, cut between scalars.
  static func parts(_ text: ArraySlice<UInt8>, limit: Int) -> [ArraySlice<UInt8>] {
    guard text.count > limit, limit >= 4 else { return [text] }
    var parts: [ArraySlice<UInt8>] = []
    var rest = text
    while rest.count > limit {
      var end = rest.startIndex + limit
      while end > rest.startIndex + 1, rest[end] & 0xc0 == 0x80 { end -= 1 }
      parts.append(rest[..<end])
      rest = rest[end...]
    }
    return parts + [rest]
  }

  /// UTF-8 of at most `limit` bytes: `text`, or as many of its characters as fit before a `…`.
  static func cut(_ text: [UInt8], limit: Int) -> [UInt8] {
    guard text.count > limit else { return text }
    let mark = Array("…".utf8)
    var kept = 0
    for character in String(decoding: text, as: UTF8.self) {
      let end = kept + character.utf8.count
      if end > limit - mark.count { break }
      kept = end
    }
    return text.prefix(kept) + mark
  }
}
