/// Everything that the server counts, each under the name that stands in its log and in `/stats`.
package enum Counter: Hashable, CaseIterable, Sendable {
  /// Connections accepted, refused ones too.
  case accepted
  /// Messages that took a number.
  case said
  case left(Departure)
  case refused(Refusal)

  package static var allCases: [Counter] {
    [.accepted, .said] + Departure.allCases.map(Counter.left)
      + Refusal.allCases.map(Counter.refused)
  }

  package var name: String {
    switch self {
    case .accepted: "accepted"
    case .said: "said"
    case .left(let departure): departure.rawValue
    case .refused(let refusal): refusal.rawValue
    }
  }

  /// Whether somebody met a limit, so that it is worth a line of the log.
  package var isLimit: Bool {
    switch self {
    case .accepted, .said: false
    case .left(let departure): departure.isForced
    case .refused: true
    }
  }
}
