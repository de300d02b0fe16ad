/// Who is in the room, as far as it was told, and who spoke last.
package struct People: Equatable, Sendable {
  private struct Person: Equatable {
    var nick: String
    /// Counts the messages of all; 0 has not spoken.
    var spoke: Int
    /// Whether somebody told us of it; else it only spoke.
    var isListed: Bool
  }

  /// The most names that are kept: more than a server of ours lets in, and no more than a hostile one may fill
  /// us with.
  static let most = 16_384

  /// By the name under case folding.
  private var all: [String: Person] = [:]
  private var count = 0

  /// Whether we were told that somebody of this very name is here.
  func lists(_ nick: String) -> Bool {
    all[People.key(nick)].map { $0.isListed && $0.nick == nick } ?? false
  }

  mutating func joined(_ nicks: [String]) {
    for nick in nicks { note(nick) { ($0.nick, $0.isListed) = (nick, true) } }
  }

  mutating func left(_ nick: String) { all[People.key(nick)] = nil }

  mutating func renamed(_ old: String, to new: String) {
    let spoke = all.removeValue(forKey: People.key(old))?.spoke ?? 0
    note(new) { $0 = Person(nick: new, spoke: spoke, isListed: true) }
  }

  mutating func spoke(_ nick: String) {
    count += 1
    let turn = count
    note(nick) { $0.spoke = turn }
  }

  private mutating func note(_ nick: String, _ change: (inout Person) -> Void) {
    let key = People.key(nick)
    guard all.count < People.most || all[key] != nil else { return }
    change(&all[key, default: Person(nick: nick, spoke: 0, isListed: false)])
  }

  /// How many there are beside us.
  func count(but own: String) -> Int { all.count - (all[People.key(own)] == nil ? 0 : 1) }

  mutating func removeAll() { all = [:] }

  /// The names that begin like this, upper and lower case the same: the latest speaker first, then those who
  /// have not spoken, sorted.
  func names(beginning: String, but own: String) -> [String] {
    let (key, own) = (People.key(beginning), People.key(own))
    return all.filter { $0.key.hasPrefix(key) && $0.key != own }
      .sorted { ($1.value.spoke, $0.key) < ($0.value.spoke, $1.key) }.map(\.value.nick)
  }

  /// ASCII, which most names are, is folded byte by byte.
  static func key(_ nick: String) -> String {
    nick.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5a).contains($0) } ? nick : nick.lowercased()
  }
}
