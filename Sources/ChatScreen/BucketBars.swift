/// What waits in the two kernels, as two bars: `here ▕███·····▏ 494 B unsent · there ▕█·······▏ 26 B unread`.
struct BucketBars {
  let level: Buckets.Level
  let direction: Direction
  var language = Language.english

  /// Whether there is anything to show.
  var isKnown: Bool { level.unsent != nil || level.unread != nil }

  /// The row for `width` columns: bars as long as there is room, none where there is too little.
  func row(width: Int) -> StyledRow {
    let ends: [Phrase] = direction == .outgoing ? [.ourEnd, .theirEnd] : [.theirEnd, .ourEnd]
    let sides = [
      (name: ends[0][language], value: level.unsent),
      (name: ends[1][language], value: level.unread),
    ]
    let amounts = sides.map { $0.value.map(Number.bytes) ?? "?" }
    let numbers = [Phrase.unsent(amounts[0])[language], Phrase.unread(amounts[1])[language]]
    let words = zip(sides, numbers).reduce(0) { $0 + CellWidth.of($1.0.name) + CellWidth.of($1.1) }
    // Two frames, three spaces, and a space before the second bar.
    let length = min(20, (width - words - 9) / 2)
    var row = StyledRow()
    for (side, number) in zip(sides, numbers) {
      if !row.spans.isEmpty { row.append("  ") }
      row.append(side.name, .size)
      row.append(length >= 3 ? bar(side.value ?? 0, length) : " ", .decoded)
      row.append(number, .size)
    }
    return row
  }

  private func bar(_ value: Int, _ length: Int) -> String {
    let share = Double(max(0, value)) / Double(max(1, level.peak)) * Double(length)
    let filled = value > 0 ? min(length, max(1, Int(share.rounded()))) : 0
    return " ▕" + String(repeating: "█", count: filled)
      + String(repeating: "·", count: length - filled) + "▏"
  }
}
