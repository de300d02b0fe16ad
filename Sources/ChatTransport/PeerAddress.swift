package import NIOCore

/// An address as people write it: `127.0.0.1:20000`, `[::1]:20000`.
package struct PeerAddress: Hashable, Sendable, CustomStringConvertible {
  /// Without brackets.
  package let host: String
  package let port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// An IPv4 peer of a socket that takes both versions is shown as what it is (RFC 4291, section 2.5.5.2).
  package init(_ address: SocketAddress?) {
    let host = address?.ipAddress ?? "?"
    let mapped = host.hasPrefix("::ffff:") && host.contains(".")
    self.init(host: mapped ? String(host.dropFirst(7)) : host, port: address?.port ?? 0)
  }

  /// Whether it is of this machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3).
  package var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") }

  /// Whether what is sent to it from a socket bound to `local` comes back to that very socket.
  ///
  /// No peer has such an address, but a forged datagram may name it: whoever echoes that would do so without end.
  package func comesBack(to local: PeerAddress) -> Bool {
    port == local.port && (host == local.host || isLoopback)
  }

  package var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
