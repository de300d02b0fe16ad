/// How the end of a message is marked on a port.
package enum Framing: String, CaseIterable, Sendable {
  case length, raw, line, udp

  /// The port a server listens on unless told otherwise.
  package var defaultPort: Int {
    switch self {
    case .length, .udp: 30_000
    case .raw: 20_000
    case .line: 25_000
    }
  }

  /// The bytes that one message may have, sent by a client.
  package var limit: Int {
    switch self {
    case .length: WireLimit.frame
    case .line: WireLimit.line
    case .udp: WireLimit.datagram
    case .raw: .max
    }
  }
}

/// The bounds of protocol version 1, in bytes.
package enum WireLimit {
  /// The largest payload of a frame that a client sends.
  package static let frame = 65_536
  /// The longest line that a client sends, its LF not counted.
  package static let line = 4_096
  /// The largest datagram in either direction.
  package static let datagram = 1_200
  /// How much longer than a client's a frame of the server may be: its own prefix.
  package static let frameSlack = 256
  /// How much longer than the largest frame a line of the server may be.
  package static let lineSlack = 64
  /// The width of the length in front of a frame.
  package static let header = 4

  /// The bytes that one message of a server may have, on a server with the default limits.
  package static func fromServer(_ framing: Framing) -> Int {
    switch framing {
    case .length: frame + frameSlack
    case .line: frame + lineSlack
    case .udp: datagram
    case .raw: .max
    }
  }
}
