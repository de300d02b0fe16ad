/// The text that is being written, what was cut from it, and the lines sent before.
package struct Composer: Equatable, Sendable {
  /// What an editing key does.
  package enum Edit: Equatable, Sendable {
    case left, right, wordLeft, wordRight, home, end
    case backspace, delete
    case killToStart, killToEnd, killWord, killWordBefore, killWordAfter
    case transpose, yank, yankBefore, undo, redo, newline
    case older, newer
  }

  /// The most bytes that the text takes; more are not taken in.
  ///
  /// It is over every framing's limit, so that the limit can be told with a number.
  static let capacity = 131_072

  var line = EditedLine()
  var kills = KillRing()
  var lines = SentLines()
  /// The search that has the keys; nil while the text has them.
  package internal(set) var search: LineSearch?
  /// Whether the last key cut, so that the next cut joins it.
  var cuts = false
  /// What ^Y has just written.
  var yanked: Range<Int>?

  package init() {}

  package var characters: [Character] { line.characters }
  /// The characters before the cursor.
  package var cursor: Int { line.cursor }
  package var text: String { line.text }
  package var isEmpty: Bool { characters.isEmpty }

  /// Writes one character at the cursor; marks and joiners join what is before them.
  package mutating func insert(_ character: Character) {
    (cuts, yanked) = (false, nil)
    guard line.bytes + character.utf8.count <= Composer.capacity else { return }
    line.replace(cursor..<cursor, with: String(character), typed: true)
  }

  /// Writes text at the cursor, as far as it fits.
  ///
  /// - Returns: the bytes that did not fit.
  @discardableResult
  package mutating func insert(_ text: String) -> Int {
    (cuts, yanked) = (false, nil)
    var room = Composer.capacity - line.bytes
    let part = text.prefix { character in
      room -= character.utf8.count
      return room >= 0
    }
    line.replace(cursor..<cursor, with: String(part))
    return text.utf8.count - part.utf8.count
  }

  /// Writes text in place of a range of characters, which leaves the cursor behind it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    (cuts, yanked) = (false, nil)
    line.replace(range, with: text)
  }

  /// The text is about to be another one.
  mutating func leave() {
    (search, cuts, yanked) = (nil, false, nil)
    lines.leave()
  }

  /// Empties the text, as ^C does; that can be undone.
  package mutating func clear() {
    search = nil
    lines.leave()
    replace(0..<characters.count, with: "")
  }

  /// Empties the text and remembers it.
  package mutating func sent() {
    search = nil
    lines.keep(text)
    line.reset(to: "")
  }
}
