import ChatRoom

/// Who is behind, looked through a few times in the time that they have.
final class Laggards: Waiting {
  private unowned let hub: Hub
  private lazy var post = Watch.Post(self)
  private let policy: LagPolicy
  /// Bytes that wait in the server for all together and of them, or did when each was noted last.
  private var total = 0

  init(_ hub: Hub) {
    self.hub = hub
    policy = hub.configuration.lag
  }

  /// Looks from now on for as long as there are connections.
  func begin() {
    hub.watch.wait(post, until: hub.watch.now + policy.interval)
  }

  func end() { post.leave() }

  /// Bytes that wait for all together, and of them.
  var backlog: Int { hub.connections.outlets.reduce(0) { $0 + waiting($1) } }

  func look(at now: Int) -> Int? {
    for outlet in hub.connections.outlets {
      note(outlet)
      guard !outlet.isEnding else { continue }
      if outlet.tap?.isOver == true { outlet.tap = nil }
      if let verdict = outlet.lag(outlet.backlog, policy, at: now) {
        outlet.owner?.cut(sentence(verdict))
      }
    }
    relieve()
    return hub.connections.isEmpty ? nil : now + policy.interval
  }

  private func sentence(_ verdict: Lag.Verdict) -> String {
    switch verdict {
    case .soft: "more than \(policy.soft) bytes waited for you for \(policy.softTime.seconds)"
    case .stall: "not one byte was taken for \(policy.stall.seconds)"
    }
  }
}

// MARK: - All together

extension Laggards {
  /// Notes what waits for one by now, and of it.
  func note(_ outlet: Outlet) {
    let waiting = waiting(outlet)
    total += waiting - outlet.noted
    outlet.noted = waiting
  }

  private func waiting(_ outlet: Outlet) -> Int {
    outlet.backlog + (outlet.owner?.intake.weight ?? 0)
  }

  /// It is gone.
  func forget(_ outlet: Outlet) {
    total -= outlet.noted
    outlet.noted = 0
  }

  /// Lets the furthest behind go if more waits than may, a sixteenth more than has to be: it is asked for often.
  func relieve() {
    guard total > policy.total else { return }
    // Some have taken more since they were looked at, or were not offered it yet.
    hub.seal()
    for outlet in hub.connections.outlets {
      outlet.offer()
      note(outlet)
    }
    guard total > policy.total else { return }
    let enough = policy.total - policy.total / 16
    var excess = total - enough
    let furthest = hub.connections.outlets.sorted { $0.noted > $1.noted }.prefix { outlet in
      defer { excess -= outlet.noted }
      return excess > 0
    }
    for outlet in furthest where !outlet.isEnding {
      outlet.owner?.cut(
        "more than \(policy.total) bytes waited for all, and you were furthest behind")
      note(outlet)
    }
    // What the kernel has not taken of them is still there.
    for outlet in furthest where total > enough {
      forget(outlet)
      outlet.owner?.abort()
    }
  }
}

extension Int {
  /// These milliseconds as people write seconds.
  var seconds: String {
    self % 1_000 == 0 ? "\(self / 1_000) s" : "\(Double(self) / 1_000) s"
  }
}
