/// How a command is typed, read for the words that can stand at each place of its arguments.
struct Usage {
  private let places: [Substring]
  private let usage: String

  init(_ usage: String) {
    self.usage = usage
    places = usage.split(separator: " ").dropFirst().map { $0 }
  }

  /// The words at a place, from 0: those that stand there as they are, and usual values of a number.
  func words(at place: Int) -> [String] {
    guard places.indices.contains(place) else { return [] }
    var words = parts(of: places[place]).flatMap { part in
      switch part {
      case "MS": ["0", "50", "200", "1000"]
      case "BYTES": ["1", "5", "16", "1024"]
      default: part.utf8.contains { (0x61...0x7a).contains($0) } ? [part] : []
      }
    }
    // `/slice BYTES [MS]|off`: what ends in another way begins in another way.
    if place == 0, places.count > 1, usage.hasSuffix("|off") { words.append("off") }
    return words
  }

  /// Whether somebody's name belongs there, or text in which names occur.
  func takesName(at place: Int) -> Bool {
    let last = places.last.map { parts(of: $0) } ?? []
    if place >= places.count - 1, last.contains("TEXT") { return true }
    return places.indices.contains(place) && parts(of: places[place]).contains("NICK")
  }

  /// Whether the name of a room belongs there.
  func takesRoom(at place: Int) -> Bool {
    places.indices.contains(place) && parts(of: places[place]).contains("ROOM")
  }

  /// Whether more can follow.
  func goesOn(behind place: Int) -> Bool { place + 1 < places.count }

  private func parts(of place: Substring) -> [String] {
    place.split(separator: "|").map { $0.filter { $0 != "[" && $0 != "]" } }
  }
}
