/// How a server says that its host sent somebody away; a client that hears it does not come back by itself.
package enum Dismissal {
  /// The notice before the connection closes.
  package static let sentence = "you were asked to leave"

  /// The answer to one who comes back too early.
  package static func refusal(_ nick: String, seconds: Int) -> String {
    "\(nick) was asked to leave; come again in \(seconds) s"
  }

  /// What an event says of it, nil if it is none.
  package static func sentence(of event: Event) -> String? {
    switch event {
    case .notice(sentence): sentence
    // A datagram's answer is no longer than its question, and so may be cut.
    case .error(.full, let text) where text.contains(" was asked to"): text
    default: nil
    }
  }

  /// The same of one read on the raw port, as far as that has nothing else in it.
  package static func sentence(ofRead text: String) -> String? {
    text == "*** \(sentence)" ? sentence : Event(text).flatMap { self.sentence(of: $0) }
  }
}
