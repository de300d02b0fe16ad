import Dispatch
import Glibc
import NIOConcurrencyHelpers

/// Lines on their way to a descriptor, written by a queue of their own so that nobody waits for it.
///
/// No more than `limit` bytes wait. Lines that come meanwhile are lost, and a line says how many once there is
/// room again.
package final class Spool: Sendable {
  private struct State {
    var waiting: [UInt8] = []
    var lost = 0
    /// Whether the queue writes now, or will look again.
    var isAwake = false
    var isWriting = false
    /// The other end is closed; nothing is kept any more.
    var isClosed = false
  }

  /// What comes in so short a time, in seconds, is written together, so that nobody is woken for each line; the first
  /// one after it is written at once.
  private static let pause = 0.1

  private let limit: Int
  private let output: @Sendable (ArraySlice<UInt8>) -> Int
  private let state = NIOLockedValueBox(State())
  private let queue = DispatchQueue(label: "console")
  /// Ends a pause, as more waits than should in one.
  private let hurry = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - limit: bytes that wait at most.
  ///   - output: writes some of the bytes, as long as that takes, and returns how many; 0 when it never can again.
  package init(limit: Int = 1 << 20, output: @escaping @Sendable (ArraySlice<UInt8>) -> Int) {
    self.limit = limit
    self.output = output
  }

  /// Lines to a descriptor, by write(2).
  package convenience init(descriptor: CInt) {
    self.init { bytes in Spool.write(bytes, to: descriptor) }
  }

  /// Lines to nowhere.
  package static var none: Spool { Spool { $0.count } }

  /// Puts one line, its LF included, behind the others; returns at once.
  package func write(_ line: [UInt8]) {
    write { $0 += line }
  }

  /// Has `line` appended to what waits, its LF included; returns at once.
  func write(_ line: (inout [UInt8]) -> Void) {
    let (begins, isMuch) = state.withLockedValue { state in
      guard !state.isClosed else { return (false, false) }
      let count = state.waiting.count
      line(&state.waiting)
      if state.waiting.count > limit {
        state.waiting.removeLast(state.waiting.count - count)
        state.lost += 1
        return (false, false)
      }
      defer { state.isAwake = true }
      return (!state.isAwake, count <= limit / 4 && state.waiting.count > limit / 4)
    }
    if begins { queue.async { self.drain() } } else if isMuch { hurry.signal() }
  }

  /// Whether everything was written, or never can be.
  package var isDrained: Bool {
    state.withLockedValue { !$0.isWriting && $0.waiting.isEmpty && $0.lost == 0 }
  }

  /// Writes what waits, and looks again a while later as long as there is something.
  private func drain() {
    while let bytes = next() {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = output(rest)
        guard count > 0 else { return close() }
        rest = rest.dropFirst(count)
      }
      state.withLockedValue { $0.isWriting = false }
      _ = hurry.wait(timeout: .now() + Spool.pause)
    }
  }

  private func next() -> [UInt8]? {
    state.withLockedValue { state in
      var bytes: [UInt8] = []
      swap(&bytes, &state.waiting)
      // About as much comes in the next pause.
      state.waiting.reserveCapacity(bytes.count)
      if state.lost > 0 {
        bytes += Array("… \(state.lost) lines lost: the console was not read\n".utf8)
        state.lost = 0
      }
      (state.isAwake, state.isWriting) = (!bytes.isEmpty, !bytes.isEmpty)
      return bytes.isEmpty ? nil : bytes
    }
  }

  private func close() {
    state.withLockedValue { state in
      (state.isClosed, state.isAwake, state.isWriting) = (true, false, false)
      (state.waiting, state.lost) = ([], 0)
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) -> Int {
    while true {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { return count }
      guard errno == EAGAIN || errno == EINTR else { return 0 }
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&ready, 1, -1)
    }
  }
}
