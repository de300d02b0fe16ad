/// Who is meant, for as long as they are in the room; never used again for another.
package struct MemberID: Hashable, Comparable, Sendable {
  /// Counted from 1 in the order of coming.
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }

  package static func < (one: MemberID, other: MemberID) -> Bool {
    one.number < other.number
  }
}
