/// Why a member is no longer in the room: the log line, the counter and what the others are told.
package enum Departure: String, CaseIterable, Sendable {
  case quit, closed, timeout, observing
  case reset = "connection reset"
  case slowReader = "slow reader"
  case oversizedFrame = "frame too long"
  case stopping = "server stopping"

  /// Whether a chosen name may be back in a moment, so that its going is not told at once.
  var mayReturn: Bool {
    switch self {
    case .quit, .observing: false
    default: true
    }
  }
}
