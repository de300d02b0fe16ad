package import ChatWire

/// One thing for the conversation.
///
/// Texts of peers come as they are; the screen makes them harmless.
package enum Heard: Equatable, Sendable {
  /// An event of the protocol.
  case event(Event)
  /// A plain line of a server that knows no events.
  case text(String)
  /// What one read on the raw port returned: one "message", as the naive program takes it.
  case rawRead([UInt8])
  /// A datagram from an address that is not the room.
  case datagram(String, from: String)
  /// Something that the client itself has to say.
  case notice(Phrase)
  /// Lines of the client itself that stand as they are.
  case table([Phrase])
  /// Something that went wrong on our side of the connection.
  case trouble(Phrase)
}
