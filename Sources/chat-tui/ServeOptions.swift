import ArgumentParser
import ChatOptions
import ChatService
import ChatWire

/// The options of the server that the client brings along.
struct ServeOptions: ParsableArguments {
  @Flag(
    help:
      "Start the server inside this program and join it; a port in use is moved to the next free one."
  )
  var serve = false

  @Option(
    help: """
      The raw port of --serve, a number, 0 for any free one, or off; without --serve the one that F2 \
      changes to.
      """)
  var rawPort: Configuration.Port?

  @Option(
    help: """
      The line port of --serve, a number, 0 for any free one, or off; without --serve the one that F2 \
      changes to.
      """)
  var linePort: Configuration.Port?

  @Option(
    help: """
      The UDP port of --serve, a number, 0 for any free one, or off; without --serve the one that F2 \
      changes to.
      """)
  var udpPort: Configuration.Port?

  @OptionGroup(title: "Limits of --serve")
  var limits: LimitOptions

  /// The ports that were given.
  private var given: [Framing: Configuration.Port] {
    var ports: [Framing: Configuration.Port] = [:]
    ports[.raw] = rawPort
    ports[.line] = linePort
    ports[.udp] = udpPort
    return ports
  }

  /// The ports of a server elsewhere, as far as they were given.
  var ports: [Framing: Int] {
    given.compactMapValues { port in
      guard case .number(let number) = port, number > 0 else { return nil }
      return number
    }
  }

  /// The configuration of the server, `port` being that of `framing`.
  func configuration(host: String, framing: Framing, port: Int) -> Configuration {
    var configuration = Configuration()
    configuration.host = host
    configuration.ports = given
    configuration.ports[framing] = .number(port)
    limits.apply(to: &configuration)
    return configuration
  }
}

extension Configuration.Port: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}
