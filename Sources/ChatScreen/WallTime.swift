/// A local time of day, as the conversation shows it.
///
/// It is computed at the edge: time zones are no business of the screen. For a message that carries its own
/// time (`/said`, `/did`, `/told`) it is that time, otherwise the moment of arrival.
package struct WallTime: Hashable, Sendable, CustomStringConvertible {
  package var hour: Int
  package var minute: Int
  package var second: Int
  /// The local day, counted from 1 January 1970; nil if it is not known.
  package var day: Int?

  package init(hour: Int, minute: Int, second: Int, day: Int? = nil) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.day = day
  }

  /// The time as `HH:MM:SS`.
  package var description: String {
    [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
