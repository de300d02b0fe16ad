import ChatWire
import NIOCore
import NIOConcurrencyHelpers

/// A raw port of the protocol that tells late of a connection, and reads late from it.
final class LateServer: Sendable {
  private struct State {
    var member: (any Channel)?
    var observer: (any Channel)?
    var reads: [[UInt8]] = []
  }

  private let telling: TimeAmount
  private let reading: TimeAmount
  private let state = NIOLockedValueBox(State())

  /// - Parameters:
  ///   - telling: how long after `/observe` the first answer to it comes.
  ///   - reading: how long after that answer the first read.
  init(telling: TimeAmount, reading: TimeAmount) {
    self.telling = telling
    self.reading = reading
  }

  /// What each read of the observed connection returned.
  var reads: [[UInt8]] { state.withLockedValue { $0.reads } }

  func run(_ body: (Int) async throws -> Void) async throws {
    let peer = try await Peer(
      reads: false,
      accepted: { channel in
        let isFirst = self.state.withLockedValue { state in
          if state.member == nil { state.member = channel } else { state.observer = channel }
          return state.observer == nil
        }
        if !isFirst { channel.setOption(.autoRead, value: true).whenFailure { _ in } }
      }, self.react)
    try await body(peer.port)
    try await peer.stop()
  }

  private func react(_ channel: any Channel, _ bytes: [UInt8]) {
    let (member, observer) = state.withLockedValue { ($0.member, $0.observer) }
    guard channel !== observer else {
      channel.eventLoop.scheduleTask(in: telling) {
        self.tell("guest1")
        channel.eventLoop.scheduleTask(in: self.reading) {
          member?.setOption(.autoRead, value: true).whenFailure { _ in }
        }
      }
      return
    }
    let offset = state.withLockedValue { state in
      state.reads.append(bytes)
      return state.reads.dropLast().joined().count
    }
    let fact = WireFact(.read, offset: offset, length: bytes.count, microseconds: 1)
    observer?.say(Array((Event.wire(fact).text + "\n").utf8))
    tell("bob")
  }

  private func tell(_ nick: String) {
    let (member, observer) = state.withLockedValue { ($0.member, $0.observer) }
    let port = member?.remoteAddress?.port ?? 0
    let event = Event.observing(Observed(framing: .raw, port: port, nick: nick, readSize: 1_024))
    observer?.say(Array((event.text + "\n").utf8))
  }
}
