import ArgumentParser
import ChatScreen
import ChatClient
import ChatWire

/// The options that say where the client goes, and how messages end there.
struct Destination: ParsableArguments {
  enum Short: String, EnumerableFlag {
    case raw, line, udp

    static func help(for value: Short) -> ArgumentHelp? { "Short for --framing \(value.rawValue)." }
  }

  @Argument(help: "The server, as HOST or HOST:PORT; short for --host and --port.")
  var server: HostPort?

  @Argument(
    help: "The server's port, where it is not written behind the host.", transform: PortNumber.parse
  )
  var serverPort: Int?

  @Option(help: "The server's name or address; 127.0.0.1 if not given.")
  var host: String?

  @Option(
    help:
      "The server's port, 1 to 65535; the framing's own (length 30000, raw 20000, line 25000, udp 30000) if not given.",
    transform: PortNumber.parse)
  var port: Int?

  @Option(help: "How messages end on the wire: length, raw, line or udp; length if not given.")
  var framing: Framing?

  @Flag
  var short: Short?

  @Flag(
    help:
      "The server is not a WireChat one: send nothing but messages and open no second connection.")
  var foreign = false

  /// The place that all of the options together name.
  var endpoint: Endpoint { endpoint(or: [:]) }

  /// The same, what was not given being as it is set; a port that is set is that of the framing that is set.
  func endpoint(or settings: [Setting: String]) -> Endpoint {
    let given = framing ?? short.flatMap { Framing(rawValue: $0.rawValue) }
    let set = settings[.framing].flatMap { Framing(rawValue: $0) } ?? .length
    let framing = given ?? set
    let port = framing == set ? settings[.port].flatMap { Int($0) } : nil
    return Endpoint(
      framing: framing, host: server?.host ?? host ?? settings[.host] ?? "127.0.0.1",
      port: server?.port ?? serverPort ?? self.port ?? port ?? framing.defaultPort)
  }

  /// Whether any of them was given.
  var isGiven: Bool {
    server != nil || host != nil || port != nil || framing != nil || short != nil || foreign
  }

  func validate() throws {
    if [server?.port, serverPort, port].count(where: { $0 != nil }) > 1 {
      throw ValidationError("give the port once: as HOST:PORT, as HOST PORT or in --port")
    }
    if server != nil, host != nil {
      throw ValidationError("give the server as HOST or in --host, not in both")
    }
    if let host, HostPort(host)?.port != nil {
      throw ValidationError(
        "--host takes no port: give it with --port, or both as chat-tui \(host)")
    }
    if let framing, let short, framing.rawValue != short.rawValue {
      throw ValidationError("--framing \(framing.rawValue) and --\(short.rawValue) differ")
    }
  }
}

/// A TCP or UDP port.
enum PortNumber {
  static func parse(_ text: String) throws -> Int {
    guard let number = Int(text), (0...65_535).contains(number) else {
      throw ValidationError(
        "a port is a number from 1 to 65535, or 0 with --serve for any free one")
    }
    return number
  }
}

extension HostPort: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension Framing: ExpressibleByArgument {}
