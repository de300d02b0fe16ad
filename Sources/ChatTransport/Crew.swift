import Dispatch
package import NIOCore
import NIOPosix
import NIOConcurrencyHelpers

/// Threads that share the work of handing one batch to many sockets.
///
/// Whoever decides stays on one event loop; only the calls of send(2), most of what a delivery costs, are spread.
package final class Crew: Sendable {
  /// Bytes for one socket in whose queue nothing waits.
  package struct Errand: Sendable {
    package let descriptor: CInt
    package let bytes: ByteBuffer

    package init(_ bytes: ByteBuffer, to descriptor: CInt) {
      self.bytes = bytes
      self.descriptor = descriptor
    }
  }

  /// An errand that the kernel did not take all of.
  package struct Shortfall: Sendable {
    /// Which errand.
    package let index: Int
    /// Bytes that it took.
    package let taken: Int
  }

  /// A thread is not woken for fewer sockets than these: that costs as much as a few sends.
  private static let worthwhile = 16

  private let pool: NIOThreadPool
  private let helpers: Int

  /// - Parameter threads: how many work together, the caller among them; 2 at least.
  package init(threads: Int) {
    helpers = max(1, threads - 1)
    pool = NIOThreadPool(numberOfThreads: helpers)
    pool.start()
  }

  /// Sends all of it, each to a socket of its own, and returns when that is done.
  ///
  /// No descriptor may be closed meanwhile: the caller is the loop that would close it.
  ///
  /// - Returns: what is left to do.
  package func send(_ errands: [Errand]) -> [Shortfall] {
    let share = max(Crew.worthwhile, (errands.count + helpers) / (helpers + 1))
    let shares = stride(from: share, to: errands.count, by: share).map {
      $0..<min($0 + share, errands.count)
    }
    let rest = Rest()
    for range in shares {
      pool.submit { _ in
        rest.add(Crew.send(errands[range]))
        rest.done.signal()
      }
    }
    rest.add(Crew.send(errands.prefix(share)))
    for _ in shares { rest.done.wait() }
    return rest.all
  }

  package func end() async {
    try? await pool.shutdownGracefully()
  }

  private static func send(_ errands: ArraySlice<Errand>) -> [Shortfall] {
    var rest: [Shortfall] = []
    for index in errands.indices {
      let errand = errands[index]
      let taken = DirectWrite.send(errand.bytes, to: errand.descriptor)
      if taken < errand.bytes.readableBytes { rest.append(Shortfall(index: index, taken: taken)) }
    }
    return rest
  }

  /// What the threads found left to do.
  private final class Rest: Sendable {
    let done = DispatchSemaphore(value: 0)
    private let shortfalls = NIOLockedValueBox<[Shortfall]>([])

    var all: [Shortfall] { shortfalls.withLockedValue { $0 } }

    func add(_ more: [Shortfall]) {
      if !more.isEmpty { shortfalls.withLockedValue { $0 += more } }
    }
  }
}
