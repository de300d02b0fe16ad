package import ChatScreen
import Glibc

/// A file to which what is said is appended, one line a message, each with one write(2).
package final class ChatLog {
  private let descriptor: Int32
  /// The file as it was named.
  package let path: String

  /// - Parameter path: the file, created if it is not there.
  /// - Throws: `SaveError` if it can't be opened.
  package init(path: String) throws(SaveError) {
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SaveError(number: errno) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// - Throws: `SaveError` if the file takes no more.
  package func append(_ line: LogLine) throws(SaveError) {
    var rest = Array((line.description + "\n").utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw SaveError(number: errno)
      }
    }
  }
}
