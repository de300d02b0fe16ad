/// The text of a settings file: one `name = value` a line; what begins with `#` is a comment.
package struct SettingsFile: Equatable, Sendable {
  /// A line that is wrong.
  package struct Fault: Error, Equatable, CustomStringConvertible, Sendable {
    /// From 1.
    package let line: Int
    package let sentence: String

    package var description: String { "line \(line): \(sentence)" }
  }

  private let lines: [Substring]

  package init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// What is set; of two lines for one thing the later.
  ///
  /// - Throws: `Fault` for the first line that is wrong.
  package func settings() throws(Fault) -> [Setting: String] {
    var settings: [Setting: String] = [:]
    for (place, line) in lines.enumerated() {
      guard let (name, value) = SettingsFile.pair(line) else {
        guard SettingsFile.isBlank(line) else {
          throw Fault(line: place + 1, sentence: "'\(line)' is no `name = value`")
        }
        continue
      }
      guard let setting = Setting(rawValue: name) else {
        let names = Setting.allCases.map(\.rawValue).joined(separator: " ")
        throw Fault(line: place + 1, sentence: "'\(name)' is no setting; settings are \(names)")
      }
      guard setting.accepts(value) else {
        throw Fault(line: place + 1, sentence: "\(name) takes \(setting.usage), not '\(value)'")
      }
      settings[setting] = value
    }
    return settings
  }

  /// The text with these values: in the lines that are there, comments kept, and below them for what has none and is
  /// not as it is without a file.
  package func text(with choices: [Choice], unless usual: [Setting: String] = [:]) -> String {
    var rest = Dictionary(
      choices.map { ($0.setting, $0.value) }, uniquingKeysWith: { _, last in last })
    var result: [String] = []
    for line in lines {
      guard let (name, _) = SettingsFile.pair(line), let setting = Setting(rawValue: name),
        let value = rest[setting]
      else {
        // Of two lines for one thing the first has it now.
        if let name = SettingsFile.pair(line)?.name, let setting = Setting(rawValue: name),
          choices.contains(where: { $0.setting == setting })
        {
          continue
        }
        result.append(String(line))
        continue
      }
      rest[setting] = nil as String??
      if let value { result.append("\(name) = \(value)") }
    }
    for choice in choices {
      guard let value = rest[choice.setting] ?? nil, usual[choice.setting] != value else {
        continue
      }
      result.append("\(choice.setting.rawValue) = \(value)")
    }
    return result.map { $0 + "\n" }.joined()
  }

  private static func isBlank(_ line: Substring) -> Bool {
    let start = line.first { !$0.isWhitespace }
    return start == nil || start == "#"
  }

  private static func pair(_ line: Substring) -> (name: String, value: String)? {
    guard !isBlank(line), let equals = line.firstIndex(of: "=") else { return nil }
    return (trimmed(line[..<equals]), trimmed(line[line.index(after: equals)...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
