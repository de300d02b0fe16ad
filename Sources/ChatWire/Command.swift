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
  case join(room: String)
  case part(room: String, reason: String)
  case rooms
  /// The topic of a room; without a text, the question what it is.
  case topic(room: String, text: String)
  /// A command or text for a room; no other such command is in it.
  indirect case inRoom(String, Command)
  /// A word after the slash that is not of this protocol.
  case unknown(String)
  /// A known word with fields that don't fit: the refusal and its sentence.
  case malformed(ErrorCode, String)

  /// The command without the room that it is for.
  package var bare: Command {
    if case .inRoom(_, let command) = self { command } else { self }
  }

  /// How many messages `/history` may ask for.
  package static let historyRange = 1...1_000

  /// Reads one message of a client.
  package init(_ text: String) {
    // Bytes and not characters: "/" with a combining mark behind it still is the byte 2f.
    guard text.utf8.first == UInt8(ascii: "/") else {
      self = .say(text)
      return
    }
    let body = Array(text.utf8.dropFirst())
    guard body.first != UInt8(ascii: "/") else {
      self = .say(String(decoding: body, as: UTF8.self))
      return
    }
    var words = Words(body[...])
    let name = words.next() ?? ""
    self = Command.parse(name, &words)
  }

  private static func parse(_ name: String, _ words: inout Words) -> Command {
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
      return .msg(to: nick, text: words.tail())
    case "who": return .who
    case "history":
      guard let count = words.number(), historyRange.contains(count), words.next() == nil else {
        return .malformed(.range, "usage: /history N, N from 1 to 1000")
      }
      return .history(count)
    case "ping": return .ping(words.tail())
    case "pong": return .pong(words.tail())
    case "quit": return .quit(words.tail())
    case "observe":
      guard let framing = words.next().flatMap({ Framing(rawValue: $0) }), framing != .udp,
        let port = words.number(), (1...65_535).contains(port), words.next() == nil
      else { return .malformed(.range, "usage: /observe length|raw|line PORT") }
      return .observe(framing, port: port)
    case "knob":
      guard let knobs = Knobs(&words) else {
        let usage = "usage: /knob late=0…5000 rbuf=1…65536 nodelay=0|1 quickack=0|1"
        return .malformed(.range, usage)
      }
      return .knob(knobs)
    default: return rooms(name, &words)
    }
  }

  private static func rooms(_ name: String, _ words: inout Words) -> Command {
    func malformed(_ usage: String) -> Command { .malformed(.room, "usage: \(usage)") }
    switch name {
    case "join":
      guard let room = words.next(), !room.isEmpty else { return malformed("/join ROOM") }
      return .join(room: room)
    case "part":
      guard let room = words.next(), !room.isEmpty else { return malformed("/part ROOM REASON") }
      return .part(room: room, reason: words.tail())
    case "rooms": return .rooms
    case "topic":
      guard let room = words.next(), !room.isEmpty else { return malformed("/topic ROOM TEXT") }
      return .topic(room: room, text: words.tail())
    case "in":
      guard let room = words.next(), !room.isEmpty else { return malformed("/in ROOM TEXT") }
      let rest = words.tail()
      // One in another, as deep as a message is long, would be as deep a recursion.
      if rest == "/in" || rest.utf8.starts(with: "/in ".utf8) { return malformed("/in ROOM TEXT") }
      let command = Command(rest)
      if case .malformed = command { return command }
      return .inRoom(room, command)
    default: return .unknown(name)
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
    case .join(let room): "/join \(room)"
    case .part(let room, let reason): reason.isEmpty ? "/part \(room)" : "/part \(room) \(reason)"
    case .rooms: "/rooms"
    case .topic(let room, let text): text.isEmpty ? "/topic \(room)" : "/topic \(room) \(text)"
    case .inRoom(let room, let command): "/in \(room) \(command.text)"
    case .unknown(let name): "/\(name)"
    case .malformed: ""
    }
  }
}
