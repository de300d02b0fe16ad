/// Somebody's coming or going, or a change of name.
package indirect enum Movement: Equatable, Sendable {
  case joined([String])
  case left(String, reason: String)
  case renamed(String, to: String)
  /// Several of them, oldest first, in one row.
  case several([Movement])
}
