public import ArgumentParser
import ChatOptions
import ChatService
import ChatTransport
import Glibc
public import Logging
import UnixSignals

/// The program: options in, a server that runs until SIGTERM or SIGINT.
@main
struct ChatServer: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "chat-server",
      abstract: "A chat server that shows its own wire, on four kinds of port.",
      discussion: discussion,
      version: Release.version)
  }

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

  @Option(
    help: """
      Threads that hand out what was said, from 1 to 64; one of them does everything else too. More than one \
      pays where cores are idle and the room is large.
      """)
  var threads = standard.threads

  @Flag(help: "Bind an address that other machines reach, though nothing is encrypted.")
  var allowInsecure = false

  @Option(
    help: """
      The least severe diagnostics that go to standard error: trace, debug, info, notice, warning, error or \
      critical.
      """)
  var logLevel = Logger.Level.info

  @OptionGroup var limits: LimitOptions

  func validate() throws {
    guard (1...65_536).contains(rawReadSize) else {
      throw ValidationError("--raw-read-size \(rawReadSize) is not from 1 to 65536 bytes.")
    }
    guard (1...16_777_216).contains(maxFrame) else {
      throw ValidationError("--max-frame \(maxFrame) is not from 1 to 16777216 bytes.")
    }
    guard (1...64).contains(threads) else {
      throw ValidationError("--threads \(threads) is not from 1 to 64.")
    }
  }

  func run() async throws {
    // A closed console must not end the server.
    signal(SIGPIPE, SIG_IGN)
    var logger = Logger(label: "chat-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = logLevel
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint, .sigusr1)
    let (stop, stops) = AsyncStream.makeStream(of: Void.self)
    let (orders, seat) = AsyncStream.makeStream(of: Order.self)
    let watching = Task {
      for await signal in signals {
        if signal == .sigusr1 { seat.yield(.stats) } else { stops.yield() }
      }
    }
    let sitting = Task {
      for await order in SeatLines.orders(from: STDIN_FILENO) { seat.yield(order) }
    }
    defer {
      watching.cancel()
      sitting.cancel()
    }
    let server = Server(settings, console: Spool(descriptor: STDOUT_FILENO), logger: logger)
    try await server.run(until: stop, orders: orders)
  }

  /// How much memory that may take, with the limits of this very command line; in a manual page, which is for
  /// every machine, how to find out.
  private static var discussion: String {
    guard !isAsking else { return "" }
    guard !CommandLine.arguments.contains("--experimental-dump-help") else {
      return "With other options before it, --help says how much memory they may take here."
    }
    let asked = ["-h", "--help", "-help", "--version"]
    let arguments = CommandLine.arguments.dropFirst().filter { !asked.contains($0) }
    let given = $isAsking.withValue(true) { try? parse(Array(arguments)) }
    let settings = given?.settings ?? standard
    return settings.memory(descriptors: DescriptorLimit.raise()).text
  }

  /// Whether the command line is parsed only to say what its limits come to.
  @TaskLocal private static var isAsking = false

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
    settings.threads = threads
    limits.apply(to: &settings)
    return settings
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
