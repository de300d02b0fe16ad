package import ChatRoom
package import ChatTransport
package import ChatWire
import NIOCore

/// What a server is told before it starts.
package struct Configuration: Sendable {
  /// Where one of the listeners is.
  package enum Port: Equatable, Sendable {
    /// 0 is any free port.
    case number(Int)
    case off

    /// Reads a port as it is written behind a flag: a number, `0` for any free one, or `off`.
    package init?(_ text: String) {
      if text == "off" {
        self = .off
      } else if let number = UInt16(text) {
        self = .number(Int(number))
      } else {
        return nil
      }
    }
  }

  /// The address to bind.
  package var host = "127.0.0.1"
  /// Whether an address may be bound that other machines reach.
  package var allowsInsecure = false
  /// The ports that were asked for; the others are the default ones.
  package var ports: [Framing: Port] = [:]
  /// Bytes that one read on the raw port may return, 1 to 65,536.
  package var rawReadSize = 1_024
  /// The largest payload of a frame, in bytes.
  package var maxFrame = WireLimit.frame
  package var limits = Limits()
  /// When the kernel gives up a connection.
  package var keepAlive = KeepAlive()
  /// Threads that hand messages out; one runs everything else too.
  package var threads = 1
  /// The name of the room.
  package var room = "lobby"

  package init() {}

  /// Whether nobody but this machine can reach the address.
  package var isLoopback: Bool {
    guard let address = try? SocketAddress(ipAddress: host, port: 0).ipAddress else {
      return host == "localhost"
    }
    return address == "::1" || address.hasPrefix("127.")
  }

  /// The port for `framing`: UDP beyond loopback is off unless it was asked for.
  package func port(_ framing: Framing) -> Port {
    ports[framing]
      ?? (framing == .udp && !isLoopback ? .off : .number(framing.defaultPort))
  }
}

extension Configuration {
  /// How far behind a client may fall.
  package var lag: LagPolicy {
    get { limits.lag }
    set { limits.lag = newValue }
  }

  /// The memory that the server needs at most, with `descriptors` being the limit of open files.
  package func memory(descriptors: Int) -> MemoryBound {
    MemoryBound(limits, maxFrame: maxFrame, descriptors: descriptors)
  }

  package var lengthPort: Port {
    get { port(.length) }
    set { ports[.length] = newValue }
  }

  package var rawPort: Port {
    get { port(.raw) }
    set { ports[.raw] = newValue }
  }

  package var linePort: Port {
    get { port(.line) }
    set { ports[.line] = newValue }
  }

  package var udpPort: Port {
    get { port(.udp) }
    set { ports[.udp] = newValue }
  }
}

extension Framing {
  /// The flag of `chat-server` that says its port.
  package var flag: String { self == .length ? "--port" : "--\(rawValue)-port" }
}
