/// The composer's text cut into rows, and where its cursor is in them.
struct ComposerRows {
  struct Place: Equatable {
    var row: Int
    /// Counted from the row's first column.
    var column: Int
  }

  /// The columns of a row.
  let width: Int
  private let characters: [Character]
  /// The number of each row's first character.
  private(set) var starts = [0]
  private(set) var cursor = Place(row: 0, column: 0)

  /// Cuts the text; nobody asks for more than `limit` rows.
  init(_ composer: Composer, width: Int, limit: Int = .max) {
    self.width = max(1, width)
    characters = composer.characters
    var column = 0
    for (index, character) in characters.enumerated() {
      let size = ComposerRows.width(of: character)
      if column + size > self.width, column > 0 {
        starts.append(index)
        column = 0
      }
      if index == composer.cursor { cursor = Place(row: starts.count - 1, column: column) }
      column += size
      if character == "\n" {
        starts.append(index + 1)
        column = 0
      }
      if starts.count > limit { return }
    }
    // The cursor takes a column behind the text.
    if column >= self.width {
      starts.append(characters.count)
      column = 0
    }
    if composer.cursor == characters.count {
      cursor = Place(row: starts.count - 1, column: column)
    }
  }

  /// The signs of a row as they are shown, each with columns of its own.
  func signs(_ row: Int) -> [String] {
    let end = row + 1 < starts.count ? starts[row + 1] : characters.count
    return characters[starts[row]..<end].filter { $0 != "\n" }.map(ComposerRows.shown)
  }

  private static func shown(_ character: Character) -> String {
    let text = String(character)
    return character.isASCII && text.utf8.allSatisfy { 0x20 <= $0 && $0 < 0x7f }
      ? text : VisibleText.row(text)
  }

  private static func width(of character: Character) -> Int {
    if character == "\n" { return 0 }
    let shown = shown(character)
    return shown.utf8.count == 1 ? 1 : CellWidth.of(shown)
  }
}
