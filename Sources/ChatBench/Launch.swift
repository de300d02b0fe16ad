import Foundation
import Glibc

/// Where a server under test listens and keeps its files.
struct Site {
  let port: Int
  /// A second port, for servers that have one.
  let rawPort: Int
  let folder: String
}

/// A server under test, running on ports of its own.
final class Launch {
  let site: Site
  private let process = Process()

  /// Starts it and waits until it accepts connections.
  ///
  /// - Throws: `LoadFailure` if it does not within five seconds.
  init(_ contestant: Contestant) throws {
    let folder = NSTemporaryDirectory() + "chat-bench-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    site = Site(
      port: try Socket.freePort(), rawPort: try Socket.freePort(), folder: folder)
    process.executableURL = URL(fileURLWithPath: contestant.program)
    process.arguments = try contestant.arguments(site)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(5)
    while !Launch.accepts(site.port) {
      guard process.isRunning, ContinuousClock.now < end else {
        stop()
        throw LoadFailure("\(contestant.name) does not accept connections")
      }
      usleep(10_000)
    }
  }

  /// A generator of loads for it.
  func generator(_ dialect: Dialect) -> Generator {
    Generator(dialect, port: site.port, rawPort: site.rawPort, pid: pid)
  }

  var pid: Int32 { process.processIdentifier }

  func stop() {
    if process.isRunning { kill(pid, SIGKILL) }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: site.folder)
  }

  private static func accepts(_ port: Int) -> Bool {
    guard let socket = try? Socket(to: port) else { return false }
    socket.shut()
    return true
  }
}
