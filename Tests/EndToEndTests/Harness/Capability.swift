/// A string capability of a terminal (terminfo(5)): the sequences of bytes that it can be written as.
struct Capability: Sendable {
  private indirect enum Part {
    case byte(UInt8)
    /// A parameter in decimal digits.
    case number
    /// A parameter that is one printable ASCII character.
    case character
    case choice([[Part]])
  }

  private let parts: [Part]
  /// The byte that it begins with, if that is always the same.
  var first: UInt8? {
    if case .byte(let byte) = parts.first { byte } else { nil }
  }

  /// The capability that `infocmp -1x` prints as `text`, such as `\E[%i%p1%d;%p2%dH$<5>`.
  ///
  /// Padding is left out: no terminal of today asks for any.
  /// - Throws: ``Unmet`` for an operator that is not known here.
  init(_ text: String) throws {
    var reader = Reader(rest: Array(text.utf8)[...])
    parts = try reader.parts(until: [])
  }

  /// How many bytes at the front of `bytes` the capability may have written; 0 if it has not.
  func length(in bytes: ArraySlice<UInt8>) -> Int {
    Capability.ends(of: parts[...], in: bytes, from: bytes.startIndex).max().map {
      $0 - bytes.startIndex
    } ?? 0
  }

  private static func ends(
    of parts: ArraySlice<Part>, in bytes: ArraySlice<UInt8>, from start: Int
  ) -> Set<Int> {
    guard let part = parts.first else { return [start] }
    let rest = parts.dropFirst()
    let after: Set<Int>
    switch part {
    case .byte(let byte): after = bytes[start...].first == byte ? [start + 1] : []
    case .number:
      let digits = bytes[start...].prefix { (0x30...0x39).contains($0) }.count
      after = digits == 0 ? [] : Set(start + 1...start + digits)
    case .character:
      after = bytes[start...].first.map { (0x20..<0x7f).contains($0) } == true ? [start + 1] : []
    case .choice(let branches):
      after = branches.reduce(into: []) {
        $0.formUnion(ends(of: $1[...], in: bytes, from: start))
      }
    }
    return after.reduce(into: []) { $0.formUnion(ends(of: rest, in: bytes, from: $1)) }
  }

  /// Reads the text of a capability from front to back.
  private struct Reader {
    var rest: ArraySlice<UInt8>

    /// The parts up to an operator of `ends` (`%t`, `%e`, `%;`), which is left where it is, or to the end.
    mutating func parts(until ends: Set<Character>) throws -> [Part] {
      var parts: [Part] = []
      while let byte = rest.first {
        if byte == UInt8(ascii: "%") {
          if let next = rest.dropFirst().first, ends.contains(Character(Unicode.Scalar(next))) {
            break
          }
          rest = rest.dropFirst()
          if let part = try formatted() { parts.append(part) }
        } else if rest.starts(with: "$<".utf8) {
          rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
        } else {
          parts.append(.byte(literal()))
        }
      }
      return parts
    }

    private mutating func next() -> Character {
      rest.popFirst().map { Character(Unicode.Scalar($0)) } ?? "\0"
    }

    /// One byte, escaped or as it is.
    private mutating func literal() -> UInt8 {
      let byte = rest.removeFirst()
      if byte == UInt8(ascii: "^") { return (rest.popFirst() ?? 0) ^ 0x40 }
      guard byte == UInt8(ascii: "\\") else { return byte }
      let digits = rest.prefix(3)
      if digits.count == 3, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
        rest = rest.dropFirst(3)
        return code
      }
      let escaped = rest.popFirst() ?? 0
      let meanings: [Character: UInt8] = [
        "E": 0x1b, "e": 0x1b, "n": 0x0a, "l": 0x0a, "r": 0x0d, "t": 0x09, "b": 0x08, "f": 0x0c,
        "s": 0x20, "0": 0x00,
      ]
      return meanings[Character(Unicode.Scalar(escaped))] ?? escaped
    }

    /// What stands behind a `%`; nil for what writes nothing.
    private mutating func formatted() throws -> Part? {
      let sign = next()
      switch sign {
      case "%": return .byte(UInt8(ascii: "%"))
      case "d": return .number
      case "c": return .character
      case "p", "P", "g": _ = next()
      case "'": rest = rest.dropFirst(2)
      case "{": rest = rest.drop { $0 != UInt8(ascii: "}") }.dropFirst()
      case "i", "+", "-", "*", "/", "m", "&", "|", "^", "=", "<", ">", "A", "O", "!", "~", "t":
        break
      case "0"..."9":
        rest = rest.drop { Character(Unicode.Scalar($0)).isNumber }
        return try formatted()
      case "?": return try choice()
      default: throw Unmet(description: "terminfo: %\(sign)")
      }
      return nil
    }

    /// `%? condition %t then %e condition %t then %e else %;`: one of the thens, or the else.
    private mutating func choice() throws -> Part {
      var branches: [[Part]] = []
      while true {
        let before = try parts(until: ["t", "e", ";"])
        rest = rest.dropFirst()
        guard next() == "t" else {
          branches.append(before)
          return .choice(branches)
        }
        branches.append(try parts(until: ["e", ";"]))
        rest = rest.dropFirst()
        if next() != "e" {
          branches.append([])
          return .choice(branches)
        }
      }
    }
  }
}
