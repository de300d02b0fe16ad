import ChatWire

extension Model {
  /// Takes one thing for the conversation.
  mutating func hear(_ heard: Heard, at time: WallTime, in bytes: Range<Int>?) {
    let before = conversation.numbers.upperBound
    hear(heard, at: time)
    guard let bytes, before < conversation.numbers.upperBound else { return }
    conversation[before]?.span = WireSpan(
      connection: wire.connection, direction: .incoming, range: bytes)
  }

  private mutating func hear(_ heard: Heard, at time: WallTime) {
    switch heard {
    case .event(let event): hear(event, at: time)
    case .text(let line): say(.text(line), at: time)
    case .rawRead(let bytes): say(.raw(String(decoding: bytes, as: UTF8.self)), at: time)
    case .datagram(let text, let address): say(.datagram(text, from: address), at: time)
    case .notice(let text): say(.notice(text), at: time)
    case .table(let lines): say(.table(lines), at: time)
    case .trouble(let text): say(.trouble(text), at: time)
    }
  }

  private mutating func hear(_ event: Event, at time: WallTime) {
    switch event {
    case .welcome(_, let nick, let room, _):
      self.nick = nick
      self.room = room
    case .said(_, _, let nick, let text): say(.said(nick: nick, text), at: time)
    case .did(_, _, let nick, let text): say(.did(nick: nick, text), at: time)
    case .told(_, let from, let to, let text): say(.told(from: from, to: to, text), at: time)
    case .joined(let nicks): say(.system(list(nicks) + " joined"), at: time)
    case .left(let nick, let reason):
      say(.system("\(nick) left" + (reason.isEmpty ? "" : " (\(reason))")), at: time)
    case .renamed(let old, let new):
      if old == nick { nick = new }
      say(.system("\(old) is now \(new)"), at: time)
    case .names(let count, let nicks):
      say(.system("\(Number.grouped(count)) here: \(nicks.joined(separator: " "))"), at: time)
    case .notice(let text): say(.system(text), at: time)
    case .gap(let from, let to):
      say(.system("messages \(from) to \(to) are gone"), at: time)
    case .pong(let token): say(.system("pong \(token)"), at: time)
    case .error(let code, let text):
      say(.trouble(text.isEmpty ? code.rawValue : text), at: time)
    case .observing(let observed): self.observed = observed
    case .ping, .cookie, .ports, .wire: break
    }
  }

  /// Names in a sentence, at most four of them.
  private func list(_ nicks: [String]) -> String {
    switch nicks.count {
    case 0...1: nicks.first ?? "nobody"
    case 2...4: nicks.dropLast().joined(separator: ", ") + " and " + (nicks.last ?? "")
    default: nicks.prefix(3).joined(separator: ", ") + " and \(nicks.count - 3) others"
    }
  }
}
