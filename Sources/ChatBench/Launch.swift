import Foundation
import Glibc
import NIOConcurrencyHelpers

/// Where a server under test listens and keeps its files.
struct Site: Sendable {
  let port: Int
  /// A second port, for servers that have one.
  let rawPort: Int
  let folder: String
}

/// A server under test, running on ports of its own.
package final class Launch {
  let site: Site
  private let process = Process()

  private static let running = NIOLockedValueBox<[Int32: Site]>([:])
  /// A port that was free may be taken by the time that the server binds it.
  private static let tries = 3

  /// Starts it and waits until it accepts connections.
  ///
  /// - Throws: `LoadFailure` if it does not within five seconds, three times.
  static func of(_ contestant: Contestant) throws -> Launch {
    for _ in 1..<tries {
      if let launch = try? Launch(contestant) { return launch }
    }
    return try Launch(contestant)
  }

  private init(_ contestant: Contestant) throws {
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
    let (pid, site) = (pid, site)
    Launch.running.withLockedValue { $0[pid] = site }
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
    let pid = pid
    Launch.running.withLockedValue { _ = $0.removeValue(forKey: pid) }
    try? FileManager.default.removeItem(atPath: site.folder)
  }

  /// Ends every server that runs, before this process ends.
  package static func stopAll() {
    for (pid, site) in running.withLockedValue({ $0 }) {
      kill(pid, SIGKILL)
      try? FileManager.default.removeItem(atPath: site.folder)
    }
  }

  private static func accepts(_ port: Int) -> Bool {
    guard let socket = try? Socket(to: port) else { return false }
    socket.shut()
    return true
  }
}
