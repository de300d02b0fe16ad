package import ChatWire

/// The state of the connection.
package enum Link: Equatable, Sendable {
  /// Dialling, or waiting to be let in. Text stays in the composer.
  case connecting(Endpoint)
  /// Text may go out now. `foreign` means that the server is not a WireChat one and gets nothing but messages.
  case joined(Endpoint, nick: String, foreign: Bool)
  /// Lost or never had; the next attempt is `seconds` away. `reason` is the sentence that says why: it
  /// appears in the conversation once, and again only when it changes.
  case waiting(Endpoint, seconds: Double, reason: Phrase)
  /// What the observing connection tells of this connection's other side.
  case observed(Observed)
  /// What our own end is turned to, as far as it was turned; it holds for connections to come too.
  case turned(Knobs)
  /// No connection, and none will be tried.
  case closed(reason: Phrase)
}
