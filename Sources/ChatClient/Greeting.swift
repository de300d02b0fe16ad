package import ChatScreen
package import ChatWire

/// How a new connection gets into the room: which words go out, and when text may follow.
///
/// A server that answers nothing in time is foreign: from then on it gets nothing but messages.
package struct Greeting: Equatable, Sendable {
  package enum Kind: Sendable {
    /// Not a word.
    case none
    /// `/hello`, answered by `/welcome`; from then on the server speaks in events.
    case hello
    /// `/nick`, once the observing connection has shown that the server knows the protocol. The answer comes
    /// there too: a plain client gets none when all is well, and on the raw port it may stick to anything.
    case nick
  }

  /// What the connection has to do next.
  package enum Step: Equatable, Sendable {
    /// Write this message, and give the server another second.
    case send(String)
    /// Text may go out now.
    case joined(nick: String, foreign: Bool)
    case notice(Phrase)
  }

  /// Smallest `/hello` that a server answers on UDP, in bytes: an answer is never longer than the question.
  static let datagramHello = 40

  private let kind: Kind
  private let framing: Framing
  private var nick: String
  private var done = false
  /// The name that the observing connection shows for us, nil before it shows one.
  private var observed: String?

  /// - Parameters:
  ///   - kind: the words to use.
  ///   - framing: that of the connection.
  ///   - nick: the name to ask for.
  package init(_ kind: Kind, framing: Framing, nick: String) {
    self.kind = kind
    self.framing = framing
    self.nick = nick
  }

  /// The connection is there.
  package mutating func opened() -> [Step] {
    switch kind {
    case .none: join(foreign: true)
    case .hello: [.send(hello())]
    case .nick: []
    }
  }

  /// Whether a server that so far is foreign shows with this event that it is none.
  package func concerns(_ event: Event) -> Bool {
    switch event {
    case .welcome: true
    case .cookie, .error: !done
    default: false
    }
  }

  /// The server sent an event; after the greeting only a late welcome still changes anything.
  package mutating func received(_ event: Event) -> [Step] {
    switch event {
    case .welcome(_, let nick, _, _) where kind == .hello:
      self.nick = nick
      return join(foreign: false)
    case .cookie(let hex) where !done && framing == .udp:
      return [.send(Command.hello(version: Event.version, nick: nick, cookie: hex).text)]
    case .error(.nickTaken, let text) where !done:
      return take(String(text.prefix { $0 != " " }), because: .nickTaken(nick))
    case .error(.nickBad, let text) where !done:
      return take(Nick.guest.text, because: Phrase(verbatim: text))
    case .error(.version, let text) where !done:
      return [.notice(Phrase(verbatim: text))] + join(foreign: true)
    default:
      return []
    }
  }

  /// The observing connection shows us.
  package mutating func observed(_ state: Observed) -> [Step] {
    guard !done, kind == .nick else { return [] }
    let first = observed == nil
    observed = state.nick
    if state.nick == nick { return join(foreign: false) }
    guard first else { return [] }
    let text = Command.nick(nick).text
    guard framing != .raw || text.utf8.count <= state.readSize else {
      nick = state.nick
      let reason = Phrase.readTooSmall(state.readSize, for: text)
      return [.notice(.youAre(nick, because: reason))] + join(foreign: false)
    }
    return [.send(text)]
  }

  /// A second went by without an answer.
  package mutating func expired() -> [Step] {
    guard !done else { return [] }
    guard let observed else { return join(foreign: true) }
    nick = observed
    return [.notice(.youAre(observed, because: .nickNotAccepted))] + join(foreign: false)
  }

  private mutating func join(foreign: Bool) -> [Step] {
    done = true
    return [.joined(nick: nick, foreign: foreign)]
  }

  private mutating func take(_ free: String, because reason: Phrase) -> [Step] {
    guard let name = Nick(free)?.text, name != nick else { return [] }
    nick = name
    let again = kind == .nick ? Command.nick(nick).text : hello()
    return [.notice(.youAre(nick, because: reason)), .send(again)]
  }

  private func hello() -> String {
    let text = Command.hello(version: Event.version, nick: nick, cookie: nil).text
    guard framing == .udp else { return text }
    return text + String(repeating: " ", count: max(0, Greeting.datagramHello - text.utf8.count))
  }
}
