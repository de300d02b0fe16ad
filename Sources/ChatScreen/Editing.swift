// What the editing keys do, after readline(3).
extension Composer {
  /// Does what an editing key does.
  package mutating func edit(_ edit: Edit) {
    let (cutBefore, yankedBefore) = (cuts, yanked)
    (cuts, yanked) = (false, nil)
    switch edit {
    case .left: line.move(to: cursor - 1)
    case .right: line.move(to: cursor + 1)
    case .wordLeft: line.move(to: wordStart)
    case .wordRight: line.move(to: wordEnd)
    case .home: line.move(to: rowStart)
    case .end: line.move(to: rowEnd)
    case .backspace: line.replace(max(0, cursor - 1)..<cursor, with: "")
    case .delete: line.replace(cursor..<min(characters.count, cursor + 1), with: "")
    case .killToStart: cut(max(0, min(rowStart, cursor - 1))..<cursor, .backward, cutBefore)
    case .killToEnd:
      let end = max(rowEnd, min(characters.count, cursor + 1))
      cut(cursor..<end, .forward, cutBefore)
    case .killWord: cut(blankStart..<cursor, .backward, cutBefore)
    case .killWordBefore: cut(wordStart..<cursor, .backward, cutBefore)
    case .killWordAfter: cut(cursor..<wordEnd, .forward, cutBefore)
    case .transpose: transpose()
    case .yank:
      kills.rewind()
      yank(in: cursor..<cursor)
    case .yankBefore:
      guard let range = yankedBefore else { break }
      kills.rotate()
      yank(in: range)
    case .undo: line.undo()
    case .redo: line.redo()
    case .newline: insert("\n")
    case .older: recall(.back)
    case .newer: recall(.forward)
    }
  }

  private mutating func cut(_ range: Range<Int>, _ way: KillRing.Way, _ joins: Bool) {
    kills.keep(String(characters[range]), way, joins: joins)
    line.replace(range, with: "")
    cuts = !range.isEmpty || joins
  }

  private mutating func yank(in range: Range<Int>) {
    guard let text = kills.top, line.bytes + text.utf8.count <= Composer.capacity else { return }
    line.replace(range, with: text)
    yanked = range.lowerBound..<cursor
  }

  /// Swaps the characters around the cursor and goes on; at the end, the last two.
  private mutating func transpose() {
    let place = min(cursor, characters.count - 1)
    guard place > 0 else { return }
    let text = String([characters[place], characters[place - 1]])
    line.replace(place - 1..<place + 1, with: text)
  }

  /// Goes to the row above or below, from the first and the last one to the lines sent before.
  private mutating func recall(_ step: PaneIntent.Step) {
    let column = cursor - rowStart
    if step == .back, rowStart > 0 {
      let end = rowStart - 1
      let start = self.start(of: end)
      return line.move(to: min(start + column, end))
    }
    if step == .forward, rowEnd < characters.count {
      let start = rowEnd + 1
      let end = characters[start...].firstIndex(of: "\n") ?? characters.count
      return line.move(to: min(start + column, end))
    }
    if let text = lines.recall(step, from: text) { line.reset(to: text) }
  }

  private var rowStart: Int { start(of: cursor) }

  private func start(of place: Int) -> Int {
    (characters[..<place].lastIndex(of: "\n") ?? -1) + 1
  }

  private var rowEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  /// Where the word at or before the cursor begins, a word being letters and digits.
  private var wordStart: Int {
    let last = characters[..<cursor].lastIndex { $0.isOfWord } ?? -1
    return (characters[..<(last + 1)].lastIndex { !$0.isOfWord } ?? -1) + 1
  }

  /// Where the word at or behind the cursor ends.
  private var wordEnd: Int {
    let first = characters[cursor...].firstIndex { $0.isOfWord } ?? characters.count
    return characters[first...].firstIndex { !$0.isOfWord } ?? characters.count
  }

  /// Where the word before the cursor begins, a word being all but blanks.
  private var blankStart: Int {
    let last = characters[..<cursor].lastIndex { !$0.isWhitespace } ?? -1
    return (characters[..<(last + 1)].lastIndex { $0.isWhitespace } ?? -1) + 1
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }
}
