package import ChatWire

/// What a connection does beside sending messages.
package struct Manners: Equatable, Sendable {
  package var greeting: Greeting.Kind
  /// Opens a second connection to learn the server's side of the story.
  package var observes: Bool
  /// Somebody looks at the wire, so that the kernel is asked what it knows.
  package var watches: Bool

  package init(greeting: Greeting.Kind, observes: Bool, watches: Bool = true) {
    self.greeting = greeting
    self.observes = observes
    self.watches = watches
  }

  /// A client on screen among its own kind.
  package static func full(_ framing: Framing) -> Manners {
    Manners(greeting: framing == .raw ? .nick : .hello, observes: framing != .udp)
  }

  /// Nothing but messages: what a foreign server gets.
  package static let plain = Manners(greeting: .none, observes: false)
}
