package import ChatWire

/// Where the client talks to, and how messages end there.
package struct Endpoint: Hashable, Sendable, CustomStringConvertible {
  package var framing: Framing
  package var host: String
  package var port: Int

  package init(framing: Framing, host: String, port: Int) {
    self.framing = framing
    self.host = host
    self.port = port
  }

  /// The endpoint as the status line shows it: `raw 127.0.0.1:20000`.
  package var description: String { "\(framing.rawValue) \(address)" }

  /// The endpoint without its framing: `127.0.0.1:20000`, `[::1]:20000`.
  package var address: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
