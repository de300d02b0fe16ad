package import ChatTransport
package import ChatWire

/// Where a server listens, with the ports that the kernel chose.
package struct Addresses: Equatable, Sendable {
  /// The listeners that are on.
  package let bound: [Framing: PeerAddress]

  package subscript(framing: Framing) -> PeerAddress? { bound[framing] }

  /// What `/ports` says.
  package var ports: [Framing: Int] { bound.mapValues(\.port) }

  /// The order in which listeners are bound and told.
  static let order: [Framing] = [.length, .raw, .line, .udp]

  /// One line for each listener, as the server's standard output begins.
  package var lines: [String] {
    Addresses.order.compactMap { framing in
      bound[framing].map { "listening \(framing.rawValue) \($0)" }
    }
  }
}
