/// Keys that give commands of the reader's own choice.
package struct KeyBindings: Equatable, Sendable {
  /// One key and its command; nil for the key's own meaning.
  typealias Change = (key: Key, command: String?)

  private var commands: [Key: String] = [:]

  package init() {}

  var isEmpty: Bool { commands.isEmpty }

  /// The command of a key, nil if it has its own meaning.
  subscript(key: Key) -> String? { commands[key] }

  /// The keys and their commands, in the order of the keys' names.
  var all: [(name: String, command: String)] {
    commands.compactMap { key, command in key.name.map { (name: $0, command: command) } }
      .sorted { $0.name < $1.name }
  }

  /// As one line, which `changes(in:)` takes.
  package var text: String {
    isEmpty ? "off" : all.map { "\($0.name) \($0.command)" }.joined(separator: "; ")
  }

  /// What `KEY /COMMAND` or `KEY off` asks for, several of them parted by semicolons; `off` alone for all keys.
  ///
  /// - Returns: nil if it is something else, or a command is wrong.
  static func changes(in text: String) -> [Change]? {
    var pieces: [String] = []
    for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
      let isFirst = pieces.isEmpty || change(trimmed(piece)) != nil
      // A semicolon may be one of the command.
      if isFirst { pieces.append(trimmed(piece)) } else { pieces[pieces.count - 1] += ";\(piece)" }
    }
    var changes: [Change] = []
    for piece in pieces {
      guard let change = change(piece) else { return nil }
      changes.append(change)
    }
    return changes
  }

  mutating func take(_ changes: [Change]) {
    for change in changes { commands[change.key] = change.command }
  }

  mutating func removeAll() { commands = [:] }

  private static func change(_ text: String) -> Change? {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let key = Key(named: String(words[0])) else { return nil }
    let command = trimmed(words[1])
    if command == "off" { return (key, nil) }
    guard case .intent = ClientCommand.read(command) else { return nil }
    return (key, command)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension Model {
  /// Gives keys the commands that `text` says; without a word it says what they have.
  mutating func changeKeys(_ text: String) {
    if text == "off" {
      keys.removeAll()
    } else if let changes = KeyBindings.changes(in: text) {
      keys.take(changes)
    }
    say(.notice(keys.isEmpty ? .noOwnKeys : .ownKeys(keys.text)))
  }

  /// Does what a key of the reader's own choice says; what is being typed stays.
  mutating func give(_ command: String) -> [Effect] {
    guard case .intent(let intent) = ClientCommand.read(command), mayCarryOut(intent, command)
    else { return [] }
    return carryOut(intent)
  }
}
