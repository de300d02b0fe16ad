/// Which byte of a stream stands in which column of the tape.
struct TapeScale: Equatable, Sendable {
  /// The byte at the left edge.
  let start: Int
  /// Bytes in one column, at least 1.
  let perColumn: Int
  /// Columns of bytes; one more shows the seam at the right edge.
  let columns: Int

  /// The most bytes in one column, and the furthest byte: no product or sum of them overflows.
  static let limit = 1 << 20
  static let reach = Int.max >> 2

  init(start: Int, perColumn: Int, columns: Int) {
    self.start = min(max(0, start), TapeScale.reach)
    self.perColumn = min(max(1, perColumn), TapeScale.limit)
    self.columns = min(max(1, columns), 10_000)
  }

  /// The bytes in view.
  var range: Range<Int> { start..<start + columns * perColumn }

  /// The column of the seam before `byte`, from 0 to `columns`; nil for one that is not in view.
  func column(of byte: Int) -> Int? {
    range.contains(byte) || byte == range.upperBound ? (byte - start) / perColumn : nil
  }

  /// A scale with the bytes up to `end` at its right edge.
  static func ending(at end: Int, perColumn: Int, columns: Int) -> TapeScale {
    let perColumn = min(max(1, perColumn), limit)
    let end = min(max(0, end), reach)
    let last = (end + perColumn - 1) / perColumn
    return TapeScale(
      start: max(0, last - columns) * perColumn, perColumn: perColumn, columns: columns)
  }

  /// A scale that shows all of `burst`, as large as it goes.
  ///
  /// A column takes a whole part of a write of `call` bytes, or several of them, where that costs no more than
  /// half as much room again.
  static func fitting(_ burst: Range<Int>, call: Int, columns: Int) -> TapeScale {
    let columns = max(1, columns)
    let burst = burst.clamped(to: 0..<reach)
    let needed = min(limit, burst.count / columns + (burst.count % columns == 0 ? 0 : 1))
    let least = max(1, needed)
    let most = min(limit, least + least / 2)
    let even = (least...most).first { call > 0 && (call % $0 == 0 || $0 % call == 0) }
    let perColumn = even ?? least
    let taken = (burst.count + perColumn - 1) / perColumn
    let lead = min(max(0, columns - taken), burst.lowerBound / perColumn)
    return TapeScale(
      start: burst.lowerBound - lead * perColumn, perColumn: perColumn, columns: columns)
  }
}
