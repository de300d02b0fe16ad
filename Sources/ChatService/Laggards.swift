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
  var backlog: Int { hub.connections.outlets.reduce(0) { $0 + $1.backlog } }

  func look(at now: Int) -> Int? {
    var behind: [(outlet: Outlet, backlog: Int)] = []
    var total = 0
    for outlet in hub.connections.outlets where !outlet.isEnding {
      if outlet.tap?.isOver == true { outlet.tap = nil }
      let backlog = outlet.backlog
      if let verdict = outlet.lag(backlog, policy, at: now) {
        outlet.owner?.cut(sentence(verdict))
      } else if backlog > 0 {
        behind.append((outlet, backlog))
        total += backlog
      }
    }
    if total > policy.total { relieve(behind, of: total - policy.total) }
    return hub.connections.isEmpty ? nil : now + policy.interval
  }

  /// Lets the furthest behind go, until the rest is small enough.
  private func relieve(_ behind: [(outlet: Outlet, backlog: Int)], of excess: Int) {
    var excess = excess
    for (outlet, backlog) in behind.sorted(by: { $0.backlog > $1.backlog }) where excess > 0 {
      outlet.owner?.cut(
        "more than \(policy.total) bytes waited for all, and you were furthest behind")
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
