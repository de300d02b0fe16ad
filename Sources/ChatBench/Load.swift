/// How much is said, by how many, to how many.
package struct Load: Equatable, Sendable {
  package var clients: Int
  /// How many of the clients speak.
  package var senders: Int
  /// Bytes of each message, without its framing.
  package var size: Int
  /// Messages that are on their way at once, all senders together: the next one goes out when the oldest has
  /// reached everybody.
  package var window: Int
  /// Messages a second, all senders together; 0 for as fast as the window allows.
  package var rate: Int
  /// The work to be done.
  package var amount: Amount
  /// Clients that join a second; 0 for as fast as the server lets them in.
  package var joins = 0
  /// Further clients that join and never read.
  package var deaf = 0
  /// Further clients on the raw port, which read what the others say.
  package var raw = 0
  /// Whether the generator looks for what comes without ever sleeping.
  ///
  /// It takes a core then; a sleeping one is woken by the server's send(2), which costs the server time and adds to
  /// the latency what clients on machines of their own would not.
  package var spins = false

  package enum Amount: Equatable, Sendable {
    case messages(Int)
    case seconds(Double)
  }

  package init(
    clients: Int, senders: Int, size: Int = 64, window: Int, rate: Int = 0,
    amount: Amount = .seconds(2)
  ) {
    self.clients = clients
    self.senders = senders
    self.size = size
    self.window = window
    self.rate = rate
    self.amount = amount
  }
}

/// A load that is compared between servers.
package struct Regime: Equatable, Sendable {
  package var name: String
  package var load: Load

  /// The four that the project's bars are stated for.
  package static let all = [
    Regime(name: "firehose", load: Load(clients: 100, senders: 1, window: 64)),
    Regime(name: "crowd", load: Load(clients: 100, senders: 50, window: 200)),
    Regime(name: "talk", load: Load(clients: 100, senders: 10, window: 1)),
    Regime(name: "hall", load: Load(clients: 1_000, senders: 50, window: 100)),
  ]
}
