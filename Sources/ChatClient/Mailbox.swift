import Synchronization

/// What happens on any thread, for the one loop that owns the model, in order.
///
/// Whoever puts wakes the loop at most once a batch; the loop takes all that has come.
package final class Mailbox<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Items from which on the mailbox is full; it takes more, but who can wait should.
  package static var limit: Int { 1_024 }

  package init() {}

  /// Puts one item behind the others.
  ///
  /// - Returns: whether there is room for more.
  @discardableResult
  package func put(_ item: Item) -> Bool {
    let (waiter, hasRoom) = state.withLock { state in
      state.items.append(item)
      defer { state.waiter = nil }
      return (state.waiter, state.items.count < Mailbox.limit)
    }
    waiter?.resume()
    return hasRoom
  }

  /// All items that are there, none if none are.
  package func take() -> [Item] {
    state.withLock { state in
      defer { state.items = [] }
      return state.items
    }
  }

  /// Returns once there is an item; one caller at a time.
  package func wait() async {
    await withCheckedContinuation { continuation in
      let ready = state.withLock { state in
        guard state.items.isEmpty else { return true }
        state.waiter = continuation
        return false
      }
      if ready { continuation.resume() }
    }
  }
}
