/// Text with a cursor in it, each change of which can be taken back.
///
/// Places count characters as a reader sees them (grapheme clusters, UAX #29). Nothing is clustered across the place
/// where text was written: the scalars of an emoji come one by one, and until its last is there the first of them
/// must not join what stands behind the cursor.
struct EditedLine: Equatable, Sendable {
  private(set) var characters: [Character] = []
  /// The characters before the cursor.
  private(set) var cursor = 0
  /// The size of the text in UTF-8.
  private(set) var bytes = 0
  private var changes = Changes()

  var text: String { String(characters) }

  /// Moves the cursor to a place, or to the end nearest to it.
  mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
    changes.close()
  }

  /// Writes text in place of a range, which leaves the cursor behind it.
  ///
  /// What is `typed` comes key by key, but is taken back word by word.
  mutating func replace(_ range: Range<Int>, with text: String, typed: Bool = false) {
    let range = range.clamped(to: 0..<characters.count)
    // It joins what is before it: a mark, a second half of a flag, an emoji behind a joiner.
    let around = max(0, range.lowerBound - 1)..<range.upperBound
    let new = Array(String(characters[around.lowerBound..<range.lowerBound]) + text)
    let change = Change(at: around.lowerBound, from: Array(characters[around]), to: new)
    apply(change)
    changes.add(change, typed: typed)
    cursor = around.lowerBound + new.count
  }

  /// Has another text, with the cursor at its end and nothing to take back.
  mutating func reset(to text: String) {
    characters = Array(text)
    cursor = characters.count
    bytes = text.utf8.count
    changes = Changes()
  }

  mutating func undo() { changes.undo().map { takeOver($0) } }
  mutating func redo() { changes.redo().map { takeOver($0) } }

  private mutating func takeOver(_ change: Change) {
    apply(change)
    cursor = min(change.at + change.inserted.count, characters.count)
  }

  private mutating func apply(_ change: Change) {
    let range = (change.at..<change.at + change.removed.count).clamped(to: 0..<characters.count)
    bytes -= characters[range].reduce(0) { $0 + $1.utf8.count }
    bytes += change.inserted.reduce(0) { $0 + $1.utf8.count }
    characters.replaceSubrange(range, with: change.inserted)
  }
}
