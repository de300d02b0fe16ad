import ChatRoom
import Testing

@Suite struct RoomTests {
  private func text(_ string: String) -> [UInt8] { Array(string.utf8) }

  /// What the room is told at `time`.
  private func told(_ room: inout Room, at time: Int) -> [Entry] {
    _ = room.tick(at: time)
    return room.log.seal()?.entries ?? []
  }

  @Test func utterancesAreNumberedInTheOrderOfTheLog() {
    var room = Room()
    let one = room.enter(from: "h", at: 0)
    let two = room.enter(from: "h", at: 0)
    room.say(text("a"), by: two, time: 5)
    room.notice("n")
    room.act(text("b"), by: one, time: 6)
    #expect(
      room.log.seal()?.entries == [
        .said(Utterance(number: 1, time: 5, nick: "guest2", text: text("a"))),
        .notice("n"),
        .did(Utterance(number: 2, time: 6, nick: "guest1", text: text("b"))),
      ])
  }

  @Test func aPlainClientIsAnnouncedAfterASecondOfSilence() {
    var room = Room()
    let member = room.enter(from: "h", at: 500)
    #expect(room.wakeUp == 1_500)
    #expect(room.tick(at: 1_499) == [])
    #expect(room.tick(at: 1_500) == [.came(member, nick: "guest1")])
    #expect(told(&room, at: 1_600) == [.joined(["guest1"])])
    #expect(room.wakeUp == nil)
  }

  @Test func itsFirstMessageAnnouncesItOnce() {
    var room = Room()
    let member = room.enter(from: "h", at: 0)
    #expect(room.announce(member, at: 10) == .came(member, nick: "guest1"))
    #expect(room.announce(member, at: 20) == nil)
    #expect(room.tick(at: 1_000) == [])
    #expect(room.log.seal()?.entries == [.joined(["guest1"])])
  }

  @Test func nobodyIsHeardUnderANewNameBeforeItIsTold() throws {
    var room = Room()
    let (alice, _) = try room.enter(as: "alice", from: "h", at: 0)
    #expect(told(&room, at: 100) == [.joined(["alice"])])
    let (bob, _) = try room.enter(as: "bob", from: "h", at: 200)
    room.say(text("1"), by: bob, time: 0)
    _ = try room.rename(alice, to: "Ann", at: 300)
    room.act(text("2"), by: alice, time: 0)
    _ = try room.rename(bob, to: "bert", at: 400)
    room.discuss("t", by: bob)
    func said(_ number: Int, _ nick: String) -> Utterance {
      Utterance(number: number, time: 0, nick: nick, text: text("\(number)"))
    }
    #expect(
      told(&room, at: 5_000) == [
        .said(said(1, "bob")), .joined(["bob"]), .renamed("alice", to: "Ann"),
        .did(said(2, "Ann")), .renamed("bob", to: "bert"), .topic("t", by: "bert"),
      ])
    #expect(room.wakeUp == nil)
  }

  @Test func goneWithinThatSecondNothingIsTold() {
    var room = Room()
    let member = room.enter(from: "h", at: 0)
    #expect(room.leave(member, .closed, at: 900) == nil)
    #expect(room.tick(at: 1_000) == [])
    #expect(told(&room, at: 20_000) == [])
    #expect(room.wakeUp == nil)
  }

  @Test(arguments: [
    // chosen name, departure, told at once
    (false, Departure.closed, true), (false, .reset, true), (true, .quit, true),
    (true, .closed, false), (true, .reset, false), (true, .slowReader, false),
    (true, .oversizedFrame, false), (true, .timeout, false),
  ])
  func onlyAChosenNameMayComeBack(chosen: Bool, departure: Departure, atOnce: Bool) throws {
    var room = Room()
    let member = room.enter(from: "h", at: 0)
    if chosen { _ = try room.rename(member, to: "alice", at: 0) }
    let nick = chosen ? "alice" : "guest1"
    _ = room.announce(member, at: 0)
    #expect(told(&room, at: 100) == [.joined([nick])])
    let left = Entry.left(nick, reason: departure.rawValue)
    #expect(
      room.leave(member, departure, at: 2_000) == .went(nick: nick, reason: departure.rawValue))
    #expect(told(&room, at: 2_100) == (atOnce ? [left] : []))
    _ = room.tick(at: 7_000)
    #expect(told(&room, at: 7_100) == (atOnce ? [] : [left]))
  }

  @Test func whoComesBackUnderTheSameNameIsToldNeitherOutNorIn() throws {
    var room = Room()
    let (member, _) = try room.enter(as: "alice", from: "h", at: 0)
    #expect(told(&room, at: 100) == [.joined(["alice"])])
    _ = room.leave(member, .reset, at: 200)
    let again = room.enter(from: "h", at: 3_000)
    #expect(try room.rename(again, to: "alice", at: 3_000) == nil)
    #expect(room.announce(again, at: 3_000) == .came(again, nick: "alice"))
    #expect(told(&room, at: 30_000) == [])
  }

  @Test func aReasonIsToldInsteadOfTheDepartureAndBounded() {
    var room = Room()
    let member = room.enter(from: "h", at: 0)
    _ = room.announce(member, at: 0)
    // Marks that make one character with what is before them count as well.
    let reason = "x" + String(repeating: "\u{301}", count: 300)
    #expect(
      room.leave(member, .quit, reason: reason, at: 0)
        == .went(nick: "guest1", reason: "x" + String(repeating: "\u{301}", count: 199)))
  }

  @Test func aNameIsFreeAsSoonAsItsOwnerIsGone() throws {
    var room = Room()
    let (alice, _) = try room.enter(as: "alice", from: "h", at: 0)
    #expect(throws: NameTaken(name: "ALICE", free: "ALICE2")) {
      _ = try room.enter(as: "ALICE", from: "h", at: 0)
    }
    _ = room.leave(alice, .closed, at: 0)
    _ = try room.enter(as: "ALICE", from: "elsewhere", at: 0)
    #expect(
      told(&room, at: 100) == [
        .joined(["alice"]), .left("alice", reason: "closed"), .joined(["ALICE"]),
      ])
  }

  @Test func aRenameIsToldUnlessNobodyKnewTheOldName() throws {
    var room = Room()
    let member = room.enter(from: "h", at: 0)
    #expect(try room.rename(member, to: "alice", at: 0) == nil)
    #expect(room.member(named: "guest1") == nil)
    _ = room.announce(member, at: 0)
    #expect(try room.rename(member, to: "ann", at: 0) == .renamed("alice", to: "ann"))
    #expect(try room.rename(member, to: "ann", at: 0) == nil)
    #expect(told(&room, at: 100) == [.joined(["alice"]), .renamed("alice", to: "ann")])
    #expect(room.member(named: "ANN") == member)
  }

  @Test func theNamesAreTheAnnouncedOnesAndOnesOwn() throws {
    var room = Room()
    let silent = room.enter(from: "h", at: 0)
    let (_, _) = try room.enter(as: "bob", from: "h", at: 0)
    let asking = room.enter(from: "h", at: 0)
    #expect(room.roster.names(for: asking) == ["bob", "guest2"])
    #expect(room.roster.names(for: silent) == ["guest1", "bob"])
    _ = room.announce(silent, at: 0)
    #expect(room.roster.names(for: nil) == ["guest1", "bob"])
    _ = room.leave(silent, .quit, at: 0)
    #expect(room.roster.names(for: asking) == ["bob", "guest2"])
    #expect(room.roster.count == 2)
  }

  @Test func whoIsGoneSaysNothing() {
    var room = Room()
    let member = room.enter(from: "h", at: 0)
    _ = room.leave(member, .closed, at: 0)
    room.say(text("late"), by: member, time: 0)
    #expect(room.log.isOpenEmpty)
    #expect(room.leave(member, .closed, at: 0) == nil)
  }

  /// Whoever replays the log has the announced roster, whatever happened and however it was batched.
  @Test(arguments: 1...30) func theLogTellsTheRoster(seed: Int) throws {
    var numbers = SplitMix(seed: UInt64(seed))
    var room = Room()
    var members: [MemberID] = []
    var known: Set<String> = []
    var now = 0
    for _ in 0..<400 {
      now += Int(numbers.next() % 700)
      switch numbers.next() % 6 {
      case 0: members.append(room.enter(from: "h\(numbers.next() % 2)", at: now))
      case 1:
        let entered = try? room.enter(as: "n\(numbers.next() % 6)", from: "h0", at: now)
        if let (member, _) = entered { members.append(member) }
      case 2, 3:
        guard let member = members.randomElement(using: &numbers) else { break }
        _ = try? room.rename(member, to: "n\(numbers.next() % 6)", at: now)
      case 4:
        guard let member = members.randomElement(using: &numbers) else { break }
        _ = room.announce(member, at: now)
      default:
        guard let place = members.indices.randomElement(using: &numbers) else { break }
        let departure = numbers.next() % 2 == 0 ? Departure.quit : .closed
        _ = room.leave(members.remove(at: place), departure, at: now)
      }
      replay(told(&room, at: now), into: &known)
    }
    for _ in 0..<10 {
      now += 2_000
      replay(told(&room, at: now), into: &known)
    }
    #expect(known == Set(room.roster.names(for: nil)))
    #expect(room.wakeUp == nil)
  }

  private func replay(_ entries: [Entry], into known: inout Set<String>) {
    for entry in entries {
      switch entry {
      case .joined(let nicks):
        for nick in nicks { #expect(known.insert(nick).inserted, "\(nick) joined twice") }
      case .left(let nick, _):
        #expect(known.remove(nick) != nil, "\(nick) left and was not there")
      case .renamed(let old, let new):
        #expect(known.remove(old) != nil, "\(old) was not there")
        #expect(known.insert(new).inserted, "\(new) was there")
      default: break
      }
    }
  }
}

/// Steele, Lea and Flood's SplitMix64: the same numbers for the same seed.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
