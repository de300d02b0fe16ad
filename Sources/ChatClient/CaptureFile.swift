package import ChatCapture
import ChatScreen
import Glibc

/// A file that a capture is written to.
package struct CaptureFile: Sendable {
  package let target: CaptureTarget
  private let descriptor: Int32

  /// Opens a file, emptying one that is there.
  ///
  /// - Parameter argument: `FILE.pcapng`, `FILE.hex`, `FILE.jsonl`, or any file and one of these words.
  /// - Returns: the file, empty.
  /// - Throws: `CaptureFileError` if the format isn't told, or the file can't be opened.
  package static func open(_ argument: String) throws(CaptureFileError) -> CaptureFile {
    guard let target = CaptureTarget(argument) else {
      throw CaptureFileError(
        description: "\(argument): the name ends in none of .pcapng, .hex and .jsonl")
    }
    // A FIFO that nobody reads is refused, and one that is full later, so that no write waits.
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NONBLOCK
    let descriptor = Glibc.open(target.path, flags, 0o644)
    guard descriptor >= 0 else { throw CaptureFileError(target, errno) }
    return CaptureFile(target: target, descriptor: descriptor)
  }

  /// Writes all of `bytes`, in one call where the kernel takes them at once.
  func write(_ bytes: [UInt8]) throws(CaptureFileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw CaptureFileError(target, errno) }
      rest = rest.dropFirst(count)
    }
  }

  func close() {
    Glibc.close(descriptor)
  }
}

/// Why there is no capture, as a sentence.
package struct CaptureFileError: Error, CustomStringConvertible {
  package let description: String

  init(description: String) { self.description = description }

  init(_ target: CaptureTarget, _ code: Int32) {
    description = "\(target.path): \(String(cString: strerror(code)))"
  }
}
