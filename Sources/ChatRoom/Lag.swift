/// How one member has kept up, as far as time decides about it; asked now and then.
package struct Lag: Sendable {
  /// Why a member is too slow.
  package enum Verdict: Equatable, Sendable {
    case soft, stall
  }

  private var overSince: Int?
  private var moved: (taken: Int, at: Int)?

  package init() {}

  /// - Parameters:
  ///   - backlog: bytes that wait for it.
  ///   - taken: bytes that the kernel has taken for it so far.
  ///   - policy: what is borne.
  ///   - now: monotonic, in milliseconds.
  /// - Returns: why it has to go, nil if it stays.
  package mutating func look(
    backlog: Int, taken: Int, _ policy: LagPolicy, at now: Int
  ) -> Verdict? {
    guard backlog > 0 else {
      self = Lag()
      return nil
    }
    overSince = backlog > policy.soft ? overSince ?? now : nil
    if moved?.taken != taken { moved = (taken, now) }
    if let overSince, now - overSince >= policy.softTime { return .soft }
    if let moved, now - moved.at >= policy.stall { return .stall }
    return nil
  }
}
