import ChatRoom
import ChatTransport
import Logging
import NIOConcurrencyHelpers

/// Counts what happens, and logs the limits that were met, each once a second at most.
final class Ledger: Sendable {
  private let counters = NIOLockedValueBox(Counters())
  private let logger: Logger

  init(_ logger: Logger) {
    self.logger = logger
  }

  /// What was counted so far.
  var now: Counters { counters.withLockedValue { $0 } }

  /// - Parameters:
  ///   - counter: what happened.
  ///   - address: to whom, if it was one peer.
  func count(_ counter: Counter, _ address: @autoclosure () -> PeerAddress? = nil) {
    guard counter.isLimit else { return counters.withLockedValue { $0.count(counter) } }
    guard let times = counters.withLockedValue({ $0.log(counter, at: Clock.monotonic()) }) else {
      return
    }
    var metadata: Logger.Metadata = times > 1 ? ["times": "\(times)"] : [:]
    if let address = address() { metadata["peer"] = "\(address)" }
    logger.info("\(counter.name)", metadata: metadata)
  }
}
