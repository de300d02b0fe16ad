/// What a client tells a server.
package enum Command: Equatable, Sendable {
  /// Text for the room, a leading slash already unescaped.
  case say(String)
  /// Speak version `version`; `cookie` is the second step on UDP.
  case hello(version: Int, nick: String, cookie: String?)
  case nick(String)
  case me(String)
  case msg(to: String, text: String)
  case who
  case history(Int)
  case ping(String)
  case pong(String)
  case quit(String)
  case observe(Framing, port: Int)
  /// A change of how the server reads and writes on the connection that this one observes.
  case knob(Knobs)
  /// A word after the slash that is not of this protocol.
  case unknown(String)
  /// A known word with fields that don't fit: the refusal and its sentence.
  case malformed(ErrorCode, String)

  /// Reads one message of a client.
  package init(_ text: String) {
    // Scalars and not characters: "/" with a combining mark behind it still is the byte 2f.
    guard text.utf8.first == UInt8(ascii: "/") else {
      self = .say(text)
      return
    }
    let body = Substring(text.unicodeScalars.dropFirst())
    guard body.utf8.first != UInt8(ascii: "/") else {
      self = .say(String(body))
      return
    }
    var words = Words(body)
    let name = words.next() ?? ""
    self = Command.parse(name, &words)
  }

  private static func parse(_ name: Substring, _ words: inout Words) -> Command {
    switch name {
    case "hello":
      guard let version = words.number() else {
        return .malformed(.version, "usage: /hello 1 NICK")
      }
      let fields = words.list()
      return .hello(version: version, nick: fields.first ?? "", cookie: fields.dropFirst().first)
    case "nick": return .nick(words.tail())
    case "me": return .me(words.tail())
    case "msg":
      guard let nick = words.next(), !nick.isEmpty else {
        return .malformed(.noNick, "usage: /msg NICK TEXT")
      }
      return .msg(to: String(nick), text: words.tail())
    case "who": return .who
    case "history":
      guard let count = words.number(), (1...1000).contains(count), words.next() == nil else {
        return .malformed(.range, "usage: /history N, N from 1 to 1000")
      }
      return .history(count)
    case "ping": return .ping(words.tail())
    case "pong": return .pong(words.tail())
    case "quit": return .quit(words.tail())
    case "observe":
      guard let framing = words.next().flatMap({ Framing(rawValue: String($0)) }), framing != .udp,
        let port = words.number(), (1...65_535).contains(port), words.next() == nil
      else { return .malformed(.range, "usage: /observe length|raw|line PORT") }
      return .observe(framing, port: port)
    case "knob":
      guard let knobs = Knobs(&words) else {
        let usage = "usage: /knob late=0…5000 rbuf=1…65536 nodelay=0|1 quickack=0|1"
        return .malformed(.range, usage)
      }
      return .knob(knobs)
    default: return .unknown(String(name))
    }
  }
}

extension Command {
  /// The message as it goes over the wire, its end mark not included.
  package var text: String {
    switch self {
    case .say(let text): text.utf8.first == UInt8(ascii: "/") ? "/" + text : text
    case .hello(let version, let nick, let cookie):
      "/hello \(version) \(nick)" + (cookie.map { " " + $0 } ?? "")
    case .nick(let nick): "/nick \(nick)"
    case .me(let text): "/me \(text)"
    case .msg(let nick, let text): "/msg \(nick) \(text)"
    case .who: "/who"
    case .history(let count): "/history \(count)"
    case .ping(let token): "/ping \(token)"
    case .pong(let token): "/pong \(token)"
    case .quit(let reason): reason.isEmpty ? "/quit" : "/quit \(reason)"
    case .observe(let framing, let port): "/observe \(framing.rawValue) \(port)"
    case .knob(let knobs): "/knob \(knobs.text)"
    case .unknown(let name): "/\(name)"
    case .malformed: ""
    }
  }
}
