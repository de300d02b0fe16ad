import ChatRoom
import Testing

@Suite struct PresenceTests {
  @Test func theFirstIsToldWithinFiftyMilliseconds() throws {
    var presence = Presence()
    #expect(presence.next == nil)
    presence.joined("alice", from: "h", at: 10_000)
    let next = try #require(presence.next)
    #expect(next <= 10_050)
    #expect(presence.due(at: next - 1) == [])
    #expect(presence.due(at: next) == [.joined(["alice"])])
    #expect(presence.next == nil)
    #expect(presence.due(at: next + 9_000) == [])
  }

  @Test func thenOneBatchASecond() throws {
    var presence = Presence()
    presence.joined("a", from: "h", at: 0)
    let first = try #require(presence.next)
    _ = presence.due(at: first)
    presence.joined("b", from: "h", at: first + 1)
    presence.joined("c", from: "h", at: first + 900)
    #expect(presence.next == first + 1_000)
    #expect(presence.due(at: first + 999) == [])
    #expect(presence.due(at: first + 1_000) == [.joined(["b", "c"])])
  }

  @Test func aThousandThatComeAreOneEntry() {
    var presence = Presence()
    let names = (1...1_000).map { "g\($0)" }
    for (time, name) in names.enumerated() { presence.joined(name, from: "h", at: time / 100) }
    #expect(presence.due(at: 100) == [.joined(names)])
  }

  @Test func aFloodOfChangesDoesNotWaitForItsSecond() throws {
    var presence = Presence()
    presence.joined("n0", from: "h", at: 0)
    _ = presence.due(at: try #require(presence.next))
    for number in 0..<999 { presence.renamed("a\(number)", to: "b\(number)", at: 100) }
    #expect(try #require(presence.next) > 1_000)
    presence.renamed("a999", to: "b999", at: 100)
    #expect(try #require(presence.next) == 100)
    #expect(presence.due(at: 100).count == 1_000)
    #expect(presence.next == nil)
  }

  @Test func namesOfAMomentAreNotTold() {
    var presence = Presence()
    presence.renamed("a", to: "b", at: 0)
    presence.renamed("b", to: "c", at: 1)
    presence.renamed("x", to: "y", at: 2)
    presence.renamed("c", to: "d", at: 3)
    presence.renamed("d", to: "c", at: 4)
    #expect(presence.due(at: 60) == [.renamed("a", to: "c"), .renamed("x", to: "y")])
    presence.renamed("c", to: "a", at: 61)
    presence.renamed("a", to: "c", at: 62)
    #expect(presence.next == nil)
  }

  @Test func changesAreToldInTheirOrder() {
    var presence = Presence()
    presence.joined("a", from: "h", at: 0)
    presence.joined("b", from: "h", at: 0)
    presence.renamed("a", to: "c", at: 1)
    presence.joined("a", from: "h", at: 2)
    presence.left("b", from: "h", reason: "quit", mayReturn: false, at: 3)
    #expect(
      presence.due(at: 60) == [
        .joined(["a", "b"]), .renamed("a", to: "c"), .joined(["a"]), .left("b", reason: "quit"),
      ])
  }

  /// Who was given the name in between would keep it for good.
  @Test func aNameThatSomebodyWasGivenIsToldOf() {
    var presence = Presence()
    presence.renamed("alice", to: "bob", at: 0)
    presence.disclosed()
    presence.renamed("bob", to: "carl", at: 1)
    presence.renamed("carl", to: "zed", at: 2)
    #expect(presence.due(at: 60) == [.renamed("alice", to: "bob"), .renamed("bob", to: "zed")])
  }

  @Test func aGoingThatMayBeABrokenConnectionIsWithheld() {
    var presence = Presence()
    presence.left("alice", from: "h", reason: "closed", mayReturn: true, at: 1_000)
    #expect(presence.next == 6_000)
    #expect(presence.due(at: 5_999) == [])
    _ = presence.due(at: 6_000)
    #expect(presence.due(at: 6_050) == [.left("alice", reason: "closed")])
  }

  @Test func backWithinFiveSecondsNeitherIsTold() {
    var presence = Presence()
    presence.left("alice", from: "h", reason: "closed", mayReturn: true, at: 0)
    presence.joined("alice", from: "h", at: 4_999)
    #expect(presence.due(at: 5_500) == [])
    #expect(presence.due(at: 20_000) == [])
    #expect(presence.next == nil)
  }

  @Test(arguments: [("alice", "elsewhere"), ("Alice", "h")])
  func anotherOfThatNameIsNotABack(name: String, address: String) {
    var presence = Presence()
    presence.left("alice", from: "h", reason: "closed", mayReturn: true, at: 0)
    presence.joined(name, from: address, at: 100)
    #expect(presence.due(at: 200) == [.left("alice", reason: "closed"), .joined([name])])
    #expect(presence.due(at: 20_000) == [])
  }

  @Test func whoTakesTheNameOfOneWithheldMakesTheGoingKnown() {
    var presence = Presence()
    presence.left("alice", from: "h", reason: "closed", mayReturn: true, at: 0)
    presence.renamed("guest1", to: "alice", at: 100)
    #expect(
      presence.due(at: 200) == [.left("alice", reason: "closed"), .renamed("guest1", to: "alice")])
  }

  @Test func aSecondBreakIsWithheldAnew() {
    var presence = Presence()
    presence.left("alice", from: "h", reason: "closed", mayReturn: true, at: 0)
    presence.joined("alice", from: "h", at: 3_000)
    presence.left("alice", from: "h", reason: "closed", mayReturn: true, at: 4_000)
    #expect(presence.due(at: 5_100) == [])
    _ = presence.due(at: 9_000)
    #expect(presence.due(at: 9_100) == [.left("alice", reason: "closed")])
  }
}
