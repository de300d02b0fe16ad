/// Somebody's coming or going, or a change of name.
package indirect enum Movement: Equatable, Sendable {
  case joined([String])
  case left(String, reason: String)
  case renamed(String, to: String)
  /// Several of them, oldest first, in one row.
  case several([Movement])

  /// In bytes, about: a name is short.
  var weight: Int {
    switch self {
    case .joined(let nicks): nicks.count * MemoryLayout<String>.size
    case .left(_, let reason): reason.utf8.count
    case .renamed: 0
    case .several(let movements): movements.map(\.weight).reduce(0, +)
    }
  }
}
