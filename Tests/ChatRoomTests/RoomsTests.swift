import ChatRoom
import Testing

@Suite struct RoomsTests {
  /// A lobby with people in it.
  private struct House {
    var lobby = Room()
    var rooms: Rooms
    let alice: MemberID
    let bob: MemberID

    init(_ bounds: Rooms.Bounds = Rooms.Bounds()) throws {
      rooms = Rooms(bounds, history: History(weight: 24))
      alice = try lobby.enter(as: "alice", from: "h", at: 0).0
      bob = try lobby.enter(as: "bob", from: "h", at: 0).0
    }

    mutating func join(_ member: MemberID, _ name: String, at now: Int = 0) throws {
      let occupant = try #require(lobby.roster[member])
      try rooms.join(member, occupant, name, at: now)
    }

    mutating func say(_ text: String, by member: MemberID, in name: String) -> String? {
      rooms.speak(member, in: name) { $0.say(Array(text.utf8), by: member, time: 5) }
    }

    /// What is to be handed out, each as it is told.
    mutating func news() -> [String] {
      rooms.news().flatMap { name, batch in batch.entries.map { "\(name) \(House.text($0))" } }
    }

    private static func text(_ entry: Entry) -> String {
      switch entry {
      case .said(let utterance), .did(let utterance):
        "\(utterance.number) \(utterance.nick) \(String(decoding: utterance.text, as: UTF8.self))"
      case .joined(let nicks): "+" + nicks.joined(separator: ",")
      case .left(let nick, let reason): "-\(nick) \(reason)"
      case .renamed(let old, let new): "\(old)→\(new)"
      case .notice(let text): text
      case .topic(let text, let nick): "\(nick): \(text)"
      }
    }
  }

  @Test func eachRoomHasItsOwnOrder() throws {
    var house = try House()
    try house.join(house.alice, "a")
    try house.join(house.bob, "a")
    try house.join(house.bob, "b")
    let told1 = house.say("one", by: house.alice, in: "a")
    #expect(told1 == "alice")
    let told2 = house.say("two", by: house.bob, in: "b")
    #expect(told2 == "bob")
    let told3 = house.say("three", by: house.bob, in: "a")
    #expect(told3 == "bob")
    #expect(house.rooms.hasNews)
    let told4 = house.news()
    #expect(told4 == ["a 1 alice one", "a 2 bob three", "b 1 bob two"])
    #expect(!house.rooms.hasNews)
    #expect(house.rooms["a"]?.log.next == 3)
    #expect(house.rooms["b"]?.log.next == 2)
  }

  @Test func nobodySpeaksWhereTheyAreNot() throws {
    var house = try House()
    try house.join(house.alice, "a")
    let told5 = house.say("hi", by: house.bob, in: "a")
    #expect(told5 == nil)
    let told6 = house.say("hi", by: house.bob, in: "b")
    #expect(told6 == nil)
    let told7 = house.news()
    #expect(told7 == [])
  }

  @Test func aRoomEndsWithItsLastMemberAndItsHistoryWithIt() throws {
    var house = try House()
    try house.join(house.alice, "a")
    for text in ["one", "two", "three"] { _ = house.say(text, by: house.alice, in: "a") }
    let answer = house.rooms["a"]?.history.last(3)
    #expect(answer?.gap == 1...1)
    #expect(answer?.messages == 2..<4)
    let parted = [
      house.rooms.part(house.alice, "a", at: 0), house.rooms.part(house.alice, "a", at: 0),
    ]
    #expect(parted == [true, false])
    #expect(house.rooms["a"] == nil)
    #expect(house.rooms.names == [])
    let told8 = house.news()
    #expect(told8 == [])
    #expect(house.rooms.wakeUp == nil)
    try house.join(house.bob, "a")
    #expect(house.rooms["a"]?.log.next == 1)
  }

  @Test func presenceIsToldToThoseInTheRoom() throws {
    var house = try House()
    try house.join(house.alice, "a")
    try house.join(house.alice, "b")
    try house.join(house.bob, "b", at: 10)
    #expect(house.rooms.wakeUp == 40)
    house.rooms.tick(at: 50)
    let told9 = house.news()
    #expect(told9 == ["a +alice", "b +alice,bob"])
    _ = try house.lobby.rename(house.bob, to: "bert", at: 2_000)
    house.rooms.rename(house.bob, to: "bert", at: 2_000)
    house.rooms.tick(at: 2_040)
    let told10 = house.news()
    #expect(told10 == ["b bob→bert"])
    house.rooms.leave(house.bob, .quit, reason: "bye", at: 4_000)
    house.rooms.tick(at: 4_040)
    let told11 = house.news()
    #expect(told11 == ["b -bert bye"])
    #expect(house.rooms.names(of: house.bob) == [])
    #expect(house.rooms["b"]?.roster.names(for: nil) == ["alice"])
  }

  /// Somebody else may take the name that another one had.
  @Test func aNameIsFreeInARoomWhenItIsFreeInTheLobby() throws {
    var house = try House()
    try house.join(house.alice, "a")
    try house.join(house.bob, "a")
    _ = try house.lobby.rename(house.alice, to: "ann", at: 0)
    house.rooms.rename(house.alice, to: "ann", at: 0)
    _ = try house.lobby.rename(house.bob, to: "Alice", at: 0)
    house.rooms.rename(house.bob, to: "Alice", at: 0)
    #expect(house.rooms["a"]?.roster.names(for: nil) == ["ann", "Alice"])
  }

  @Test func bounds() throws {
    var house = try House(Rooms.Bounds(all: 2, each: 2))
    try house.join(house.alice, "a")
    #expect(refusal { try house.join(house.alice, "a") } == .isInside)
    try house.join(house.alice, "b")
    #expect(refusal { try house.join(house.alice, "c") } == .tooManyOfMember(2))
    #expect(refusal { try house.join(house.bob, "c") } == .tooMany(2))
    try house.join(house.bob, "b")
    house.rooms.part(house.alice, "a", at: 0)
    try house.join(house.bob, "c")
    #expect(house.rooms.names == ["b", "c"])
  }

  @Test func aTopicStaysAndItsBeginningIsKept() throws {
    var house = try House()
    try house.join(house.alice, "a")
    _ = house.rooms.speak(house.alice, in: "a") { $0.discuss("all things", by: house.alice) }
    #expect(house.rooms["a"]?.topic == Topic(text: "all things", nick: "alice"))
    let told12 = house.news()
    #expect(told12 == ["a alice: all things"])
    house.lobby.discuss(String(repeating: "e\u{301}", count: 1_000), by: house.bob)
    #expect(house.lobby.topic?.text.unicodeScalars.count == Room.longestText)
  }

  private func refusal(_ body: () throws -> Void) -> Rooms.Refusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? Rooms.Refusal
    }
  }
}
