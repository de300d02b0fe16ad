/// One change of a text: characters at a place that gave way to others.
struct Change: Equatable, Sendable {
  var at: Int
  var removed: [Character]
  var inserted: [Character]

  /// The change from one text to another at `place`, without what both begin and end with.
  init(at place: Int, from old: [Character], to new: [Character]) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let limit = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0 == $1 }.count
    at = place + head
    removed = Array(old[head..<old.count - tail])
    inserted = Array(new[head..<new.count - tail])
  }

  /// The change that takes this one back.
  var inverse: Change {
    var change = self
    (change.removed, change.inserted) = (inserted, removed)
    return change
  }

  fileprivate var size: Int { removed.count + inserted.count }
}

/// The changes of a line that can be taken back, and those that were.
struct Changes: Equatable, Sendable {
  /// The most characters that are kept for it.
  private static let capacity = 262_144

  private var done: [Change] = []
  private var undone: [Change] = []
  private var size = 0
  /// Whether what is typed now joins the last change.
  private var isOpen = false

  /// Takes note of a change; what was typed joins the word that it belongs to.
  mutating func add(_ change: Change, typed: Bool) {
    guard change.size > 0 else { return }
    undone = []
    if typed, isOpen, joins(change) {
      done[done.count - 1].inserted.removeLast(change.removed.count)
      done[done.count - 1].inserted += change.inserted
    } else {
      done.append(change)
    }
    isOpen = typed
    size += change.size
    while size > Changes.capacity, done.count > 1 { size -= done.removeFirst().size }
  }

  /// The next change is one of its own.
  mutating func close() { isOpen = false }

  /// - Returns: the change that takes the last one back, nil if there is none.
  mutating func undo() -> Change? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    isOpen = false
    return change.inverse
  }

  /// - Returns: the change that was taken back last, to be made again.
  mutating func redo() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    isOpen = false
    return change
  }

  /// Whether a change goes on where the last one ended, within a word and the blanks behind it.
  private func joins(_ change: Change) -> Bool {
    guard let place = done.indices.last,
      change.removed.count <= done[place].inserted.count,
      change.at + change.removed.count == done[place].at + done[place].inserted.count
    else { return false }
    return done[place].inserted.last?.isWhitespace != true
      || change.inserted.first?.isWhitespace == true
  }
}
