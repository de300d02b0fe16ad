/// Where a row of words may end: behind a space, and between two signs of which one is as wide as an ideograph.
///
/// A row neither begins with punctuation that closes nor ends with what opens (kinsoku; JIS X 4051, W3C clreq).
enum RowEnd {
  private static let closing = Set<Character>(
    "，。、；：？！）」』》〉】〕］｝〗〙〛”’…‥—～·・％℃々ー｡､｣,.;:?!)]}%")
  private static let opening = Set<Character>("（「『《〈【〔［｛〖〘〚“‘｢([{")

  /// Whether a row may end between two characters that follow each other.
  static func isBetween(_ before: Character, _ next: Character) -> Bool {
    if before == " " { return true }
    if before.isASCII, next.isASCII { return false }
    guard CellWidth.of(before) > 1 || CellWidth.of(next) > 1, next != " " else { return false }
    return !opening.contains(before) && !closing.contains(next)
  }

  /// The columns from an index to the next place where a row may end, or to the end of the text.
  ///
  /// - Returns: nil if they are more than `limit`.
  static func columns(of text: String, from start: String.Index, atMost limit: Int) -> Int? {
    var columns = 0
    var before: Character?
    for character in text[start...] {
      if let before, isBetween(before, character) { break }
      if character == " " { break }
      columns += CellWidth.of(character)
      if columns > limit { return nil }
      before = character
    }
    return columns
  }
}
