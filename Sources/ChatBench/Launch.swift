import Foundation
import Glibc

/// A server under test, running on a port of its own.
final class Launch {
  let port: Int
  private let process = Process()
  private let folder: String

  /// Starts it and waits until it accepts connections.
  ///
  /// - Throws: `LoadFailure` if it does not within five seconds.
  init(_ contestant: Contestant) throws {
    folder = NSTemporaryDirectory() + "chat-bench-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    port = try Launch.freePort()
    process.executableURL = URL(fileURLWithPath: contestant.program)
    process.arguments = try contestant.arguments(port, folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(5)
    while !Launch.accepts(port) {
      guard process.isRunning, ContinuousClock.now < end else {
        stop()
        throw LoadFailure("\(contestant.name) does not accept connections")
      }
      usleep(10_000)
    }
  }

  var pid: Int32 { process.processIdentifier }

  func stop() {
    if process.isRunning { kill(pid, SIGKILL) }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// A port that is free now; who listens on it next is a matter of being quick.
  private static func freePort() throws -> Int {
    try withSocket { descriptor in
      var address = Launch.address(0)
      let isBound = address.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map {
          bind(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) == 0
        } ?? false
      }
      var length = socklen_t(address.count)
      let isKnown = address.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map {
          getsockname(descriptor, $0.assumingMemoryBound(to: sockaddr.self), &length) == 0
        } ?? false
      }
      guard isBound, isKnown else { throw LoadFailure("no free port") }
      return Int(address[2]) << 8 | Int(address[3])
    }
  }

  private static func accepts(_ port: Int) -> Bool {
    let result = try? withSocket { descriptor in
      address(port).withUnsafeBytes { bytes in
        bytes.baseAddress.map {
          connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
            == 0
        } ?? false
      }
    }
    return result ?? false
  }

  private static func withSocket<Result>(_ body: (Int32) throws -> Result) throws -> Result {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else {
      throw LoadFailure("no socket: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// A `sockaddr_in` of this machine, byte by byte (ip(7)).
  private static func address(_ port: Int) -> [UInt8] {
    [UInt8(AF_INET), 0, UInt8(port >> 8 & 255), UInt8(port & 255), 127, 0, 0, 1]
      + [UInt8](repeating: 0, count: 8)
  }
}
