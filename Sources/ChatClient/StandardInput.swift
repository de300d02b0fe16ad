import Dispatch
import Glibc

/// The lines of a file descriptor, read only as fast as they are asked for.
///
/// A blocking read(2) on a thread of its own: epoll(7) refuses regular files, and input may be one.
package actor StandardInput {
  private static let chunk = 65_536
  /// Bytes of a line that are kept, 16 MiB; what is longer is over every framing's limit but that of raw.
  private static let longest = 1 << 24

  private let descriptor: Int32
  private let queue = DispatchQueue(label: "standard input")
  private var rest: [UInt8] = []
  private var ended = false

  package init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
  }

  /// The next lines without their LF, at least one; nil at the end of input.
  ///
  /// Bytes behind the last LF are a line too. What is not UTF-8 becomes U+FFFD.
  package func lines() async -> [String]? {
    while !ended {
      let bytes = await read()
      ended = bytes.isEmpty
      var lines = (rest + bytes).split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      rest = ended ? [] : Array(lines.removeLast().prefix(StandardInput.longest))
      if ended, lines.last?.isEmpty == true { lines.removeLast() }
      guard lines.isEmpty else { return lines.map { String(decoding: $0, as: UTF8.self) } }
    }
    return nil
  }

  private func read() async -> [UInt8] {
    await withCheckedContinuation { continuation in
      queue.async { [descriptor] in
        continuation.resume(
          returning: [UInt8](unsafeUninitializedCapacity: StandardInput.chunk) { buffer, count in
            var got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            while got < 0 && errno == EINTR {
              got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            }
            count = max(0, got)
          })
      }
    }
  }
}
