/// The rooms in the status line: each with its number, and how much of it is unread.
///
/// The one that is shown stands in brackets, and one in which somebody said our name has a `!`.
struct RoomBar {
  let rooms: RoomList

  /// The rooms in so many columns, or those with news, or their numbers; empty for the lobby alone.
  func row(width: Int) -> [StyledRow] {
    guard rooms.places.count > 1 else { return [] }
    let all = Array(rooms.places.indices)
    let lively = all.filter { isLively($0) }
    let forms = [
      { row(of: all, isNamed: true) }, { row(of: lively, isNamed: true) },
      { row(of: all, isNamed: false) }, { row(of: lively, isNamed: false) },
    ]
    return [
      forms.lazy.map { $0() }.first { $0.width <= width } ?? row(of: [rooms.shown], isNamed: false)
    ]
  }

  private func isLively(_ place: Int) -> Bool {
    place == rooms.shown || rooms.places[place].news > 0
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
