import Foundation
import Glibc

/// The line on standard error that says what is going on, where somebody looks.
enum Progress {
  private static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Where this program and its neighbours are.
  static var folder: String {
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (path as NSString).deletingLastPathComponent
  }

  static func show(_ text: String) {
    if isTerminal { write("\r\u{1b}[K\(text)") }
  }

  static func end() {
    if isTerminal { write("\r\u{1b}[K") }
  }

  /// A line that stays.
  static func tell(_ sentence: String) { write("\(isTerminal ? "\r\u{1b}[K" : "")\(sentence)\n") }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// Values as JSON, keys in order.
enum JSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
