/// The rooms in the status line: each with its number, and how much of it is unread.
///
/// The one that is shown stands in brackets, and one in which somebody said our name has a `!`.
struct RoomBar {
  let rooms: RoomList

  /// The places in which somebody said our name.
  var called: [Int] { others.filter { rooms.places[$0].mentions > 0 } }

  /// The places in which there is news, and no more than that.
  var lively: [Int] {
    others.filter { rooms.places[$0].news > 0 && rooms.places[$0].mentions == 0 }
  }

  /// The places in which nothing is unread.
  var quiet: [Int] {
    others.filter { rooms.places[$0].news == 0 && rooms.places[$0].mentions == 0 }
  }

  private var others: [Int] { rooms.places.indices.filter { $0 != rooms.shown } }

  /// The room that is shown and some others, with names or as numbers; empty for the lobby alone.
  func row(with others: [Int], isNamed: Bool) -> StyledRow {
    guard rooms.places.count > 1 else { return StyledRow() }
    return row(of: (others + [rooms.shown]).sorted(), isNamed: isNamed)
  }

  private func row(of places: [Int], isNamed: Bool) -> StyledRow {
    var row = StyledRow()
    for index in places {
      let place = rooms.places[index]
      if !row.spans.isEmpty { row.append(isNamed ? "  " : " ", .status) }
      let name = isNamed ? "\(index + 1) \(VisibleText.row(place.name))" : "\(index + 1)"
      guard index != rooms.shown else {
        row.append("[\(name)]", .keyName)
        continue
      }
      row.append(name, .status)
      guard place.news > 0 else { continue }
      row.append("\(isNamed ? " " : ":")\(Number.grouped(place.news))", .status)
      if place.mentions > 0 { row.append("!", .mention) }
    }
    if places.count < rooms.places.count { row.append(" …", .status) }
    return row
  }
}
