/// Who is in the room, in the order of their coming.
package struct Roster: Sendable {
  private var occupants: [MemberID: Occupant] = [:]
  /// Ascending, since numbers are given in the order of coming.
  private var order: [MemberID] = []

  package init() {}

  package var count: Int { order.count }

  package subscript(member: MemberID) -> Occupant? {
    get { occupants[member] }
    set { set(newValue, member) }
  }

  private mutating func set(_ occupant: Occupant?, _ member: MemberID) {
    let old = occupants.updateOrRemove(occupant, member)
    guard (old == nil) != (occupant == nil) else { return }
    let place = order.firstPlace(notBefore: member)
    if occupant != nil {
      order.insert(member, at: place)
    } else {
      order.remove(at: place)
    }
  }

  /// The names of all that were announced, and of `asker` in any case.
  ///
  /// A connection that has said nothing for a second yet may turn out to be an observer, or be gone: nobody
  /// would ever be told that it left.
  package func names(for asker: MemberID?) -> [String] {
    order.compactMap { member in
      guard let occupant = occupants[member] else { return nil }
      return occupant.isAnnounced || member == asker ? occupant.nick : nil
    }
  }
}

extension Dictionary {
  fileprivate mutating func updateOrRemove(_ value: Value?, _ key: Key) -> Value? {
    guard let value else { return removeValue(forKey: key) }
    return updateValue(value, forKey: key)
  }
}

extension [MemberID] {
  /// Where `member` is or belongs, by binary search.
  fileprivate func firstPlace(notBefore member: MemberID) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < member { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
