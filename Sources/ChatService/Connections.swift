import ChatTransport
import ChatWire

/// The TCP connections of a server, in no order.
struct Connections {
  /// Iterating over it goes on undisturbed by those that come and go meanwhile.
  private(set) var all: [Connection] = []
  /// Their sending halves, in the same order.
  private(set) var outlets: [Outlet] = []
  private var byAddress: [Framing: [PeerAddress: Connection]] = [:]

  var isEmpty: Bool { all.isEmpty }

  /// The connection from a client's address to the listener of a framing.
  subscript(framing: Framing, address: PeerAddress) -> Connection? {
    byAddress[framing]?[address]
  }

  mutating func insert(_ connection: Connection, _ outlet: Outlet) {
    connection.slot = all.count
    all.append(connection)
    outlets.append(outlet)
    byAddress[connection.framing, default: [:]][connection.address] = connection
  }

  mutating func remove(_ connection: Connection) {
    guard all.indices.contains(connection.slot), all[connection.slot] === connection else { return }
    // Its port may be another's by now.
    if self[connection.framing, connection.address] === connection {
      byAddress[connection.framing]?[connection.address] = nil
    }
    let last = all.removeLast()
    let lastOutlet = outlets.removeLast()
    guard last !== connection else { return }
    last.slot = connection.slot
    all[connection.slot] = last
    outlets[connection.slot] = lastOutlet
  }
}
