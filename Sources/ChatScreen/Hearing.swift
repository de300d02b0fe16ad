import ChatWire

extension Model {
  /// Takes one thing for the conversation.
  mutating func hear(_ heard: Heard, at time: WallTime, in bytes: Range<Int>?) -> [Effect] {
    let count = rooms.places.count
    guard let (place, heard) = rooms.place(for: heard) else { return [] }
    let effects = within(place) { $0.take(heard, at: time, in: bytes) }
    if place == 0, case .event(let event) = heard { tellElsewhere(of: event, at: time) }
    if rooms.places.count > count { visit(place) }
    return effects
  }

  private mutating func take(
    _ heard: Heard, at time: WallTime, in bytes: Range<Int>?
  ) -> [Effect] {
    switch heard {
    case .event(.welcome(let connection, _, _, let next)):
      hear(heard, at: time)
      return catchUp(connection, next: next, at: time)
    case .event(.said(let number, _, _, _)), .event(.did(let number, _, _, _)):
      if rooms.place.catchUp.keeps(number, (heard, time, bytes)) { return [] }
      let effects = release(before: number)
      return effects + show(heard, at: time, in: bytes) + releaseKept(behind: number)
    case .event(.gap(_, let last)):
      return show(heard, at: time, in: bytes) + releaseKept(behind: last)
    case .event(.error):
      lag.refused()
      return releaseAll() + show(heard, at: time, in: bytes)
    default: return show(heard, at: time, in: bytes)
    }
  }

  /// Shows what waited for the answer, once what was missed is there.
  private mutating func releaseKept(behind number: Int) -> [Effect] {
    guard rooms.place.catchUp.isAnswered(upTo: number) else { return [] }
    return release()
  }

  private mutating func release(before number: Int = .max) -> [Effect] {
    rooms.place.catchUp.released(before: number).flatMap {
      show($0.heard, at: $0.time, in: $0.bytes)
    }
  }

  /// Shows what waited for an answer that may not come any more.
  mutating func releaseAll() -> [Effect] {
    rooms.places.indices.flatMap { place in within(place) { $0.release() } }
  }

  private mutating func show(
    _ heard: Heard, at time: WallTime, in bytes: Range<Int>?
  ) -> [Effect] {
    switch heard {
    case .event(.said(let number, _, _, _)), .event(.did(let number, _, _, _)):
      guard rooms.place.catchUp.takes(number) else { return [] }
    default: break
    }
    let before = conversation.numbers.upperBound
    hear(heard, at: time)
    guard before < conversation.numbers.upperBound else { return [] }
    if let bytes {
      conversation[before]?.span = WireSpan(
        connection: wire.connection, direction: .incoming, range: bytes)
    }
    return noticeNews(before, at: time)
  }

  private mutating func hear(_ heard: Heard, at time: WallTime) {
    switch heard {
    case .event(let event): hear(event, at: time)
    case .text(let line): say(.text(line), at: time)
    case .rawRead(let bytes): say(.raw(String(decoding: bytes, as: UTF8.self)), at: time)
    case .datagram(let text, let address): say(.datagram(text, from: address), at: time)
    case .notice(let text): say(.notice(text), at: time)
    case .table(let lines):
      say(.table(lines), at: time)
      // It was asked for.
      conversationView.follow()
    case .trouble(let text): say(.trouble(text), at: time)
    }
  }

  private mutating func hear(_ event: Event, at time: WallTime) {
    switch event {
    case .welcome(_, let nick, let room, _):
      self.nick = nick
      (rooms.place.name, rooms.place.topic) = (room, "")
      people.removeAll()
    case .said(_, _, let nick, let text): say(.said(nick: nick, text), at: time)
    case .did(_, _, let nick, let text): say(.did(nick: nick, text), at: time)
    case .told(_, let from, let to, let text): say(.told(from: from, to: to, text), at: time)
    case .joined(let nicks):
      // Who came just before us stands among the names already.
      let fresh = nicks.filter { $0 == nick || !people.lists($0) }
      people.joined(nicks)
      if !fresh.isEmpty { say(.moved(.joined(fresh)), at: time) }
    case .left(let nick, let reason):
      people.left(nick)
      preferences.left(nick)
      say(.moved(.left(nick, reason: reason)), at: time)
    case .renamed(let old, let new):
      if old == nick { (nick, formerNick) = (new, nil) }
      people.renamed(old, to: new)
      preferences.renamed(old, to: new)
      say(.moved(.renamed(old, to: new)), at: time)
    case .names(let count, let nicks):
      people.joined(nicks)
      say(.system(.here(count, nicks)), at: time)
    case .notice(let text): say(.system(Phrase(verbatim: text)), at: time)
    case .gap(let from, let to):
      if let gap = rooms.place.catchUp.clipped(from: from, to: to) {
        say(.system(.gap(gap.lowerBound, gap.upperBound)), at: time)
      }
    case .pong(let token): say(.system(.pong(token)), at: time)
    case .error(let code, let text):
      if code == .nickTaken || code == .nickBad, let former = formerNick {
        (startup[.nick], formerNick) = (former, nil)
      }
      // The free name in front is for programs; the sentence has it too.
      let sentence = code == .nickTaken ? text.drop { $0 != " " }.dropFirst() : text[...]
      say(.trouble(.refusal(code, String(sentence))), at: time)
    case .observing(let observed): self.observed = observed
    case .topic(let nick, let text):
      rooms.place.topic = text
      say(.system(.topic(nick, text)), at: time)
    case .room(let name, let count, let topic):
      rooms.learn(name)
      say(.system(.room(name, count: count, topic: topic)), at: time)
    case .ping, .cookie, .ports, .wire, .inRoom: break
    }
  }
}
