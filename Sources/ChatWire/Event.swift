/// What a server tells a client that said `/hello`, and an observer.
package enum Event: Equatable, Sendable {
  /// The answer to `/hello`; `next` is the SEQ of the first message that will come.
  case welcome(connection: String, nick: String, room: String, next: Int)
  /// Text said in the room; `ms` is Unix time in milliseconds.
  case said(seq: Int, ms: Int, nick: String, text: String)
  /// A deed, said with `/me`.
  case did(seq: Int, ms: Int, nick: String, text: String)
  /// A private message, sent to both ends.
  case told(ms: Int, from: String, to: String, text: String)
  case joined([String])
  case left(String, reason: String)
  case renamed(String, to: String)
  /// Some of the names in the room; `count` is how many there are in all.
  case names(count: Int, [String])
  case notice(String)
  /// Messages that were asked for and are gone, both ends included.
  case gap(from: Int, to: Int)
  case ping(String)
  case pong(String)
  case error(ErrorCode, String)
  /// 16 hex digits that prove the address of a UDP client.
  case cookie(String)
  /// The port of each framing that is on.
  case ports([Framing: Int])
  case observing(Observed)
  case wire(WireFact)
  /// A room of the server, how many are in it, and its topic, empty if it has none.
  case room(String, count: Int, topic: String)
  /// Somebody gave the room a topic.
  case topic(nick: String, text: String)
  /// What happened in a room other than the lobby; no other such event is in it.
  indirect case inRoom(String, Event)

  /// The version that `/hello` and `/welcome` carry.
  package static let version = 1
}

extension Event {
  /// The Unix time that the event carries, in milliseconds; nil if it carries none.
  package var ms: Int? {
    switch self {
    case .said(_, let ms, _, _), .did(_, let ms, _, _), .told(let ms, _, _, _): ms
    case .inRoom(_, let event): event.ms
    default: nil
    }
  }

  /// The message as it goes over the wire, its end mark not included.
  package var text: String {
    switch self {
    case .welcome(let connection, let nick, let room, let next):
      "/welcome \(Event.version) \(connection) \(nick) \(room) \(next)"
    case .said(let seq, let ms, let nick, let text): "/said \(seq) \(ms) \(nick) \(text)"
    case .did(let seq, let ms, let nick, let text): "/did \(seq) \(ms) \(nick) \(text)"
    case .told(let ms, let from, let to, let text): "/told \(ms) \(from) \(to) \(text)"
    case .joined(let nicks): "/joined " + nicks.joined(separator: " ")
    case .left(let nick, let reason): "/left \(nick) \(reason)"
    case .renamed(let old, let new): "/renamed \(old) \(new)"
    case .names(let count, let nicks): "/names \(count) " + nicks.joined(separator: " ")
    case .notice(let text): "/notice \(text)"
    case .gap(let from, let to): "/gap \(from) \(to)"
    case .ping(let token): "/ping \(token)"
    case .pong(let token): "/pong \(token)"
    case .error(let code, let text): "/error \(code.rawValue) \(text)"
    case .cookie(let hex): "/cookie \(hex)"
    case .ports(let ports):
      "/ports "
        + [Framing.length, .raw, .line, .udp]
        .map { "\($0.rawValue)=\(ports[$0].map(String.init) ?? "off")" }.joined(separator: " ")
    case .observing(let observed): "/observing \(observed.text)"
    case .wire(let fact): "/wire \(fact.text)"
    case .room(let name, let count, let topic): "/room \(name) \(count) \(topic)"
    case .topic(let nick, let text): "/topic \(nick) \(text)"
    case .inRoom(let room, let event): "/in \(room) \(event.text)"
    }
  }
}
