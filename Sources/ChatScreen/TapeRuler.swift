/// One row of the tape: where the calls or segments of a stream begin and end.
///
/// `│` is a seam, `┃` several in one column, `┊` one that shares its column with a seam of a ruler above but lies
/// at another byte. Between seams `─` is one call or segment, `┄` several whose seams are not known.
struct TapeRuler: Sendable {
  /// A part of the ruler.
  struct Stretch: Equatable, Sendable {
    var range: Range<Int>
    /// How many calls or segments it is.
    var parts: Int
  }

  let text: String
  /// The bytes before which a seam stands, by column.
  private let seams: [[Int]]

  /// The ruler that is drawn under those `above`.
  ///
  /// Stretches are in order and without overlap; where there is none, nothing is known.
  init(
    _ stretches: [Stretch], scale: TapeScale, above: [TapeRuler] = [],
    _ language: Language = .english
  ) {
    var cells = [String](repeating: " ", count: scale.columns + 1)
    var seams = [[Int]](repeating: [], count: scale.columns + 1)
    var crowded = Set<Int>()
    for stretch in stretches where stretch.parts > 0 && !stretch.range.isEmpty {
      guard stretch.range.lowerBound <= scale.range.upperBound,
        stretch.range.upperBound >= scale.range.lowerBound
      else { continue }
      let first = scale.column(of: stretch.range.lowerBound)
      let last = scale.column(of: stretch.range.upperBound)
      for (column, byte) in [(first, stretch.range.lowerBound), (last, stretch.range.upperBound)] {
        if let column, seams[column].last != byte { seams[column].append(byte) }
      }
      let from = first.map { $0 + 1 } ?? 0
      let inside = from..<max(from, last ?? scale.columns + 1)
      for column in inside { cells[column] = stretch.parts == 1 ? "─" : "┄" }
      guard stretch.parts > 1 else { continue }
      if inside.isEmpty, let column = first ?? last { crowded.insert(column) }
      TapeRuler.label(stretch, &cells, inside, language)
    }
    for (column, bytes) in seams.enumerated() {
      guard let byte = bytes.first else { continue }
      let others = above.compactMap { $0.seams.indices.contains(column) ? $0.seams[column] : nil }
      let isAside = others.contains { !$0.isEmpty && !$0.contains(byte) }
      cells[column] =
        bytes.count > 1 || crowded.contains(column) ? "┃" : isAside ? "┊" : "│"
    }
    text = cells.joined()
    self.seams = seams
  }

  /// Writes how many there are in a span, as far as there is room.
  private static func label(
    _ stretch: Stretch, _ cells: inout [String], _ inside: Range<Int>, _ language: Language
  ) {
    let labels = Phrase.crowd(stretch.parts, in: stretch.range.count).map { $0[language] }
    guard let label = labels.first(where: { CellWidth.of($0) + 2 <= inside.count }) else { return }
    var place = inside.lowerBound + (inside.count - CellWidth.of(label)) / 2
    for sign in label {
      let width = CellWidth.of(sign)
      cells[place] = String(sign)
      // The columns that a wide sign takes besides its first have no text of their own.
      for other in place + 1..<max(place + 1, place + width) { cells[other] = "" }
      place += width
    }
  }
}
