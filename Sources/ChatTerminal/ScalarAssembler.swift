/// UTF-8 that comes byte by byte, turned into scalars (Unicode, table 3-7, "Well-Formed UTF-8 Byte Sequences").
///
/// A sequence that is not complete waits for its rest; one that is broken is U+FFFD.
struct ScalarAssembler {
  private var value: UInt32 = 0
  private var missing = 0
  /// What the next byte may be.
  private var allowed: ClosedRange<UInt8> = 0x80...0xbf

  /// The scalars that are complete with this byte: none, one, or a broken one and one behind it.
  mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    guard missing > 0 else { return begin(byte) }
    guard allowed.contains(byte) else { return end() + begin(byte) }
    value = value << 6 | UInt32(byte & 0x3f)
    (missing, allowed) = (missing - 1, 0x80...0xbf)
    return missing == 0 ? [Unicode.Scalar(value) ?? "\u{fffd}"] : []
  }

  /// Nothing more comes of a sequence that was begun.
  mutating func end() -> [Unicode.Scalar] {
    defer { missing = 0 }
    return missing > 0 ? ["\u{fffd}"] : []
  }

  private mutating func begin(_ byte: UInt8) -> [Unicode.Scalar] {
    switch byte {
    case ..<0x80: return [Unicode.Scalar(byte)]
    case 0xc2...0xdf: (missing, value, allowed) = (1, UInt32(byte & 0x1f), 0x80...0xbf)
    case 0xe0: (missing, value, allowed) = (2, 0, 0xa0...0xbf)
    case 0xed: (missing, value, allowed) = (2, 0xd, 0x80...0x9f)
    case 0xe1...0xef: (missing, value, allowed) = (2, UInt32(byte & 0xf), 0x80...0xbf)
    case 0xf0: (missing, value, allowed) = (3, 0, 0x90...0xbf)
    case 0xf1...0xf3: (missing, value, allowed) = (3, UInt32(byte & 7), 0x80...0xbf)
    case 0xf4: (missing, value, allowed) = (3, 4, 0x80...0x8f)
    default: return ["\u{fffd}"]
    }
    return []
  }
}
