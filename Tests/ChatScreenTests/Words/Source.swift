import Foundation

/// The source files of ChatScreen, as text.
enum Source {
  /// Each file's name and text.
  static let files: [(name: String, text: String)] = {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder = tests.appendingPathComponent("../../../Sources/ChatScreen").standardizedFileURL
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
      .compactMap { url in
        (try? String(contentsOf: url, encoding: .utf8)).map { (url.lastPathComponent, $0) }
      }
  }()
}

/// One string literal of a source file: its words, and what stands in `\( )`.
struct Literal: Equatable {
  private(set) var words = ""
  private(set) var expressions: [String] = []

  /// Takes the literal that `text` begins with, behind blanks.
  ///
  /// - Returns: nil if there is none.
  init?(_ text: inout Substring) {
    text = text.drop(while: \.isWhitespace)
    guard text.popFirst() == "\"" else { return nil }
    while let sign = text.popFirst(), sign != "\"" {
      guard sign == "\\" else {
        words.append(sign)
        continue
      }
      if text.first == "(" {
        expressions.append(Literal.expression(&text))
      } else {
        _ = text.popFirst()
      }
    }
  }

  /// What stands between parentheses, literals in it left out.
  private static func expression(_ text: inout Substring) -> String {
    var depth = 0
    var result = ""
    while let sign = text.first {
      if sign == "\"" {
        if let inner = Literal(&text) { result += inner.expressions.joined() }
        continue
      }
      text.removeFirst()
      result.append(sign)
      if sign == "(" { depth += 1 }
      if sign == ")" { depth -= 1 }
      if depth == 0 { break }
    }
    return result
  }
}
