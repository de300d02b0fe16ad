import ChatRoom
import Testing

@Suite struct NamesTests {
  @Test func guestsGetTheLowestFreeNumber() throws {
    var names = Names()
    #expect(names.takeGuest(for: MemberID(1)) == "guest1")
    #expect(names.takeGuest(for: MemberID(2)) == "guest2")
    #expect(names.takeGuest(for: MemberID(3)) == "guest3")
    names.release("guest2")
    names.release("guest1")
    #expect(names.takeGuest(for: MemberID(4)) == "guest1")
    #expect(names.takeGuest(for: MemberID(5)) == "guest2")
    #expect(names.takeGuest(for: MemberID(6)) == "guest4")
  }

  @Test func aGuestNumberThatSomebodyChoseIsSkipped() throws {
    var names = Names()
    try names.take("Guest2", for: MemberID(1))
    #expect(names.takeGuest(for: MemberID(2)) == "guest1")
    #expect(names.takeGuest(for: MemberID(3)) == "guest3")
    names.release("guest2")
    #expect(names.takeGuest(for: MemberID(4)) == "guest2")
    names.release("guest9")
    names.release("guest01")
    #expect(names.takeGuest(for: MemberID(5)) == "guest4")
  }

  @Test(arguments: [
    ("alice", ["alice"], "alice2"),
    ("ALICE", ["alice"], "ALICE2"),
    ("alice", ["alice", "Alice2", "alice3"], "alice4"),
    ("abcdefghijklmnop", ["abcdefghijklmnop"], "abcdefghijklmno2"),
    ("王小明王小明王小明王小明王小明王", ["王小明王小明王小明王小明王小明王"], "王小明王小明王小明王小明王小明2"),
  ])
  func aTakenNameComesWithAFreeOne(asked: String, taken: [String], free: String) throws {
    var names = Names()
    for (number, name) in taken.enumerated() { try names.take(name, for: MemberID(number + 1)) }
    #expect(throws: NameTaken(name: asked, free: free)) {
      try names.take(asked, for: MemberID(99))
    }
    #expect(free.count <= Names.maximum)
    #expect(names[free] == nil)
  }

  @Test func theFreeNameStaysShortHoweverManyAreTaken() throws {
    var names = Names()
    let name = "abcdefghijklmnop"
    try names.take(name, for: MemberID(0))
    for number in 1...120 {
      do throws(NameTaken) {
        try names.take(name, for: MemberID(number))
      } catch {
        #expect(error.free.count <= Names.maximum)
        try names.take(error.free, for: MemberID(number))
      }
    }
    #expect(names["abcdefghijklm121"] == MemberID(120))
  }

  @Test func onesOwnNameMayChangeItsCase() throws {
    var names = Names()
    try names.take("alice", for: MemberID(1))
    try names.take("Alice", for: MemberID(1))
    #expect(names["aLiCe"] == MemberID(1))
    names.release("ALICE")
    #expect(names["alice"] == nil)
  }
}
