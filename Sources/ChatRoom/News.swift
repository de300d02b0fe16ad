/// What happened to the membership just now, as the server's own console tells it.
package enum News: Equatable, Sendable {
  /// Somebody is announced, by a greeting, a first message or by staying.
  case came(MemberID, nick: String)
  /// Somebody who was announced is gone.
  case went(nick: String, reason: String)
  case renamed(String, to: String)
}
