import ChatRoom

/// Who is behind, looked through a few times in the time that they have.
final class Laggards: Waiting {
  private unowned let hub: Hub
  private lazy var post = Watch.Post(self)
  private let policy: LagPolicy

  init(_ hub: Hub) {
    self.hub = hub
    policy = hub.configuration.lag
  }

  /// Looks from now on for as long as there are connections.
  func begin() {
    hub.watch.wait(post, until: hub.watch.now + policy.interval)
  }

  func end() { post.leave() }

  /// Bytes that wait for all together.
  var backlog: Int { hub.connections.all.reduce(0) { $0 + ($1.outlet?.backlog ?? 0) } }

  func look(at now: Int) -> Int? {
    var behind: [(connection: Connection, backlog: Int)] = []
    var total = 0
    for connection in hub.connections.all {
      guard let outlet = connection.outlet, !outlet.isEnding else { continue }
      let backlog = outlet.backlog
      if let verdict = connection.vigil?.look(outlet, backlog, policy, at: now) {
        connection.cut(sentence(verdict))
      } else if backlog > 0 {
        behind.append((connection, backlog))
        total += backlog
      }
    }
    if total > policy.total { relieve(behind, of: total - policy.total) }
    return hub.connections.isEmpty ? nil : now + policy.interval
  }

  /// Lets the furthest behind go, until the rest is small enough.
  private func relieve(_ behind: [(connection: Connection, backlog: Int)], of excess: Int) {
    var excess = excess
    for (connection, backlog) in behind.sorted(by: { $0.backlog > $1.backlog }) where excess > 0 {
      connection.cut("more than \(policy.total) bytes waited for all, and you were furthest behind")
      excess -= backlog
    }
  }

  private func sentence(_ verdict: Lag.Verdict) -> String {
    switch verdict {
    case .soft: "more than \(policy.soft) bytes waited for you for \(policy.softTime.seconds)"
    case .stall: "not one byte was taken for \(policy.stall.seconds)"
    }
  }
}

extension Int {
  /// These milliseconds as people write seconds.
  var seconds: String {
    self % 1_000 == 0 ? "\(self / 1_000) s" : "\(Double(self) / 1_000) s"
  }
}
