import Glibc
import NIOCore
import NIOPosix

/// Why a server could not be reached, as a sentence.
package struct DialFailure: Error, CustomStringConvertible, Sendable {
  package enum Cause: Equatable, Sendable {
    /// Nobody listens there: the connection was refused.
    case refused
    /// Nobody answered in so many seconds.
    case timeout(seconds: Int)
    /// The system's own words.
    case error(String)
    case unknownHost
  }

  package let cause: Cause
  /// `HOST:PORT` as people write it.
  package let address: String

  /// - Parameters:
  ///   - error: what dialling threw.
  ///   - address: `HOST:PORT` as people write it.
  package init(_ error: any Error, address: String) {
    let causes = (error as? NIOConnectionError)?.connectionErrors.map(\.error) ?? [error]
    let numbers = causes.compactMap { ($0 as? IOError)?.errnoCode }
    self.address = address
    if numbers.contains(ECONNREFUSED) {
      cause = .refused
    } else if causes.contains(where: DialFailure.isTimeout) {
      cause = .timeout(seconds: Int(Dial.timeout.nanoseconds / 1_000_000_000))
    } else if let number = numbers.first {
      cause = .error(String(cString: strerror(number)))
    } else {
      cause = .unknownHost
    }
  }

  package var description: String {
    switch cause {
    case .refused: "no server at \(address)"
    case .timeout(let seconds): "no answer from \(address) within \(seconds) s"
    case .error(let words): "cannot reach \(address): \(words)"
    case .unknownHost: "cannot find the host of \(address)"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch cause {
    case .refused: "chat-server starts one, --host and --port name another"
    case .timeout, .error, .unknownHost: "--host and --port name another"
    }
  }

  private static func isTimeout(_ error: any Error) -> Bool {
    guard case .connectTimeout = error as? ChannelError else { return false }
    return true
  }
}
