import Testing

@testable import ChatRoom

@Suite struct WheelTests {
  @Test func nothingComesOutEarlyNorMoreThanAGrainLate() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var wheel = Wheel<Int>(grain: 10, slots: 8, at: 1_000)
      // Far beyond what eight slots reach, too.
      var dues = (0..<50).map { _ in Int.random(in: 900...2_000, using: &random) }
      for due in dues { wheel.insert(due, due: due) }
      var now = 1_000
      while now < 2_100 {
        let out = wheel.expire(at: now).map(\.item)
        #expect(out.allSatisfy { $0 <= now })
        dues.removeAll { out.contains($0) }
        #expect(dues.allSatisfy { $0 > now - 10 })
        #expect(wheel.count == dues.count)
        now += Int.random(in: 1...30, using: &random)
      }
      #expect(wheel.count == 0)
    }
  }

  @Test func itSaysWhenTheNextSlotEnds() {
    var wheel = Wheel<String>(grain: 100, slots: 16, at: 0)
    #expect(wheel.next(until: 900) == 900)
    wheel.insert("a", due: 350)
    #expect(wheel.next(until: 900) == 400)
    #expect(wheel.expire(at: 399).isEmpty)
    #expect(wheel.expire(at: 400).map(\.item) == ["a"])
    #expect(wheel.next(until: 900) == 900)
  }

  @Test func aClockThatJumpsTakesOutAll() {
    var wheel = Wheel<Int>(grain: 100, slots: 4, at: 0)
    for due in [50, 300, 5_000, 1_000_000] { wheel.insert(due, due: due) }
    #expect(Set(wheel.expire(at: 900_000).map(\.item)) == [50, 300, 5_000])
    #expect(wheel.expire(at: 1_000_100).map(\.item) == [1_000_000])
  }
}
