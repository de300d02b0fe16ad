/// The single-space-separated fields of a command or an event, taken from the front.
///
/// A space is the byte 20 whatever stands behind it; a combining mark after it begins the next field.
struct Words {
  private var rest: Substring.UnicodeScalarView

  init(_ text: Substring) {
    rest = text.unicodeScalars
  }

  /// The next field, nil when none is left; two spaces in a row have an empty field between them.
  mutating func next() -> Substring? {
    guard !rest.isEmpty else { return nil }
    let field = rest.prefix { $0 != " " }
    rest = rest[field.endIndex...].dropFirst()
    return Substring(field)
  }

  /// Everything that is left, spaces and all.
  mutating func tail() -> String {
    defer { rest = rest[rest.endIndex...] }
    return String(rest)
  }

  /// The next field as a number, nil if it is none or has a sign.
  mutating func number() -> Int? {
    guard let word = next(), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(word)
  }

  /// The fields that are left, empty ones dropped.
  mutating func list() -> [String] {
    defer { rest = rest[rest.endIndex...] }
    return rest.split(separator: " ").map { String($0) }
  }
}
