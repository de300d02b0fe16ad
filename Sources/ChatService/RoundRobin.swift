import DequeModule
import NIOCore

/// Who is attended to next: each connection for a slice, and those who want more than one in turn.
///
/// Whoever has waited for nothing yet has at least one message done at once, so that a word among heavy users waits
/// for a round at most. Writing goes before reading; while what was said has not reached everybody for want of time, a
/// turn at being read is one message.
final class RoundRobin {
  /// How long one connection is attended to at a time.
  private static let slice = TimeAmount.milliseconds(1)
  /// How long all together are in one turn of the loop.
  private static let round = TimeAmount.milliseconds(10)
  /// Between two rounds: what is due at once runs before NIO looks at the sockets again, a timer behind it.
  private static let pause = TimeAmount.milliseconds(1)

  /// How many are asked whether they are behind.
  private static let sample = 16

  private unowned let hub: Hub
  private var writers: Deque<Outlet> = []
  private var readers: Deque<Connection> = []
  private var isSet = false
  private var end: NIODeadline?
  /// The number of this turn of the loop.
  private(set) var turn = 0

  init(_ hub: Hub) {
    self.hub = hub
  }

  /// Another turn of the loop begins.
  func next() {
    turn += 1
    end = nil
  }

  /// When the slice ends in which a connection is read now.
  func readingEnd() -> NIODeadline { isBehind ? .now() : sliceEnd() }

  /// When the slice ends that a connection has now.
  func sliceEnd() -> NIODeadline {
    let now = NIODeadline.now()
    let end = end ?? now + RoundRobin.round
    self.end = end
    return min(now + RoundRobin.slice, max(now, end))
  }

  /// Puts somebody who has more to write behind the others that wait.
  func append(_ outlet: Outlet) {
    writers.append(outlet)
    hub.wake()
  }

  /// Puts somebody of whom more is to be done behind the others that wait.
  func append(_ connection: Connection) {
    readers.append(connection)
    hub.wake()
  }

  /// Has those who wait attended to after a pause, which begins when all else is done: a timer that is due before that
  /// runs before NIO looks at the sockets.
  func set() {
    guard !isSet, !writers.isEmpty || !readers.isEmpty else { return }
    isSet = true
    // The timer may outlast everything else that keeps the hub.
    hub.loop.assumeIsolated().scheduleTask(in: RoundRobin.pause) { [hub] in
      hub.turns.isSet = false
      hub.take { hub.turns.attend() }
    }
  }

  private func attend() {
    next()
    _ = sliceEnd()
    var rest = writers.count
    while rest > 0, !isOver, let outlet = writers.popFirst() {
      outlet.rested()
      rest -= 1
    }
    rest = readers.count
    // The first in any case: whoever writes may always have more.
    while rest > 0, let connection = readers.popFirst() {
      connection.rested()
      rest -= 1
      if isOver || isBehind { break }
    }
  }

  private var isOver: Bool { end.map { .now() >= $0 } ?? false }

  /// Whether some of those first in line wait for what everybody was told, not for answers of their own.
  private var isBehind: Bool { writers.prefix(RoundRobin.sample).contains(where: \.isBehind) }
}
