import ChatRoom
import ChatTransport
import ChatWire
import Glibc
import NIOCore
import NIOEmbedded
import Testing

@testable import ChatService

/// Connections on their way out.
@Suite struct EndingTests {
  @Test func aStopWaitsForSlowReadersAsLongAsItIsTold() throws {
    let scene = try Scene(.line)
    scene.say("last words")
    scene.becomes(writable: false)
    scene.hub.stop(within: .seconds(30))
    scene.channel.embeddedEventLoop.advanceTime(by: .seconds(29))
    #expect(scene.channel.isActive)
    scene.becomes(writable: true)
    #expect(
      try scene.written().joined() == "guest1: last words\n*** the server is stopping\n")
    try scene.end()
  }

  @Test func whoIsLeavingWaitsForNoTurn() throws {
    let scene = try Scene(.line)
    scene.channel.embeddedEventLoop.run()
    // This turn of the loop is used up: one message is done, no more.
    _ = scene.hub.turns.sliceEnd()
    usleep(11_000)
    try scene.hear("/quit\n")
    #expect(scene.connection.member == nil && !scene.connection.intake.isResting)
    try scene.end()
  }

  @Test func theFirstTurnOfAServerHasASlice() {
    var intake = Intake()
    intake.begin(in: 0, until: .distantFuture)
    #expect(!intake.isOver)
  }

  @Test func timeForOthersIsNotTheClients() {
    var intake = Intake()
    intake.rest(at: 100)
    #expect(intake.isResting && intake.rested(at: 130) == 30)
    intake.goOn(at: 150)
    #expect(!intake.isResting && intake.rested(at: 1_000) == 50)
    intake.rest(at: 1_000)
    #expect(intake.rested(at: 1_010) == 60)
  }

  @Test func aGreetingThatNobodyReadsIsNotKept() throws {
    let scene = try Scene(.line)
    let outlet = try #require(scene.connection.outlet)
    outlet.close()
    outlet.turn(to: View(.line, events: true)) { _ in ByteBuffer(repeating: 0, count: 1_000) }
    #expect(outlet.backlog == 0)
    try scene.end()
  }

  /// The old one was reset while something that was read of it waited.
  @Test func aPortThatIsUsedAgainIsTheNewConnections() throws {
    let scene = try Scene(.line)
    let (old, new) = (try scene.another(.line, port: 9), try scene.another(.line, port: 9))
    let address = PeerAddress(host: "127.0.0.1", port: 9)
    let connection = scene.hub.connections[.line, address]
    _ = try? old.finish()
    #expect(connection != nil && scene.hub.connections[.line, address] === connection)
    _ = try? new.finish()
    #expect(scene.hub.connections[.line, address] == nil)
    try scene.end()
  }
}
