package import ChatScreen
import Synchronization

/// Messages from any thread for the one loop that owns the model, in order.
///
/// Whoever puts wakes the loop at most once a batch; the loop takes all that has come.
package final class Mailbox: Sendable {
  private struct State {
    var messages: [Message] = []
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  package init() {}

  package func put(_ message: Message) {
    let waiter = state.withLock { state in
      state.messages.append(message)
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }

  /// All messages that are there, none if none are.
  package func take() -> [Message] {
    state.withLock { state in
      defer { state.messages = [] }
      return state.messages
    }
  }

  /// Returns once there is a message; one caller at a time.
  package func wait() async {
    await withCheckedContinuation { continuation in
      let ready = state.withLock { state in
        guard state.messages.isEmpty else { return true }
        state.waiter = continuation
        return false
      }
      if ready { continuation.resume() }
    }
  }
}
