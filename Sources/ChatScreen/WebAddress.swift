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
      var address = rest[start...].prefix { !$0.isWhitespace && !"\"<>「」《》，。；".contains($0) }
      while let last = address.last, ".,;:!?'".contains(last) || isOpen(last, address) {
        address.removeLast()
      }
      if scheme > 1, colon.upperBound < address.endIndex {
        result.append(start..<address.endIndex)
      }
      rest = text[max(colon.upperBound, address.endIndex)...]
    }
    return result
  }

  /// Whether a bracket at the end closes one that stands before the address.
  private static func isOpen(_ last: Character, _ address: Substring) -> Bool {
    guard let pair = ["()", "[]", "{}"].first(where: { $0.last == last }) else { return false }
    return address.count { $0 == last } > address.count { $0 == pair.first }
  }
}

extension Character {
  /// Part of the name of a scheme (RFC 3986, section 3.1).
  fileprivate var isOfScheme: Bool {
    isASCII && (isLetter || isNumber || self == "+" || self == "-" || self == ".")
  }
}
