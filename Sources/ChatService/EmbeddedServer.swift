package import Logging
package import NIOCore

/// A server inside another program, on the next free ports where the wanted ones are taken.
package enum EmbeddedServer {
  /// Ports that are tried behind one that is taken.
  private static let reach = 100

  /// Listens and serves until it is told to stop, as `Server.run` does.
  ///
  /// - Parameters:
  ///   - configuration: where to listen; a port in use is moved to the next free one.
  ///   - logger: takes diagnostics.
  ///   - loop: runs the server; nil for one of its own. On the loop of a client nothing is read while that one writes.
  ///   - stop: the requests to stop.
  ///   - ready: called once, with the ports that it became.
  /// - Throws: `StartError`, if no port within reach is free or the address can't be bound.
  package static func run<Stop: AsyncSequence & Sendable>(
    _ configuration: Configuration, logger: Logger, on loop: (any EventLoop)? = nil,
    until stop: Stop, ready: @Sendable (Addresses) async -> Void
  ) async throws(StartError) where Stop.Failure == Never {
    var configuration = configuration
    var tries = 0
    while true {
      do throws(StartError) {
        return try await Server(configuration, logger: logger)
          .run(on: loop, until: stop, ready: ready)
      } catch {
        guard case .portInUse(let framing, _, let port) = error, port < 65_535, tries < reach else {
          throw error
        }
        tries += 1
        configuration.ports[framing] = .number(port + 1)
      }
    }
  }
}
