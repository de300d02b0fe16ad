/// Why a member is no longer in the room: the log line, the counter and what the others are told.
package enum Departure: String, CaseIterable, Sendable {
  case quit, closed, timeout, observing, kicked
  case reset = "connection reset"
  case slowReader = "slow reader"
  case oversizedFrame = "frame too long"
  case stopping = "server stopping"

  /// Whether a chosen name may be back in a moment, so that its going is not told at once.
  var mayReturn: Bool {
    switch self {
    case .quit, .observing, .kicked: false
    default: true
    }
  }

  /// Whether the server made it go, for a limit or at its host's word.
  package var isForced: Bool {
    switch self {
    case .timeout, .slowReader, .oversizedFrame, .kicked: true
    case .quit, .closed, .observing, .reset, .stopping: false
    }
  }
}
