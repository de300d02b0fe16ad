import ChatWire

/// What a plain client reads in place of an event, behind `*** `.
enum PlainLine {
  /// - Returns: nil if plain clients are not told this.
  static func of(_ event: Event) -> String? {
    switch event {
    case .joined(let nicks): "\(list(nicks)) joined"
    case .left(let nick, let reason): "\(nick) left (\(reason))"
    case .renamed(let old, let new): "\(old) is now \(new)"
    case .notice(let text): text
    case .topic(let nick, let text): "\(nick) set the topic: \(text)"
    case .gap(let from, let to): "messages \(from) to \(to) are gone"
    default: nil
    }
  }

  /// `alice`, `alice and bob`, `alice, bob and carol`, `alice, bob and 35 others`.
  static func list(_ nicks: [String]) -> String {
    switch nicks.count {
    case 0: ""
    case 1: nicks[0]
    case 2: "\(nicks[0]) and \(nicks[1])"
    case 3: "\(nicks[0]), \(nicks[1]) and \(nicks[2])"
    default: "\(nicks[0]), \(nicks[1]) and \(nicks.count - 2) others"
    }
  }
}
