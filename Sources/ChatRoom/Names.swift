/// The names in use, each once whatever its case.
package struct Names: Sendable {
  /// The most characters that a name has.
  package static let maximum = 16

  private var owners: [String: MemberID] = [:]
  /// Guest numbers that became free below `nextGuest`, the lowest last.
  private var freeGuests: [Int] = []
  private var nextGuest = 1

  package init() {}

  package static func key(_ name: String) -> String { name.lowercased() }

  /// Who has this name.
  package subscript(name: String) -> MemberID? { owners[Names.key(name)] }

  /// Gives `name` to `member`, who may have it already in another case.
  ///
  /// - Throws: `NameTaken` with a free name if it is another's.
  package mutating func take(_ name: String, for member: MemberID) throws(NameTaken) {
    if let owner = self[name], owner != member {
      throw NameTaken(name: name, free: free(like: name))
    }
    owners[Names.key(name)] = member
  }

  /// Gives `member` the first of `guest1`, `guest2`, … that nobody has.
  package mutating func takeGuest(for member: MemberID) -> String {
    while true {
      let number = freeGuests.popLast() ?? nextGuest
      if number == nextGuest { nextGuest += 1 }
      let name = "guest\(number)"
      guard owners[name] == nil else { continue }
      owners[name] = member
      return name
    }
  }

  package mutating func release(_ name: String) {
    let key = Names.key(name)
    guard owners.removeValue(forKey: key) != nil, key.hasPrefix("guest"),
      let number = Int(key.dropFirst(5)), key == "guest\(number)", number > 0, number < nextGuest
    else { return }
    let place = freeGuests.firstIndex { $0 <= number } ?? freeGuests.endIndex
    if place == freeGuests.endIndex || freeGuests[place] != number {
      freeGuests.insert(number, at: place)
    }
  }

  /// `name` with a number behind it, from 2 on, that nobody has; cut so that it still is a name.
  ///
  /// The lowest such number if those before it are taken without a gap, found in about the logarithm of as many steps
  /// (Bentley and Yao, An almost optimal algorithm for unbounded searching, 1976).
  private func free(like name: String) -> String {
    func isFree(_ number: Int) -> Bool { self[Names.numbered(name, number)] == nil }
    var taken = 1
    var step = 1
    while !isFree(taken + step) {
      taken += step
      step *= 2
    }
    var free = taken + step
    while free - taken > 1 {
      let middle = (taken + free) / 2
      if isFree(middle) { free = middle } else { taken = middle }
    }
    return Names.numbered(name, free)
  }

  private static func numbered(_ name: String, _ number: Int) -> String {
    let digits = String(number)
    return name.prefix(maximum - digits.count) + digits
  }
}
