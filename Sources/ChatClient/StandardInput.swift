import Dispatch
import Glibc

/// The lines of a file descriptor, read only as fast as they are asked for.
///
/// A blocking read(2) on a thread of its own: epoll(7) refuses regular files, and input may be one.
package actor StandardInput {
  /// Where a program's input comes from unless said otherwise.
  package static let descriptor = STDIN_FILENO

  private static let chunk = 65_536

  private let descriptor: Int32
  private let queue = DispatchQueue(label: "standard input")
  private var cutter: LineCutter
  private var ended = false

  /// - Parameters:
  ///   - descriptor: what is read; blocking or not.
  ///   - cutter: cuts what is read into lines.
  package init(
    descriptor: Int32 = StandardInput.descriptor, cutter: LineCutter = LineCutter(.refused)
  ) {
    self.descriptor = descriptor
    self.cutter = cutter
  }

  /// The next lines, byte for byte and without their LF, at least one; nil at the end of input.
  ///
  /// - Throws: `InputError` if it can't be read; the input is then at its end.
  package func next() async throws(InputError) -> [LineCutter.Piece]? {
    while !ended {
      switch await read() {
      case .success(let bytes):
        ended = bytes.isEmpty
        let pieces = ended ? cutter.finish().map { [$0] } ?? [] : cutter.receive(bytes)
        guard pieces.isEmpty else { return pieces }
      case .failure(let error):
        ended = true
        throw error
      }
    }
    return nil
  }

  /// The next lines as text, at least one; nil at the end of input.
  ///
  /// What is not UTF-8 becomes U+FFFD; lines over 16 MiB are left out.
  ///
  /// - Throws: `InputError` if it can't be read; the input is then at its end.
  package func lines() async throws(InputError) -> [String]? {
    while let pieces = try await next() {
      let lines = pieces.compactMap { piece in
        if case .line(let bytes) = piece { String(decoding: bytes, as: UTF8.self) } else { nil }
      }
      guard lines.isEmpty else { return lines }
    }
    return nil
  }

  private func read() async -> Result<[UInt8], InputError> {
    await withCheckedContinuation { continuation in
      queue.async { [descriptor] in
        continuation.resume(returning: StandardInput.read(descriptor))
      }
    }
  }

  /// What one read(2) returns, nothing at the end of input; waits while there is nothing yet.
  private static func read(_ descriptor: Int32) -> Result<[UInt8], InputError> {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      while true {
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        guard got < 0 else { return count = got }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          poll(&ready, 1, -1)
        default:
          failure = errno
          return count = 0
        }
      }
    }
    return failure == 0 ? .success(bytes) : .failure(InputError(number: failure))
  }
}

/// Why input can't be read, as a sentence.
package struct InputError: Error, Equatable, CustomStringConvertible {
  /// The errno(3) of the read(2) that failed.
  package let number: Int32

  package var description: String { "cannot read the input: \(String(cString: strerror(number)))" }
}
