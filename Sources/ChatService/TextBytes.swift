/// The text of a message as a view may carry it.
enum TextBytes {
  /// Whether `text` goes into every view as it is: UTF-8 without C0 controls (but TAB), DEL and C1.
  static func isSimple(_ text: [UInt8]) -> Bool {
    var isASCII = true
    for (index, byte) in text.enumerated() {
      if byte >= 0x80 {
        isASCII = false
        // C1 is U+0080 to U+009F: c2 80 to c2 9f.
        if byte == 0xc2, index + 1 < text.count, text[index + 1] < 0xa0 { return false }
      } else if (byte < 0x20 && byte != 0x09) || byte == 0x7f {
        return false
      }
    }
    return isASCII || firstInvalid(text.span) == nil
  }

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

  /// The lines of a text, without their LF or CR LF; one that ends with an LF has no empty line behind it.
  static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() where lines[index].last == UInt8(ascii: "\r") {
      lines[index].removeLast()
    }
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
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
