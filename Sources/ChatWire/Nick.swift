/// A name that a person in the room may have.
///
/// Letters and digits (ASCII, Han, kana, Hangul), `-`, `_` and `.`, composed (NFC), 1 to 16 characters.
package struct Nick: Hashable, Sendable {
  /// The most characters a name has.
  package static let maximum = 16
  /// What a name is made of, for people.
  package static let characters = "A-Z, Chinese, Japanese, Korean, 0-9, - _ and ."

  /// The name as it is shown.
  package let text: String

  /// The name of who has none of their own.
  package static let guest = Nick(unchecked: "guest")

  private init(unchecked text: String) {
    self.text = text
  }

  /// The name under case folding; two names with the same key are the same name.
  package var key: String { text.lowercased() }

  /// - Returns: nil if `text` is empty, too long, or has a character that names don't have.
  package init?(_ text: String) {
    var composed = ""
    for character in text {
      guard let letter = Nick.letter(character) else { return nil }
      composed.append(letter)
    }
    guard !composed.isEmpty, composed.count <= Nick.maximum else { return nil }
    self.text = composed
  }

  /// The name that is left of `text` without its unfit characters, nil if none is.
  package static func cleaned(_ text: String) -> Nick? {
    Nick(String(text.lazy.compactMap(letter).prefix(maximum)))
  }

  /// The composed form of a character that names may have.
  private static func letter(_ character: Character) -> Character? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return nil }
    if scalars.count == 1 { return isLetter(first) ? character : nil }
    // Equality of characters is canonical equivalence (UAX #15), so a composed candidate proves itself.
    return candidates(first.value, scalars.dropFirst().map(\.value))
      .compactMap(UnicodeScalar.init)
      .first { isLetter($0) && Character($0) == character }
      .map(Character.init)
  }

  /// Scalars that a base and its marks may compose to: Hangul by arithmetic (Unicode 3.12), kana by distance.
  private static func candidates(_ base: UInt32, _ marks: [UInt32]) -> [UInt32] {
    guard (0x1100..<0x1113).contains(base) || (0xac00..<0xd7a4).contains(base) else {
      return [base &+ 1, base &+ 2, 0x3094, 0x30f4, base &+ 8]
    }
    var syllable = base
    for mark in marks {
      switch mark {
      case 0x1161..<0x1176 where syllable < 0x1113:
        syllable = 0xac00 + ((syllable - 0x1100) * 21 + (mark - 0x1161)) * 28
      case 0x11a8..<0x11c3 where syllable >= 0xac00:
        syllable += mark - 0x11a7
      default:
        return []
      }
    }
    return [syllable]
  }

  private static func isLetter(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x2d, 0x2e, 0x5f, 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case 0x3005, 0x3007, 0x3400...0x4dbf, 0x4e00...0x9fff, 0x20000...0x2fa1f, 0x30000...0x323af:
      !(0x2f800...0x2fa1f).contains(scalar.value)
    case 0x3041...0x3096, 0x309d...0x309f, 0x30a1...0x30fa, 0x30fc...0x30ff, 0x31f0...0x31ff: true
    case 0xac00...0xd7a3: true
    default: false
    }
  }
}
