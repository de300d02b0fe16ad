/// What a connection does beside sending messages.
package struct Manners: Equatable, Sendable {
  /// Says `/hello` or `/nick` to come into the room under a name, and understands events.
  package var greets: Bool
  /// Opens a second connection to learn the server's side of the story.
  package var observes: Bool

  package init(greets: Bool, observes: Bool) {
    self.greets = greets
    self.observes = observes
  }

  /// A client on screen among its own kind.
  package static let full = Manners(greets: true, observes: true)
  /// Nothing but messages: what a foreign server gets.
  package static let plain = Manners(greets: false, observes: false)
}
