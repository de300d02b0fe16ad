/// The lines that were sent, and the one that is not sent yet.
struct SentLines: Equatable, Sendable {
  /// The most lines that are kept.
  static let limit = 1_000
  /// The most bytes that they have together.
  static let capacity = 1 << 20

  private var lines: [String] = []
  private var bytes = 0
  /// The line that was recalled; nil is the draft.
  private var place: Int?
  private var draft = ""

  /// Keeps a line that was sent; the same one twice in a row once.
  mutating func keep(_ line: String) {
    (place, draft) = (nil, "")
    guard !line.isEmpty, lines.last != line else { return }
    lines.append(line)
    bytes += line.utf8.count
    while lines.count > SentLines.limit || bytes > SentLines.capacity, lines.count > 1 {
      bytes -= lines.removeFirst().utf8.count
    }
  }

  /// What stands in the input is another line now.
  mutating func leave() { (place, draft) = (nil, "") }

  /// The line before or after the one that was recalled, nil at either end; `line` is what stands in the input now,
  /// which is the draft if it was not recalled, or was changed since while there was none.
  mutating func recall(_ step: PaneIntent.Step, from line: String) -> String? {
    let now = place ?? lines.count
    return recall(step == .back ? now - 1 : now + 1, from: line)
  }

  /// - Returns: the line of a place, behind the last one the draft; nil where there is none.
  mutating func recall(_ wanted: Int, from line: String) -> String? {
    guard (0...lines.count).contains(wanted), wanted != place ?? lines.count else { return nil }
    if place == nil || draft.isEmpty && self[place ?? 0] != line { draft = line }
    place = wanted == lines.count ? nil : wanted
    return place.map { lines[$0] } ?? draft
  }

  subscript(place: Int) -> String? { lines.indices.contains(place) ? lines[place] : nil }

  /// The next line with a text in it, before or behind a place, upper and lower case the same.
  func place(of text: String, _ step: PaneIntent.Step, from place: Int?) -> Int? {
    guard !text.isEmpty else { return nil }
    let places =
      step == .back
      ? Array((0..<min(place ?? lines.count, lines.count)).reversed())
      : Array(min((place ?? lines.count) + 1, lines.count)..<lines.count)
    let wanted = text.lowercased()
    return places.first { lines[$0].lowercased().contains(wanted) }
  }
}
