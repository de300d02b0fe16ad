import ChatRoom
import ChatWire

extension Event {
  /// What tells of an entry that is no utterance, nil for one: those are written without going through an event.
  init?(_ entry: Entry) {
    switch entry {
    case .said, .did: return nil
    case .joined(let nicks): self = .joined(nicks)
    case .left(let nick, let reason): self = .left(nick, reason: reason)
    case .renamed(let old, let new): self = .renamed(old, to: new)
    case .notice(let text): self = .notice(text)
    case .topic(let text, let nick): self = .topic(nick: nick, text: text)
    }
  }
}
