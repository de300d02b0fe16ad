/// What the server bounds, apart from the largest frame; the defaults are those of a hall of people.
///
/// Sizes are bytes, times milliseconds.
package struct Limits: Equatable, Sendable {
  /// The longest line, its end not counted.
  package var line = 4_096
  /// How long the server waits for the rest of a message, and for a sign of life.
  package var patience = Patience.Policy()
  /// How far behind a client may fall.
  package var lag = LagPolicy()
  /// How fast a client may send; nil is the default beyond loopback, and no bound on loopback.
  package var rate: Allowance.Rate?
  /// How many clients an address may have; nil is the default beyond loopback, and no bound on loopback.
  package var address: Door.Bounds?
  /// Clients at a time, where the limit of open files allows as many.
  package var clients = 10_000
  /// Members over UDP at a time.
  package var datagramMembers = 1_024
  /// How long a member over UDP may be silent.
  package var datagramExpiry = 60_000
  /// Datagrams a second that an address gets back which is not in the room; nil is the default beyond loopback, and no
  /// bound on loopback, where nobody forges an address.
  package var echoes: Int?
  /// Messages of the history.
  package var history = 1_000
  /// Bytes of the history.
  package var historyBytes = 1 << 20
  /// How long who was kicked is kept out, under that name and from that address.
  package var kick = 60_000
  /// Rooms at a time, and those that one member may be in; the lobby, which is always there, not counted.
  package var rooms = Rooms.Bounds()
  /// How long a stopping server lets those who are there have what they have coming.
  package var drain = 10_000

  package init() {}

  /// Descriptors kept for other things than clients.
  private static let reserve = 64

  /// Bytes of the log that are kept at least as long as anybody needs them.
  ///
  /// Who needs more than are kept has more backlog than is borne, but for a plain client that reads next to nothing while
  /// thousands join: it is cut when what it needs is gone.
  package var retention: Int { 2 * max(lag.limit, 1 << 20) }

  /// Clients at a time, with `descriptors` being the limit of open files.
  ///
  /// Where that is so small that the reserve would leave next to nothing, half of it.
  package func clients(descriptors: Int) -> Int {
    min(clients, max(descriptors - Limits.reserve, descriptors / 2))
  }

  /// How fast a client may send, nil for no bound.
  package func rate(isLoopback: Bool) -> Allowance.Rate? {
    rate ?? (isLoopback ? nil : Allowance.Rate())
  }

  /// How many clients an address may have, nil for no bound.
  package func bounds(isLoopback: Bool) -> Door.Bounds? {
    address ?? (isLoopback ? nil : Door.Bounds())
  }
}
