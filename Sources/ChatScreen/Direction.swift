/// One of the two streams of a connection.
package enum Direction: Hashable, CaseIterable, Sendable {
  /// What we write and the server reads.
  case outgoing
  /// What the server writes and we read.
  case incoming

  /// The direction that `out` or `in` names.
  init?(_ word: String) {
    switch word {
    case "out": self = .outgoing
    case "in": self = .incoming
    default: return nil
    }
  }

  var other: Direction { self == .outgoing ? .incoming : .outgoing }
}
