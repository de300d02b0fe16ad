import ChatWire
import Logging
import NIOConcurrencyHelpers
import Testing

/// What the server counts, each under its name, and logs where it is a limit.
@Suite(.timeLimit(.minutes(3))) struct CountedTests {
  /// Lines as they were logged, at `info` and above, with the metadata that is not an address.
  private struct Logged: LogHandler {
    let lines = NIOLockedValueBox<[String]>([])
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let hasPeer = event.metadata?["peer"] != nil ? " of a peer" : ""
      lines.withLockedValue { $0.append("\(event.message)\(hasPeer)") }
    }
  }

  @Test(arguments: [
    ("frame too long", [0, 0, 0, 0x7f], true), ("not UTF-8", [1, 0, 0, 0, 0xff], true),
    ("message cut", [5, 0, 0, 0, 0x61], true), ("nick refused", Wire.framed("/nick !"), true),
    ("room refused", Wire.framed("/rooms"), true),
    ("quit", Wire.framed("a") + Wire.framed("/quit"), false),
  ])
  func whatWasRefusedOrEnded(name: String, bytes: [UInt8], isLogged: Bool) async throws {
    let logged = Logged()
    try await LiveServer.run(logger: Logger(label: "test") { _ in logged }) { server in
      let wire = try server.connect(.length)
      try wire.send(bytes)
      if name == "message cut" { wire.shutdownSending() }
      #expect(try await server.counts("\(name) 1"))
    }
    #expect(logged.lines.withLockedValue(\.self) == (isLogged ? ["\(name) of a peer"] : []))
  }

  @Test func aReset() async throws {
    try await LiveServer.run { server in
      let wire = try server.listen(.length)
      wire.reset()
      #expect(try await server.counts("connection reset 1"))
    }
  }
}
