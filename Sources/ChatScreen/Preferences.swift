import ChatWire

/// What a reader has chosen about the conversation.
package struct Preferences: Equatable, Sendable {
  /// How comings and goings are shown.
  package enum Presence: String, CaseIterable, Sendable {
    /// Each in a row of its own.
    case each
    /// Those in a row with nothing between them as one.
    case folded
    case hidden
  }

  /// The columns that `/width` takes.
  package static let widths = 20...1_000

  /// Whether rows begin with the time.
  package var timestamps = true
  /// The most columns of text in a row; nil: as many as the pane has.
  package var textWidth: Int? = 100
  package var presence = Presence.each
  /// Whether the terminal's bell rings when somebody says our name or tells us something alone.
  package var bell = true
  /// How many messages of before are asked for on coming into a room, 0 to 1,000.
  package internal(set) var recall = 0
  /// Whose words are not shown, under case folding.
  package internal(set) var ignored: Set<String> = [] {
    didSet { if ignored.isEmpty { followed = [] } }
  }

  /// The names that those took since.
  private var followed: Set<String> = []

  /// The most names that are ignored: who is ignored may take as many as they like.
  static let most = 1_000

  package init() {}

  /// The names in a line, under case folding; nil if one of them is none.
  static func ignored(in line: String) -> Set<String>? {
    let nicks = line.split(separator: " ").map { Nick(String($0)) }
    guard !nicks.isEmpty, nicks.count <= most, !nicks.contains(nil) else { return nil }
    return Set(nicks.compactMap { $0.map { People.key($0.text) } })
  }

  /// Ignores who took another name under that, as long as they have it.
  mutating func renamed(_ old: String, to new: String) {
    let follows = ignores(old)
    left(old)
    if follows, followed.count < Preferences.most { followed.insert(People.key(new)) }
  }

  /// A name is free for somebody else.
  mutating func left(_ nick: String) { followed.remove(People.key(nick)) }

  /// Whether somebody's words are not shown.
  func ignores(_ nick: String?) -> Bool {
    guard !(ignored.isEmpty && followed.isEmpty), let nick else { return false }
    let key = People.key(nick)
    return ignored.contains(key) || followed.contains(key)
  }
}
