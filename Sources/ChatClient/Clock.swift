package import ChatScreen
package import ChatWire
import Glibc
import NIOConcurrencyHelpers
import NIOCore

/// The two clocks of the client: local time for people, microseconds for the wire.
package enum Clock {
  /// Microseconds on the monotonic clock.
  package static func microseconds() -> Microseconds {
    Microseconds(clamping: NIODeadline.now().uptimeNanoseconds / 1_000)
  }

  /// The last local midnight, on the monotonic clock.
  package static func midnight() -> Microseconds {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    localtime_r(&now.tv_sec, &parts)
    let seconds = (Int(parts.tm_hour) * 60 + Int(parts.tm_min)) * 60 + Int(parts.tm_sec)
    return microseconds() - seconds * 1_000_000 - now.tv_nsec / 1_000
  }

  /// Unix time less the monotonic clock, in microseconds.
  package static func epoch() -> Microseconds {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int(now.tv_sec) * 1_000_000 + Int(now.tv_nsec) / 1_000 - microseconds()
  }

  /// The local time of day at a Unix time in milliseconds; now, if nil or beyond the calendar.
  package static func wallTime(ms: Int? = nil) -> WallTime {
    let seconds = ms.map { $0 / 1_000 } ?? time(nil)
    return latest.withLockedValue { latest in
      if latest.seconds != seconds { latest = (seconds, local(seconds)) }
      return latest.time
    }
  }

  /// The second that was asked for last: in a flood it is asked for many thousand times.
  private static let latest = NIOLockedValueBox<(seconds: Int, time: WallTime)>((0, local(0)))

  private static func local(_ seconds: Int) -> WallTime {
    var seconds = seconds
    var parts = tm()
    if localtime_r(&seconds, &parts) == nil {
      seconds = time(nil)
      localtime_r(&seconds, &parts)
    }
    // What the calendar in the local zone would read as UTC; timegm(3) counts from 1 January 1970.
    let day = timegm(&parts) / 86_400
    return WallTime(
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec), day: day)
  }
}
