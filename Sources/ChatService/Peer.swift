import ChatRoom
import ChatTransport
import ChatWire

/// Somebody in the room, however they are reached.
protocol Peer: AnyObject {
  /// Nil for one that is in no room.
  var member: MemberID? { get }
  var framing: Framing { get }
  var address: PeerAddress { get }
  /// How it is spoken to.
  var view: View { get }
  /// Where its connection stands in the order of all.
  var number: Int { get }

  /// Tells this peer alone, in its place in the order of the log.
  func reply(_ event: Event)
  /// Hands on a private message; to its sender too.
  func told(ms: Int, from: String, to: String, text: String, isSender: Bool)
  /// Sends those messages of the history.
  func recall(_ messages: Range<Int>)
  /// Sends those messages of the history of a room beside the lobby, with the number that it has among all.
  func recall(_ messages: Range<Int>, in room: String, _ serial: Int)
  /// Sends what happened in rooms beside the lobby.
  func hand(_ encoding: Encoding)
  /// Sends what it has asked for, as far as that is taken now: a room may be gone in a moment.
  func settle()
  /// From now on speaks in events, the first of which are these.
  func greet(_ welcome: (_ next: Int) -> Event, names: Event)
  /// Makes this connection, whose first message it is, an observer of another.
  func observe(_ framing: Framing, port: Int)
  /// Turns knobs of the connection that this one observes.
  func turn(_ knobs: Knobs)
  /// Tells whoever observes this connection how it is now.
  func tellObserver()
  /// Tells whoever observes this connection.
  func tellObserver(_ event: Event)
  /// Says that there is no place for it, and ends it.
  func refuse(_ departure: Departure, _ text: String)
  /// Ends it, with what it has coming.
  func depart(_ departure: Departure, reason: String)
}
