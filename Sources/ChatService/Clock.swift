import Glibc
import NIOCore

/// The two times that the room is given, both in milliseconds.
enum Clock {
  /// Monotonic: only the distance of two of them means something.
  static func monotonic() -> Int {
    Int(clamping: NIODeadline.now().uptimeNanoseconds / 1_000_000)
  }

  /// Unix time.
  static func unix() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
