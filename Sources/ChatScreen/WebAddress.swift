/// Where addresses of the web are in a text (RFC 3986, section 3): a scheme, `://`, and what follows up to a blank
/// or a quotation mark, without the punctuation of the sentence around it.
enum WebAddress {
  static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return [] }
    var result: [Range<String.Index>] = []
    var rest = text[...]
    while let colon = rest.firstRange(of: "://") {
      let scheme = rest[..<colon.lowerBound].reversed().prefix { $0.isOfScheme }.count
      let start = rest.index(colon.lowerBound, offsetBy: -scheme)
      let address = trimmed(
        rest[start...].prefix { !$0.isWhitespace && !"\"<>「」《》，。；".contains($0) })
      if scheme > 1, colon.upperBound < address.endIndex {
        result.append(start..<address.endIndex)
      }
      rest = text[max(colon.upperBound, address.endIndex)...]
    }
    return result
  }

  private static let closing: [Character: Character] = ["(": ")", "[": "]", "{": "}"]

  /// Without the punctuation at its end, and without brackets there that close one before the address.
  private static func trimmed(_ address: Substring) -> Substring {
    var address = address
    /// How many more of a bracket close than open; each sign of a text of 64 KiB is looked at once.
    var surplus: [Character: Int] = [")": 0, "]": 0, "}": 0]
    for character in address {
      if let count = surplus[character] { surplus[character] = count + 1 }
      if let other = closing[character] { surplus[other, default: 0] -= 1 }
    }
    while let last = address.last {
      if let count = surplus[last], count > 0 {
        surplus[last] = count - 1
      } else if !".,;:!?'".contains(last) {
        break
      }
      address.removeLast()
    }
    return address
  }
}

extension Character {
  /// Part of the name of a scheme (RFC 3986, section 3.1).
  fileprivate var isOfScheme: Bool {
    isASCII && (isLetter || isNumber || self == "+" || self == "-" || self == ".")
  }
}
