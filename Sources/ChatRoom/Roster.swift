/// Who is in the room, in the order of their coming.
package struct Roster: Sendable {
  /// Ascending by member, since numbers are given in the order of coming.
  private var occupants: [(member: MemberID, occupant: Occupant)] = []

  package init() {}

  package var count: Int { occupants.count }
  /// Those whom the others were told of.
  package private(set) var announced = 0

  package subscript(member: MemberID) -> Occupant? {
    get {
      let place = place(of: member)
      return holds(member, at: place) ? occupants[place].occupant : nil
    }
    set { set(newValue, member) }
  }

  private mutating func set(_ occupant: Occupant?, _ member: MemberID) {
    let place = place(of: member)
    let wasAnnounced = self[member]?.isAnnounced == true
    announced += (occupant?.isAnnounced == true ? 1 : 0) - (wasAnnounced ? 1 : 0)
    switch (occupant, holds(member, at: place)) {
    case (let occupant?, true): occupants[place].occupant = occupant
    case (let occupant?, false): occupants.insert((member, occupant), at: place)
    case (nil, true): occupants.remove(at: place)
    case (nil, false): break
    }
  }

  /// All of them.
  package var members: [MemberID] { occupants.map(\.member) }

  /// The names of all that were announced, and of `asker` in any case.
  ///
  /// A connection that has said nothing for a second yet may turn out to be an observer, or be gone: nobody
  /// would ever be told that it left.
  package func names(for asker: MemberID?) -> [String] {
    var names: [String] = []
    names.reserveCapacity(occupants.count)
    for (member, occupant) in occupants where occupant.isAnnounced || member == asker {
      names.append(occupant.nick)
    }
    return names
  }

  private func holds(_ member: MemberID, at place: Int) -> Bool {
    place < occupants.count && occupants[place].member == member
  }

  /// Where `member` is or belongs, by binary search.
  private func place(of member: MemberID) -> Int {
    var low = 0
    var high = occupants.count
    while low < high {
      let middle = (low + high) / 2
      if occupants[middle].member < member { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
