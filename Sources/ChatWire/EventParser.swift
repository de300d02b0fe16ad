extension Event {
  /// Reads one message of a server.
  ///
  /// - Returns: nil if `text` is not an event of version 1, or one of its fields doesn't fit.
  package init?(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// Reads one message of a server; what in its texts is no UTF-8 becomes U+FFFD.
  ///
  /// - Returns: nil if the message is not an event of version 1, or one of its fields doesn't fit.
  package init?(_ message: ArraySlice<UInt8>) {
    guard message.first == UInt8(ascii: "/") else { return nil }
    var words = Words(message.dropFirst())
    guard let name = words.next(),
      let event = Event.talk(name, &words) ?? Event.presence(name, &words)
        ?? Event.wire(name, &words) ?? Event.rooms(name, &words)
    else { return nil }
    self = event
  }

  private static func talk(_ name: String, _ words: inout Words) -> Event? {
    switch name {
    case "said", "did":
      guard let seq = words.number(), let ms = words.number(), let nick = words.name() else {
        return nil
      }
      let text = words.tail()
      return name == "said"
        ? .said(seq: seq, ms: ms, nick: nick, text: text)
        : .did(seq: seq, ms: ms, nick: nick, text: text)
    case "told":
      guard let ms = words.number(), let from = words.name(), let to = words.name() else {
        return nil
      }
      return .told(ms: ms, from: from, to: to, text: words.tail())
    case "notice": return .notice(words.tail())
    case "gap":
      guard let from = words.number(), let to = words.number() else { return nil }
      return .gap(from: from, to: to)
    case "ping": return .ping(words.tail())
    case "pong": return .pong(words.tail())
    case "error":
      guard let code = words.next().flatMap({ ErrorCode(rawValue: $0) }) else { return nil }
      return .error(code, words.tail())
    default: return nil
    }
  }

  private static func presence(_ name: String, _ words: inout Words) -> Event? {
    switch name {
    case "welcome":
      guard words.number() == Event.version, let connection = words.name(), let nick = words.name(),
        let room = words.name(), let next = words.number()
      else { return nil }
      return .welcome(
        connection: connection, nick: nick, room: room, next: next)
    case "joined": return .joined(words.names())
    case "left":
      guard let nick = words.name() else { return nil }
      return .left(nick, reason: words.tail())
    case "renamed":
      guard let old = words.name(), let new = words.name(), !new.isEmpty else { return nil }
      return .renamed(old, to: new)
    case "names":
      guard let count = words.number() else { return nil }
      return .names(count: count, words.names())
    default: return nil
    }
  }

  private static func rooms(_ name: String, _ words: inout Words) -> Event? {
    switch name {
    case "room":
      guard let room = words.name(), let count = words.number() else { return nil }
      return .room(room, count: count, topic: words.tail())
    case "topic":
      guard let nick = words.name() else { return nil }
      return .topic(nick: nick, text: words.tail())
    case "in":
      guard let room = words.name() else { return nil }
      let rest = words.bytes()
      guard !rest.starts(with: "/in ".utf8) else { return nil }
      return Event(rest).map { .inRoom(room, $0) }
    default: return nil
    }
  }

  private static func wire(_ name: String, _ words: inout Words) -> Event? {
    switch name {
    case "cookie":
      guard let hex = words.next(), !hex.isEmpty else { return nil }
      return .cookie(hex)
    case "ports":
      var ports: [Framing: Int] = [:]
      for word in words.list() {
        let pair = word.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, let framing = Framing(rawValue: String(pair[0])) else { return nil }
        ports[framing] = Int(pair[1]).flatMap { (1...65_535).contains($0) ? $0 : nil }
      }
      return .ports(ports)
    case "observing": return Observed(&words).map(Event.observing)
    case "wire": return WireFact(&words).map(Event.wire)
    default: return nil
    }
  }
}
