import ChatService
import ChatWire
import Logging
import NIOCore

/// A server on ports of its own for as long as `body` runs.
func withServer(
  on loop: (any EventLoop)? = nil, orders: AsyncStream<Order> = .finished,
  _ body: ([Framing: Int]) async throws -> Void
) async throws {
  var configuration = Configuration()
  for framing in Framing.allCases { configuration.ports[framing] = .number(0) }
  let (stop, stopper) = AsyncStream.makeStream(of: Void.self)
  let (ready, announce) = AsyncStream.makeStream(of: [Framing: Int].self)
  let settings = configuration
  let server = Task {
    try await Server(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      .run(on: loop, until: stop, orders: orders) { announce.yield($0.ports) }
  }
  for await ports in ready {
    do { try await body(ports) } catch {
      stopper.finish()
      throw error
    }
    break
  }
  stopper.finish()
  try await server.value
}
