import Testing

@testable import ChatRoom

@Suite struct LimitTests {
  // MARK: Counters

  @Test func everyCounterHasANameOfItsOwn() {
    let names = Counter.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
  }

  @Test func aLimitIsLoggedOnceASecondWithHowOftenItWasMet() {
    var counters = Counters()
    let lines = [0, 10, 999, 1_000, 1_500, 9_000].map {
      counters.log(.refused(.full), at: $0)
    }
    #expect(lines == [1, nil, nil, 3, nil, 2])
    #expect(counters[.refused(.full)] == 6)
    #expect(counters[.left(.quit)] == 0)
  }

  // MARK: The door

  @Test func theDoorTakesAsManyAsItIsToldAndAgainAfterSomebodyLeft() {
    var door = Door(capacity: 2)
    #expect(door.enter("a", nil, at: 0) == nil)
    #expect(door.enter("b", nil, at: 0) == nil)
    #expect(door.enter("c", nil, at: 0) == .full)
    door.leave("a")
    #expect(door.enter("c", nil, at: 0) == nil)
    #expect(door.count == 2)
  }

  @Test func anAddressHasSoManyAtOnceAndSoManyNewOnes() {
    let bounds = Door.Bounds(atOnce: 3, fresh: 2)
    var door = Door(capacity: 100)
    #expect(door.enter("a", bounds, at: 0) == nil)
    #expect(door.enter("a", bounds, at: 0) == nil)
    #expect(door.enter("a", bounds, at: 0) == .addressHurries)
    #expect(door.enter("b", bounds, at: 0) == nil)
    #expect(door.enter("a", bounds, at: 499) == .addressHurries)
    #expect(door.enter("a", bounds, at: 500) == nil)
    #expect(door.enter("a", bounds, at: 5_000) == .addressFull)
    door.leave("a")
    #expect(door.enter("a", bounds, at: 5_000) == nil)
    #expect(door.count == 4)
  }

  @Test func whoComesAndGoesStillHurries() {
    var door = Door(capacity: 100)
    var refused = 0
    for now in stride(from: 0, to: 1_000, by: 10) {
      if door.enter("a", Door.Bounds(), at: now) == nil { door.leave("a") } else { refused += 1 }
    }
    // Ten at once, and nine more in a second that is not over.
    #expect(refused == 81)
  }

  @Test func anAddressHasSoManyEchoesASecondAndSoManyHaveThem() {
    var echoes = Echoes(each: 3)
    func count(_ address: String, at now: Int) -> Int {
      (0..<10).count { _ in echoes.admit(address, at: now) }
    }
    #expect([0, 0, 999, 2_500].map { count("a", at: $0) } == [3, 0, 2, 3])
    for number in 0..<Echoes.most { _ = echoes.admit("\(number)", at: 2_600) }
    #expect(count("last", at: 2_600) == 0)
    #expect(count("last", at: 9_000) == 3)
  }

  // MARK: The rate

  @Test func aBurstAndThenSoManyASecond() {
    var allowance = Allowance(Allowance.Rate(burst: 3, messages: 10, bytes: 1_000), at: 0)
    var times: [Int] = []
    for now in 0...500 {
      while allowance.wait(at: now) == 0 {
        allowance.spend()
        times.append(now)
      }
    }
    #expect(times == [0, 0, 0, 100, 200, 300, 400, 500])
  }

  @Test func bytesAreOwedAndWaitedFor() {
    var allowance = Allowance(Allowance.Rate(burst: 100, messages: 100, bytes: 1_000), at: 0)
    allowance.read(3_000)
    let wait = allowance.wait(at: 0)
    #expect(wait == 2_001 || wait == 2_000)
    #expect(allowance.wait(at: 1_000) > 900)
    #expect(allowance.wait(at: 2_001) == 0)
    allowance.read(.max)
    #expect(allowance.wait(at: .max) == 0 || allowance.wait(at: .max) > 0)
  }

  // MARK: Patience

  private let policy = Patience.Policy(message: 10_000, idle: 60_000, missed: 2)

  @Test func aMessageHasTenSecondsFromItsFirstByteHoweverItTrickles() {
    var patience = Patience(policy, at: 0)
    #expect(patience.due(isAsked: false, held: 0) == nil)
    patience.heard(isMidway: true, isFresh: false, held: 0, at: 100)
    for now in stride(from: 5_100, through: 9_900, by: 1_200) {
      patience.heard(isMidway: true, isFresh: false, held: 0, at: now)
    }
    #expect(patience.due(isAsked: false, held: 0) == 10_100)
    #expect(patience.look(isAsked: false, held: 0, at: 10_099) == .wait(until: 10_100))
    #expect(patience.look(isAsked: false, held: 0, at: 10_100) == .slowMessage)
  }

