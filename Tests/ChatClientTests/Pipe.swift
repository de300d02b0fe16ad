import ChatClient
import Glibc
import Testing

/// A pipe; each end is closed at most once.
///
/// A pair of sockets, which Linux makes close-on-exec at once: a program that another test starts meanwhile
/// would hold a pipe(2) open.
final class Pipe: Sendable {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  func write(_ bytes: some Collection<UInt8>) {
    StandardOutput(descriptor: writing).write(bytes)
  }

  /// Ends the writing.
  func finish() { close(writing) }

  /// Takes all that was written by now, up to 64 KiB; never waits.
  func drain() -> [UInt8] {
    _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(reading, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }
}
