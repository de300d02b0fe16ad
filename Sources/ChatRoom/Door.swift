/// Who is let in: so many clients in all, and so many of one address.
package struct Door: Sendable {
  /// The bounds of one address.
  package struct Bounds: Equatable, Sendable {
    /// Connections at a time.
    package var atOnce: Int
    /// New connections a second, and at once.
    package var fresh: Int

    package init(atOnce: Int = 64, fresh: Int = 10) {
      self.atOnce = atOnce
      self.fresh = max(1, fresh)
    }
  }

  private struct Visitor: Sendable {
    var count = 0
    var fresh: Allowance
  }

  private let capacity: Int
  private var visitors: [String: Visitor] = [:]
  private var pruned = 0
  package private(set) var count = 0

  /// - Parameter capacity: clients in all.
  package init(capacity: Int) {
    self.capacity = capacity
  }

  /// Lets a client in; who was let in is to be let out again.
  ///
  /// - Parameters:
  ///   - address: where it comes from, without the port.
  ///   - bounds: those of the address, nil if it has none.
  ///   - now: monotonic, in milliseconds.
  /// - Returns: why not, nil if it is in.
  package mutating func enter(_ address: String, _ bounds: Bounds?, at now: Int) -> Refusal? {
    guard count < capacity else { return .full }
    if let bounds {
      prune(at: now)
      var visitor = visitors[address] ?? Visitor(fresh: bounds.allowance(at: now))
      defer { visitors[address] = visitor }
      guard visitor.count < bounds.atOnce else { return .addressFull }
      guard visitor.fresh.wait(at: now) == 0 else { return .addressHurries }
      visitor.fresh.spend()
      visitor.count += 1
    }
    count += 1
    return nil
  }

  package mutating func leave(_ address: String) {
    count -= 1
    if let visitor = visitors[address], visitor.count > 0 { visitors[address]?.count -= 1 }
  }

  /// Forgets those who left over a second ago, once a second at most: their allowance is whole again.
  private mutating func prune(at now: Int) {
    guard now - pruned >= 1_000 else { return }
    pruned = now
    visitors = visitors.filter { $0.value.count > 0 || $0.value.fresh.isSpent(at: now) }
  }
}

extension Door.Bounds {
  fileprivate func allowance(at now: Int) -> Allowance {
    Allowance(Allowance.Rate(burst: fresh, messages: fresh), at: now)
  }
}
