import Glibc

/// Text for another program or a terminal, written before the call returns.
package struct StandardOutput: Sendable {
  private let descriptor: Int32

  package static let output = StandardOutput(descriptor: STDOUT_FILENO)
  package static let error = StandardOutput(descriptor: STDERR_FILENO)

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether a person reads it on a terminal.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of `bytes`; a reader that went away is no concern of the writer's.
  package func write(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR || errno == EAGAIN else { return }
      if count < 0, errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Writes one line.
  package func line(_ text: String) {
    write((text + "\n").utf8)
  }
}
