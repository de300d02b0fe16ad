import Foundation

/// What a process has used so far, from `/proc` (proc(5)).
struct ProcessUsage: Equatable {
  /// Seconds of CPU in user and in kernel mode, all threads; the parts are known to a hundredth only.
  var user = 0.0
  var system = 0.0
  /// Their sum, to the nanosecond where the kernel keeps that account.
  var total = 0.0
  /// Resident memory in bytes.
  var memory = 0

  /// The time between two looks, its parts made to fit their sum, and the memory at the later one.
  static func - (later: ProcessUsage, earlier: ProcessUsage) -> ProcessUsage {
    let (user, system) = (later.user - earlier.user, later.system - earlier.system)
    let total = later.total - earlier.total
    let share = user + system > 0 ? user / (user + system) : 1
    return ProcessUsage(
      user: total * share, system: total * (1 - share), total: total, memory: later.memory)
  }

  /// - Parameter pid: the process; nil is this one.
  /// - Returns: nil if there is no such process.
  static func of(_ pid: Int32? = nil) -> ProcessUsage? {
    let folder = "/proc/\(pid.map { "\($0)" } ?? "self")"
    guard let stat = text(folder + "/stat"), let status = text(folder + "/status") else {
      return nil
    }
    // The name in parentheses may hold blanks; utime and stime are the 12th and 13th fields behind it.
    let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
      return nil
    }
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    let resident = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let kibibytes = resident?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return ProcessUsage(
      user: user / ticks, system: system / ticks, total: exact(folder) ?? (user + system) / ticks,
      memory: kibibytes * 1_024)
  }

  /// Seconds on a CPU of all threads, to the nanosecond; nil where the kernel keeps no such account.
  private static func exact(_ folder: String) -> Double? {
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder + "/task")
    else { return nil }
    let times = threads.map { thread in
      text("\(folder)/task/\(thread)/schedstat")?.split(separator: " ").first.flatMap { Double($0) }
    }
    guard times.allSatisfy({ $0 != nil }) else { return nil }
    return times.compactMap { $0 }.reduce(0, +) / 1e9
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
