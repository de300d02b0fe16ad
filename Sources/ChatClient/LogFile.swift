import ChatScreen
import Glibc
package import Logging

/// Diagnostics in a file, one line each, so that nothing prints over the screen.
///
/// They quote peers, so what controls a terminal is made visible.
package struct LogFile: LogHandler {
  package var logLevel: Logger.Level
  package var metadata = Logger.Metadata()
  private let descriptor: Int32
  private let label: String

  /// A logger that writes to the end of a file.
  ///
  /// - Parameters:
  ///   - path: the file, created if it is not there.
  ///   - level: the least severe diagnostics that are kept.
  /// - Returns: the logger.
  /// - Throws: `LogFileError` if the file can't be opened.
  package static func logger(path: String, level: Logger.Level) throws(LogFileError) -> Logger {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw LogFileError(description: "--log-file: \(path): \(String(cString: strerror(errno)))")
    }
    return Logger(label: "chat-tui") { label in
      LogFile(logLevel: level, descriptor: descriptor, label: label)
    }
  }

  package subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
    let fields = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let line = "\(Clock.wallTime()) \(event.level) \(label):\(fields) \(event.message)"
    StandardOutput(descriptor: descriptor).line(VisibleText.row(line))
  }
}

/// Why diagnostics can't be kept, as a sentence.
package struct LogFileError: Error, CustomStringConvertible {
  package let description: String
}
