/// The line that is being written, its cursor, and the lines sent before.
package struct Composer: Equatable, Sendable {
  /// What an editing key does.
  package enum Edit: Equatable, Sendable {
    case left, right, home, end
    case backspace, delete
    case killToStart, killToEnd, killWord
    case older, newer
  }

  /// The most lines that history keeps.
  static let historyLimit = 1_000
  /// The most bytes that the line takes; more are not taken in.
  ///
  /// It is over every framing's limit, so that the limit can be told with a number.
  static let capacity = 131_072

  package private(set) var characters: [Character] = []
  /// The characters before the cursor.
  package private(set) var cursor = 0
  private var bytes = 0
  private var history: [String] = []
  /// Where in the history the line comes from; its end is the draft.
  private var recalled: Int?
  private var draft = ""

  package init() {}

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// Writes one character at the cursor; marks and joiners join what is before them.
  package mutating func insert(_ character: Character) {
    let size = character.utf8.count
    guard bytes + size <= Composer.capacity else { return }
    bytes += size
    // Neighbours are clustered anew (UAX #29): a mark, a second half of a flag, an emoji behind a joiner.
    let before = cursor > 0 ? String(characters[cursor - 1]) : ""
    let joined = Array(before + String(character))
    characters.replaceSubrange(max(0, cursor - 1)..<cursor, with: joined)
    cursor += joined.count - (before.isEmpty ? 0 : 1)
  }

  /// Does what an editing key does.
  package mutating func edit(_ edit: Edit) {
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete: remove(cursor..<min(characters.count, cursor + 1))
    case .killToStart: remove(0..<cursor)
    case .killToEnd: remove(cursor..<characters.count)
    case .killWord: remove(wordStart..<cursor)
    case .older: recall(max(0, (recalled ?? history.count) - 1))
    case .newer: recall(min(history.count, (recalled ?? history.count) + 1))
    }
  }

  /// Empties the line, as ^C does; history stays.
  package mutating func clear() { set("") }

  /// Empties the line and remembers it.
  package mutating func sent() {
    let line = text
    if !line.isEmpty, history.last != line { history.append(line) }
    if history.count > Composer.historyLimit { history.removeFirst() }
    set("")
    recalled = nil
    draft = ""
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
    bytes = characters.reduce(0) { $0 + $1.utf8.count }
  }

  private mutating func recall(_ place: Int) {
    let from = recalled ?? history.count
    guard place != from else { return }
    if from == history.count { draft = text }
    recalled = place == history.count ? nil : place
    set(place == history.count ? draft : history[place])
  }

  private mutating func set(_ line: String) {
    characters = Array(line)
    cursor = characters.count
    bytes = line.utf8.count
  }
}
