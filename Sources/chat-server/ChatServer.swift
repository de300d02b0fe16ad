public import ArgumentParser
import ChatService
import Glibc
public import Logging
import UnixSignals

/// The program: options in, a server that runs until SIGTERM or SIGINT.
@main
struct ChatServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat-server",
    abstract: "A chat server that shows its own wire, on four kinds of port.",
    version: "1")

  private static let standard = Configuration()

  @Option(help: "The address to bind.")
  var host = standard.host

  @Option(help: "The TCP port for length-prefixed frames: a number, 0 for any free one, or off.")
  var port = PortOption(standard.lengthPort)

  @Option(help: "The TCP port without any framing: a number, 0 for any free one, or off.")
  var rawPort = PortOption(standard.rawPort)

  @Option(help: "The TCP port for lines: a number, 0 for any free one, or off.")
  var linePort = PortOption(standard.linePort)

  @Option(
    help: """
      The UDP port: a number, 0 for any free one, or off. (default: 30000, and off where --host is not \
      loopback)
      """)
  var udpPort: PortOption?

  @Option(help: "The bytes that one read on the raw port may return, from 1 to 65536.")
  var rawReadSize = standard.rawReadSize

  @Option(help: "The largest payload of a message, in bytes, from 1 to 16777216.")
  var maxFrame = standard.maxFrame

  @Flag(help: "Bind an address that other machines reach, though nothing is encrypted.")
  var allowInsecure = false

  @Option(
    help: """
      The least severe diagnostics that go to standard error: trace, debug, info, notice, warning, error or \
      critical.
      """)
  var logLevel = Logger.Level.info

  func validate() throws {
    guard (1...65_536).contains(rawReadSize) else {
      throw ValidationError("--raw-read-size \(rawReadSize) is not from 1 to 65536 bytes.")
    }
    guard (1...16_777_216).contains(maxFrame) else {
      throw ValidationError("--max-frame \(maxFrame) is not from 1 to 16777216 bytes.")
    }
  }

  func run() async throws {
    // A closed console must not end the server.
    signal(SIGPIPE, SIG_IGN)
    var logger = Logger(label: "chat-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = logLevel
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let server = Server(settings, console: Spool(descriptor: STDOUT_FILENO), logger: logger)
    try await server.run(until: signals)
  }

  private var settings: Configuration {
    var settings = ChatServer.standard
    settings.host = host
    settings.allowsInsecure = allowInsecure
    settings.lengthPort = port.port
    settings.rawPort = rawPort.port
    settings.linePort = linePort.port
    if let udpPort { settings.udpPort = udpPort.port }
    settings.rawReadSize = rawReadSize
    settings.maxFrame = maxFrame
    return settings
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
