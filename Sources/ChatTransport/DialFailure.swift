import Glibc
import NIOCore
import NIOPosix

/// Why a server could not be reached, as a sentence.
package struct DialFailure: Error, CustomStringConvertible, Sendable {
  /// Nobody listens there: the connection was refused.
  package let refused: Bool
  package let description: String

  /// - Parameters:
  ///   - error: what dialling threw.
  ///   - address: `HOST:PORT` as people write it.
  package init(_ error: any Error, address: String) {
    let causes = (error as? NIOConnectionError)?.connectionErrors.map(\.error) ?? [error]
    let numbers = causes.compactMap { ($0 as? IOError)?.errnoCode }
    refused = numbers.contains(ECONNREFUSED)
    if refused {
      description = "no server at \(address)"
    } else if causes.contains(where: DialFailure.isTimeout) {
      description = "no answer from \(address) within \(Dial.timeout.nanoseconds / 1_000_000_000) s"
    } else if let number = numbers.first {
      description = "cannot reach \(address): \(String(cString: strerror(number)))"
    } else {
      description = "cannot find the host of \(address)"
    }
  }

  private static func isTimeout(_ error: any Error) -> Bool {
    guard case .connectTimeout = error as? ChannelError else { return false }
    return true
  }
}
