/// A member as the room sees it.
package struct Occupant: Equatable, Sendable {
  package internal(set) var nick: String
  /// Where it comes from, without the port.
  package let address: String
  /// Whether it took its name itself; `guest1` is given.
  package internal(set) var choseNick: Bool
  /// Whether the others have been told of it, or will be without its doing anything more.
  package internal(set) var isAnnounced: Bool
  /// When it came, in monotonic milliseconds.
  package let since: Int
}
