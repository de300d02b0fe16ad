import Dispatch
import Glibc
import Synchronization

/// The bytes that a child process has written to one of its streams so far.
final class Output: Sendable {
  private let collected = Mutex<[UInt8]>([])
  private let ended = Mutex(false)

  /// Reads `descriptor` to its end on a thread of its own and closes it.
  init(descriptor: Int32) {
    DispatchQueue(label: "output \(descriptor)").async { self.collect(from: descriptor) }
  }

  var bytes: [UInt8] { collected.withLock { $0 } }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The finished lines, without their line feeds.
  var lines: [String] {
    Array(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
  }

  /// Whether every writer has closed its end.
  var isComplete: Bool { ended.withLock { $0 } }

  private func collect(from descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      collected.withLock { $0.append(contentsOf: buffer.prefix(count)) }
    }
    close(descriptor)
    ended.withLock { $0 = true }
  }
}
