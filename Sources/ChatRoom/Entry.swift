/// One thing that everybody in the room learns, in the one order of the log.
package enum Entry: Equatable, Sendable {
  case said(Utterance)
  /// A deed, said with `/me`.
  case did(Utterance)
  /// Names that came together, at least one.
  case joined([String])
  case left(String, reason: String)
  case renamed(String, to: String)
  case notice(String)
  case topic(String, by: String)

  /// What was said or done, the entries that take a number.
  package var utterance: Utterance? {
    switch self {
    case .said(let utterance), .did(let utterance): utterance
    default: nil
    }
  }

  /// Bytes that the entry has in the shortest view that leaves nothing out.
  ///
  /// That is `NICK: TEXT`, and `*** ` before what the system says. Of many who join plain views name two alone, and so
  /// have fewer.
  package var weight: Int {
    switch self {
    case .said(let utterance), .did(let utterance):
      utterance.nick.utf8.count + 2 + utterance.text.count
    case .joined(let nicks): nicks.reduce(4) { $0 + $1.utf8.count }
    case .left(let nick, let reason): 4 + nick.utf8.count + reason.utf8.count
    case .renamed(let old, let new): 4 + old.utf8.count + new.utf8.count
    case .notice(let text): 4 + text.utf8.count
    case .topic(let text, let nick): 4 + nick.utf8.count + text.utf8.count
    }
  }
}
