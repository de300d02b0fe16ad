import Glibc

/// The local time of day as `15:02:11`; the time zone is asked once a second at most.
struct WallClock: Sendable {
  private var second = -1
  private var text: [UInt8] = []

  init() {}

  mutating func now() -> [UInt8] {
    var now = time(nil)
    guard now != second else { return text }
    second = now
    var local = tm()
    localtime_r(&now, &local)
    text = WallClock.text(hour: local.tm_hour, minute: local.tm_min, second: local.tm_sec)
    return text
  }

  private static func text(hour: Int32, minute: Int32, second: Int32) -> [UInt8] {
    [hour, minute, second]
      .map {
        [UInt8(truncatingIfNeeded: 0x30 + $0 / 10), UInt8(truncatingIfNeeded: 0x30 + $0 % 10)]
      }
      .joined(separator: [UInt8(ascii: ":")]).map { $0 }
  }
}