  @Test func aMessageThatWasCompletedMakesRoomForTheNext() {
    var patience = Patience(policy, at: 0)
    patience.heard(isMidway: true, isFresh: false, held: 0, at: 0)
    patience.heard(isMidway: true, isFresh: true, held: 0, at: 9_000)
    #expect(patience.look(isAsked: false, held: 0, at: 18_999) == .wait(until: 19_000))
    patience.heard(isMidway: false, isFresh: true, held: 0, at: 18_999)
    #expect(patience.look(isAsked: false, held: 0, at: 99_000) == .wait(until: nil))
  }

  @Test func timeThatTheServerHeldItBackDoesNotCount() {
    var patience = Patience(policy, at: 0)
    patience.heard(isMidway: true, isFresh: false, held: 700, at: 0)
    #expect(patience.look(isAsked: false, held: 5_700, at: 14_999) == .wait(until: 15_000))
    #expect(patience.look(isAsked: false, held: 5_700, at: 15_000) == .slowMessage)
  }

  @Test func silenceThatTheServerCausedDoesNotCount() {
    var patience = Patience(policy, at: 0)
    patience.heard(isMidway: false, isFresh: true, held: 700, at: 1_000)
    #expect(patience.look(isAsked: true, held: 5_700, at: 65_999) == .wait(until: 66_000))
    #expect(patience.look(isAsked: true, held: 5_700, at: 66_000) == .ask(again: 126_000))
  }

  @Test func whoIsSilentIsAskedTwiceAndThenGone() {
    var patience = Patience(policy, at: 0)
    #expect(patience.look(isAsked: true, held: 0, at: 59_999) == .wait(until: 60_000))
    #expect(patience.look(isAsked: true, held: 0, at: 60_000) == .ask(again: 120_000))
    #expect(patience.look(isAsked: true, held: 0, at: 120_000) == .ask(again: 180_000))
    #expect(patience.look(isAsked: true, held: 0, at: 180_000) == .silent)
  }

  @Test func anySignOfLifeBeginsAnew() {
    var patience = Patience(policy, at: 0)
    #expect(patience.look(isAsked: true, held: 0, at: 60_000) == .ask(again: 120_000))
    patience.heard(isMidway: false, isFresh: true, held: 0, at: 119_000)
    #expect(patience.look(isAsked: true, held: 0, at: 120_000) == .wait(until: 179_000))
    #expect(patience.look(isAsked: true, held: 0, at: 179_000) == .ask(again: 239_000))
  }

  // MARK: Lag

  @Test func aQuarterOfAMegabyteIsBorneForTenSeconds() {
    let policy = LagPolicy()
    var lag = Lag()
    for second in 0..<10 {
      #expect(lag.look(backlog: 300_000, taken: second, policy, at: second * 1_000) == nil)
    }
    #expect(lag.look(backlog: 300_000, taken: 10, policy, at: 10_000) == .soft)
    // Below it for a moment, and the time begins anew.
    #expect(lag.look(backlog: 200_000, taken: 11, policy, at: 11_000) == nil)
    #expect(lag.look(backlog: 300_000, taken: 12, policy, at: 12_000) == nil)
    #expect(lag.look(backlog: 300_000, taken: 13, policy, at: 21_999) == nil)
    #expect(lag.look(backlog: 300_000, taken: 14, policy, at: 22_000) == .soft)
  }

  @Test func whoTakesNotOneByteForTenSecondsIsTooSlow() {
    let policy = LagPolicy()
    var lag = Lag()
    #expect(lag.look(backlog: 9, taken: 5, policy, at: 0) == nil)
    #expect(lag.look(backlog: 9, taken: 5, policy, at: 9_999) == nil)
    #expect(lag.look(backlog: 8, taken: 6, policy, at: 9_999) == nil)
    #expect(lag.look(backlog: 99, taken: 6, policy, at: 19_998) == nil)
    #expect(lag.look(backlog: 99, taken: 6, policy, at: 19_999) == .stall)
    #expect(lag.look(backlog: 0, taken: 6, policy, at: 50_000) == nil)
    #expect(lag.look(backlog: 1, taken: 6, policy, at: 90_000) == nil)
  }

  // MARK: Clients

  @Test(arguments: [
    (1_048_576, 10_000), (10_064, 10_000), (1_024, 960), (128, 64), (100, 50), (64, 32), (2, 1),
  ])
  func clientsLeaveDescriptorsForOtherThings(descriptors: Int, clients: Int) {
    #expect(Limits().clients(descriptors: descriptors) == clients)
  }

  @Test func loopbackIsExemptUnlessBoundsAreGiven() {
    var limits = Limits()
    #expect(limits.rate(isLoopback: true) == nil)
    let rate = Allowance.Rate(burst: 20, messages: 10, bytes: 65_536)
    #expect(limits.rate(isLoopback: false) == rate)
    #expect(limits.bounds(isLoopback: true) == nil)
    #expect(limits.bounds(isLoopback: false) == Door.Bounds(atOnce: 64, fresh: 10))
    limits.rate = Allowance.Rate(burst: 1)
    limits.address = Door.Bounds(atOnce: 1)
    #expect(limits.rate(isLoopback: true)?.burst == 1)
    #expect(limits.bounds(isLoopback: true)?.atOnce == 1)
  }
}
