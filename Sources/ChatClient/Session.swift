package import ChatScreen
package import ChatWire
package import Logging
package import NIOCore
import NIOPosix

/// The client's conversation with a server across connections: it dials, comes back, and changes framing.
///
/// Everything that happens is told through `report` as messages for the screen; what the screen wants is
/// given to `perform`. Both may be called from anywhere; the session itself lives on one event loop.
package struct Session: Sendable {
  private let loop: any EventLoop
  private let state: NIOLoopBound<SessionState>

  /// - Parameters:
  ///   - configuration: where to go and under which name.
  ///   - logger: takes diagnostics.
  ///   - loop: where the session lives.
  ///   - report: called on the loop, in order; false asks for a pause until `resume`.
  /// - Returns: the session, already dialling.
  /// - Throws: if the loop is shut down.
  package static func start(
    _ configuration: SessionConfiguration, logger: Logger,
    on loop: (any EventLoop)? = nil,
    report: @escaping @Sendable (Message) -> Bool
  ) async throws -> Session {
    let loop = loop ?? configuration.loop ?? MultiThreadedEventLoopGroup.singleton.next()
    return try await loop.submit {
      let state = SessionState(configuration, logger: logger, on: loop, report: report)
      if let file = configuration.capture { state.capture(file) }
      state.dial()
      return Session(loop: loop, state: NIOLoopBound(state, eventLoop: loop))
    }.get()
  }

  /// Does one thing that the screen wants; those that concern no connection do nothing.
  package func perform(_ effect: Effect) {
    loop.execute { state.value.perform(effect) }
  }

  /// Reads on after `report` asked for a pause.
  package func resume() {
    loop.execute { state.value.resume() }
  }

  /// Returns when the kernel has taken everything that was sent so far, or the connection is gone.
  package func settled() async {
    try? await loop.flatSubmit { state.value.settled() }.get()
  }

  /// Leaves for good; returns when the connection is closed.
  package func leave(reason: String) async {
    try? await loop.flatSubmit { state.value.leave(reason: reason) }.get()
  }
}

/// Where a session goes, and under which name.
package struct SessionConfiguration: Sendable {
  package var endpoint: Endpoint
  package var nick: Nick
  /// The server is not ours: nothing but messages is sent, and no second connection opened.
  package var foreign: Bool
  /// Ports that were given for other framings; those that the server tells come first.
  package var ports: [Framing: Int]
  /// Where it lives, nil for any; on that of an embedded server nothing is read while a burst is written.
  package var loop: (any EventLoop)?
  /// Takes the wire from the first connection on.
  package var capture: CaptureFile?

  package init(endpoint: Endpoint, nick: Nick, foreign: Bool = false, ports: [Framing: Int] = [:]) {
    self.endpoint = endpoint
    self.nick = nick
    self.foreign = foreign
    self.ports = ports
  }
}
