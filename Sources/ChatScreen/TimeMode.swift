import ChatWire

/// From when the times of the wire pane count.
package enum TimeMode: String, CaseIterable, Sendable {
  /// Since the block above.
  case delta
  /// Since the first byte of the connection.
  case relative
  /// The local time of day.
  case absolute

  /// What the hint says of it.
  var sentence: Phrase {
    switch self {
    case .delta: .timesDelta
    case .relative: .timesRelative
    case .absolute: .timesAbsolute
    }
  }
}
