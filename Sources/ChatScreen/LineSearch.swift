/// A search in the lines that were sent, while its words are typed (readline(3), ^R).
package struct LineSearch: Equatable, Sendable {
  /// What is looked for.
  package internal(set) var words = ""
  /// The line in which it was found last.
  var place: Int?
  /// Whether the words are in no line further on.
  package internal(set) var isLost = false

  mutating func change(words new: String, in lines: SentLines) {
    // The line that is shown may have the longer words too.
    let start = new.hasPrefix(words) ? place.map { $0 + 1 } : nil
    words = new
    look(.back, from: start, in: lines)
  }

  mutating func look(_ step: PaneIntent.Step, in lines: SentLines) {
    look(step, from: place, in: lines)
  }

  private mutating func look(_ step: PaneIntent.Step, from start: Int?, in lines: SentLines) {
    let found = lines.place(of: words, step, from: start)
    isLost = found == nil && !words.isEmpty
    place = found ?? (words.isEmpty ? nil : place)
  }
}

extension Composer {
  /// The sent line that the search has found; nil while it has found none.
  package var found: String? { search?.place.flatMap { lines[$0] } }

  mutating func startSearch() {
    (cuts, yanked) = (false, nil)
    search = LineSearch()
  }

  /// Takes a key of the search.
  ///
  /// - Returns: false for a key that is none of it: the search is over, and what it found is the text.
  mutating func look(for key: Key) -> Bool {
    guard var search else { return false }
    switch key {
    case .character(let character): search.change(words: search.words + [character], in: lines)
    case .paste(let text): search.change(words: search.words + text.prefix(200), in: lines)
    case .backspace, .control("h"):
      search.change(words: String(search.words.dropLast()), in: lines)
    case .control("r"), .up: search.look(.back, in: lines)
    case .control("s"), .down: search.look(.forward, in: lines)
    case .escape, .control("g"), .control("c"):
      self.search = nil
      return true
    default:
      self.search = nil
      if let place = search.place, let found = lines.recall(place, from: text) {
        line.reset(to: found)
      }
      return false
    }
    self.search = search
    return true
  }
}
