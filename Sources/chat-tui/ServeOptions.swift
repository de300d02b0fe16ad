import ArgumentParser
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
    help: "The raw port, 1 to 65535: that of --serve, and the one that F2 changes to.",
    transform: PortNumber.parse)
  var rawPort: Int?

  @Option(
    help: "The line port, 1 to 65535: that of --serve, and the one that F2 changes to.",
    transform: PortNumber.parse)
  var linePort: Int?

  @Option(
    help: "The UDP port, 1 to 65535: that of --serve, and the one that F2 changes to.",
    transform: PortNumber.parse)
  var udpPort: Int?

  /// The ports that were given.
  var ports: [Framing: Int] {
    var ports: [Framing: Int] = [:]
    ports[.raw] = rawPort
    ports[.line] = linePort
    ports[.udp] = udpPort
    return ports
  }

  /// The configuration of the server, `port` being that of `framing`.
  func configuration(host: String, framing: Framing, port: Int) -> Configuration {
    var configuration = Configuration()
    configuration.host = host
    configuration.ports = ports.mapValues(Configuration.Port.number)
    configuration.ports[framing] = .number(port)
    return configuration
  }
}
