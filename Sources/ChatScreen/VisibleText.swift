/// Text of a peer made harmless: nothing in it controls a terminal, hides, or turns the line around.
///
/// Invalid UTF-8 is U+FFFD by the time text is a `String`; controls become `^[`, C1 `<9B>`, and what
/// Unicode calls default-ignorable (bidi controls, zero-width signs, tags, fillers) `<U+202E>`.
package enum VisibleText {
  /// The most marks that one base keeps; the rest are dropped.
  package static let marks = 8

  /// One row's worth of text, with every LF in it visible too.
  package static func row(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7f }) { return String(text) }
    var result = String.UnicodeScalarView()
    var before = Context()
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let next = scalars.index(after: index)
      let after = next < scalars.endIndex ? scalars[next] : nil
      before.append(scalars[index], after: after, to: &result)
    }
    return String(result)
  }

  /// The rows of a text: it is cut at LF and CR LF, and an end of line at its very end is dropped.
  package static func rows(_ text: String) -> [String] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    if text.unicodeScalars.contains("\r") {
      rows = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
        Substring($0.last == "\r" ? $0.dropLast() : $0)
      }
    }
    if rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
    return rows.map(row)
  }

  /// What stands before a scalar, as far as it decides how that is shown.
  private struct Context {
    private var last: Unicode.Scalar?
    /// Signs without a width since the last base.
    private var count = 0

    mutating func append(
      _ scalar: Unicode.Scalar, after next: Unicode.Scalar?,
      to result: inout String.UnicodeScalarView
    ) {
      if let shown = escape(scalar, after: next) {
        result.append(contentsOf: shown.unicodeScalars)
        last = nil
        count = 0
        return
      }
      if CellWidth.of(scalar) == 0 {
        if last == nil { result.append("\u{25cc}") }
        count += 1
        guard count <= VisibleText.marks else { return }
      } else if last != "\u{200d}" {
        count = 0
      }
      result.append(scalar)
      last = scalar
    }

    /// How a scalar is shown that must not go out as it is; nil for all others.
    private func escape(_ scalar: Unicode.Scalar, after next: Unicode.Scalar?) -> String? {
      let value = scalar.value
      switch value {
      case 0..<0x20: return "^" + String(UnicodeScalar(UInt8(value) + 0x40))
      case 0x7f: return "^?"
      case 0x80..<0xa0: return "<\(String(value, radix: 16, uppercase: true))>"
      case 0x2028, 0x2029, 0xfdd0..<0xfdf0, 0xfff9...0xfffb: return "<U+\(hex(value))>"
      default: break
      }
      let hidden = scalar.properties.isDefaultIgnorableCodePoint || value & 0xfffe == 0xfffe
      return hidden && !belongs(scalar, before: next) ? "<U+\(hex(value))>" : nil
    }

    /// Whether a hidden scalar does here what it is for.
    private func belongs(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
      guard let last, count < VisibleText.marks else { return false }
      switch scalar.value {
      case 0x200c, 0x200d:
        guard let next else { return false }
        if last.joinsLetters && next.joinsLetters { return true }
        let emoji = last.isPicture || last == "\u{fe0f}" || last.properties.isEmojiModifier
        return scalar.value == 0x200d && emoji && next.isPicture
      case 0xfe0e, 0xfe0f: return last.properties.isEmoji
      case 0xfe00...0xfe02, 0xe0100...0xe01ef: return last.properties.isIdeographic
      case 0x180b...0x180d, 0x180f: return (0x1820...0x18aa).contains(last.value)
      default: return false
      }
    }

    /// The digits of a code point, four or more.
    private func hex(_ value: UInt32) -> String {
      let digits = String(value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}

extension Unicode.Scalar {
  /// An emoji that U+200D may join to another: any but the ASCII ones.
  fileprivate var isPicture: Bool { value > 0xff && properties.isEmoji }

  /// Part of a script whose letters change their shape with their neighbours, so that U+200C and U+200D mean
  /// something: Arabic, Syriac, N'Ko and the scripts between; the Brahmic ones; Mongolian; Khmer and Myanmar.
  fileprivate var joinsLetters: Bool {
    switch value {
    case 0x620...0x8ff, 0x900...0xdff, 0x1000...0x109f, 0x1780...0x17d3, 0x1820...0x18aa: true
    case 0xfb50...0xfdcf, 0xfe70...0xfefc, 0x11000...0x1145f: true
    default: false
    }
  }
}
