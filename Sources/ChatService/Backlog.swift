import ChatRoom
import ChatTransport
import ChatWire
import NIOCore

// What waits at one connection, and for how long it is borne.
extension Outlet {
  /// Bytes that NIO holds since the kernel did not take them.
  private var inFlight: Int { clear == nil ? queued : 0 }

  /// What NIO says of that, by way of its channel's options.
  var queued: Int {
    (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }

  /// Bytes that wait for the peer, here or in NIO.
  var backlog: Int { outbox.unsent + outbox.asideBytes + inFlight }

  /// Bytes that the kernel has taken so far; where there is none to ask, a number that changes with them.
  private var taken: Int {
    StreamSocket(context.channel).facts.map { $0.bytesOut + $0.notSent } ?? -inFlight
  }

  /// Why its peer is too slow a reader, nil if it is none or was given no chance yet; asked now and then.
  func lag(_ backlog: Int, _ policy: LagPolicy, at now: Int) -> Lag.Verdict? {
    lag.look(backlog: backlog, taken: backlog > 0 ? taken : 0, policy, at: now)
  }

  /// Whether it is not further behind than the room tolerates.
  var isTolerable: Bool {
    isEnding || awaited != .max
      || !isLost && (outbox.isIdle(hub.room.log) || backlog <= hub.configuration.lag.limit)
  }

  /// Whether something that it was to get is not kept any more.
  var isLost: Bool { outbox.isLost }
}
