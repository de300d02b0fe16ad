/// Something that the client says, in each language of the screen.
///
/// All of them are in the files beside this one, both languages in one row, and in the tables of keys and commands.
package struct Phrase: Hashable, Sendable, CustomStringConvertible {
  private let english: String
  private let chinese: String

  package init(_ english: Wording, _ chinese: Wording) {
    self.english = english.english
    self.chinese = chinese.chinese
  }

  /// Words that are nobody's to translate: those of the server, names, numbers.
  package init(verbatim text: String) { (english, chinese) = (text, text) }

  package subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// The English words, for logs and for the terminal without a screen.
  package var description: String { english }

  package var isEmpty: Bool { english.isEmpty }

  /// The bytes of it in all languages.
  var weight: Int { english.utf8.count + chinese.utf8.count }

  /// Phrases one behind the other.
  package static func joined(_ parts: some Sequence<Phrase>, by separator: Phrase) -> Phrase {
    var result: Phrase?
    for part in parts {
      result = result.map { Phrase("\($0)\(separator)\(part)", "\($0)\(separator)\(part)") } ?? part
    }
    return result ?? Phrase(verbatim: "")
  }

  package static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase("\(left)\(right)", "\(left)\(right)")
  }
}

extension Phrase {
  /// One language's words of a phrase.
  ///
  /// A phrase within becomes its words in the same language, a number is grouped: `83,886,080`.
  package struct Wording: ExpressibleByStringInterpolation, Sendable {
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
      fileprivate var english = ""
      fileprivate var chinese = ""

      package init(literalCapacity: Int, interpolationCount: Int) {}

      package mutating func appendLiteral(_ literal: String) { appendInterpolation(literal) }

      package mutating func appendInterpolation(_ text: some StringProtocol) {
        english += text
        chinese += text
      }

      package mutating func appendInterpolation(_ phrase: Phrase) {
        english += phrase.english
        chinese += phrase.chinese
      }

      package mutating func appendInterpolation(_ number: Int) {
        appendInterpolation(Number.grouped(number))
      }
    }

    fileprivate let english: String
    fileprivate let chinese: String

    package init(stringLiteral text: String) { (english, chinese) = (text, text) }

    package init(stringInterpolation text: StringInterpolation) {
      (english, chinese) = (text.english, text.chinese)
    }
  }
}
