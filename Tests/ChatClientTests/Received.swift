import NIOConcurrencyHelpers

/// What a server has read so far, from whatever thread.
final class Received: Sendable {
  private struct State {
    var reads: [[UInt8]] = []
    var waiter: (count: Int, CheckedContinuation<Void, Never>)?

    var count: Int { reads.reduce(0) { $0 + $1.count } }
  }

  private let state = NIOLockedValueBox(State())

  var bytes: [UInt8] { state.withLockedValue { $0.reads.flatMap { $0 } } }
  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// What each read returned.
  var reads: [String] {
    state.withLockedValue { $0.reads.map { String(decoding: $0, as: UTF8.self) } }
  }

  func append(_ bytes: [UInt8]) {
    let waiter = state.withLockedValue { state -> CheckedContinuation<Void, Never>? in
      state.reads.append(bytes)
      guard let waiter = state.waiter, state.count >= waiter.count else { return nil }
      state.waiter = nil
      return waiter.1
    }
    waiter?.resume()
  }

  /// Returns once there are that many bytes; one caller at a time.
  func holds(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLockedValue { state in
        guard state.count < count else { return true }
        state.waiter = (count, continuation)
        return false
      }
      if isThere { continuation.resume() }
    }
  }
}
