import DequeModule
import NIOConcurrencyHelpers

/// What happens on any thread, for the one loop that owns the model, in order.
///
/// Whoever puts wakes the loop at most once a batch; the loop takes a batch of what has come, what is urgent first.
package final class Mailbox: Sendable {
  /// What the loop takes at once.
  package struct Batch {
    package var items: [Occurrence]
    /// Whether something urgent is among them.
    package var isUrgent: Bool
    /// Whether the mailbox was full and is not any more.
    package var makesRoom: Bool
  }

  private struct State {
    var urgent: [Occurrence] = []
    var items: Deque<Occurrence> = []
    /// Bytes of the wire in the items.
    var bytes = 0
    var isFull = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = NIOLockedValueBox(State())

  /// Items from which on the mailbox is full; it takes more, but who can wait should.
  ///
  /// What a server gives in a tenth of a second, at 300 B each: a program that reads no more is soon cut as slow.
  package static let limit = 16_384

  /// Bytes of the wire from which on it is full too: a terminal that takes nothing for an hour costs no more.
  package static let bytes = 8 << 20

  /// The most items of one batch, about 1 ms of work: what is urgent waits no longer.
  package static let batch = 512

  package init() {}

  /// Puts one item behind the others, or behind the urgent ones only.
  ///
  /// - Returns: whether there is room for more.
  @discardableResult
  package func put(_ item: Occurrence, urgent: Bool = false) -> Bool {
    let (waiter, hasRoom) = state.withLockedValue { state in
      if urgent { state.urgent.append(item) } else { state.items.append(item) }
      defer { state.waiter = nil }
      state.bytes += item.bytes
      state.isFull =
        state.isFull || state.items.count >= Mailbox.limit || state.bytes >= Mailbox.bytes
      return (state.waiter, !state.isFull)
    }
    waiter?.resume()
    return hasRoom
  }

  /// The first items that are there, none if none are.
  package func take(_ count: Int = Mailbox.batch) -> Batch {
    state.withLockedValue { state in
      let count = min(count, state.items.count)
      let items = state.urgent + state.items.prefix(count)
      let isUrgent = !state.urgent.isEmpty
      state.urgent = []
      state.items.removeFirst(count)
      for item in items { state.bytes -= item.bytes }
      let makesRoom =
        state.isFull && state.items.count <= Mailbox.limit - Mailbox.batch
        && state.bytes < Mailbox.bytes / 2
      if makesRoom { state.isFull = false }
      return Batch(items: items, isUrgent: isUrgent, makesRoom: makesRoom)
    }
  }

  /// Returns once there is an item; one caller at a time.
  package func wait() async {
    await withCheckedContinuation { continuation in
      let ready = state.withLockedValue { state in
        guard state.items.isEmpty, state.urgent.isEmpty else { return true }
        state.waiter = continuation
        return false
      }
      if ready { continuation.resume() }
    }
  }
}
