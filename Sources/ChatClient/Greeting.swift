package import ChatWire

/// How a new connection gets into the room: which words go out, and when text may follow.
///
/// Length, line and UDP say `/hello`. Raw says `/nick` once the observing connection has shown that the server
/// knows the protocol, and waits there for its answer: on the raw port itself it may stick to anything. A
/// server that answers nothing in time is foreign: from then on it gets nothing but messages.
package struct Greeting: Equatable, Sendable {
  /// What the connection has to do next.
  package enum Step: Equatable, Sendable {
    /// Write this message, and give the server another second.
    case send(String)
    /// Text may go out now.
    case joined(nick: String, foreign: Bool)
    case notice(String)
  }

  /// Smallest `/hello` that a server answers on UDP, in bytes: an answer is never longer than the question.
  static let datagramHello = 40

  private let framing: Framing
  private let foreign: Bool
  private var nick: String
  private var done = false
  /// The name that the observing connection shows for us, nil before it shows one.
  private var observed: String?

  /// - Parameters:
  ///   - framing: that of the connection.
  ///   - nick: the name to ask for.
  ///   - foreign: the server is known to be none of ours.
  package init(framing: Framing, nick: String, foreign: Bool) {
    self.framing = framing
    self.nick = nick
    self.foreign = foreign
  }

  /// The connection is there.
  package mutating func opened() -> [Step] {
    guard !foreign else { return join(foreign: true) }
    return framing == .raw ? [] : [.send(hello())]
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
    case .welcome(_, let nick, _, _) where !foreign:
      self.nick = nick
      return join(foreign: false)
    case .cookie(let hex) where !done && framing == .udp:
      return [.send(Command.hello(version: Event.version, nick: nick, cookie: hex).text)]
    case .error(.nickTaken, let text) where !done:
      return take(String(text.prefix { $0 != " " }), because: "the name \(nick) is taken")
    case .error(.nickBad, let text) where !done:
      return take("guest", because: text)
    case .error(.version, let text) where !done:
      return [.notice(text)] + join(foreign: true)
    default:
      return []
    }
  }

  /// The observing connection shows us under `name`.
  package mutating func observed(as name: String) -> [Step] {
    guard !done, framing == .raw else { return [] }
    let first = observed == nil
    observed = name
    if name == nick { return join(foreign: false) }
    return first ? [.send(Command.nick(nick).text)] : []
  }

  /// A second went by without an answer.
  package mutating func expired() -> [Step] {
    guard !done else { return [] }
    guard let observed else { return join(foreign: true) }
    nick = observed
    return [.notice("the server did not take the name; you are \(observed)")] + join(foreign: false)
  }

  private mutating func join(foreign: Bool) -> [Step] {
    done = true
    return [.joined(nick: nick, foreign: foreign)]
  }

  private mutating func take(_ free: String, because reason: String) -> [Step] {
    guard let name = Nick(free)?.text, name != nick else { return join(foreign: false) }
    nick = name
    let again = framing == .raw ? Command.nick(nick).text : hello()
    return [.notice("\(reason); you are \(nick)"), .send(again)]
  }

  private func hello() -> String {
    let text = Command.hello(version: Event.version, nick: nick, cookie: nil).text
    guard framing == .udp else { return text }
    return text + String(repeating: " ", count: max(0, Greeting.datagramHello - text.utf8.count))
  }
}
