/// How one member has kept up, as far as time decides about it; asked now and then.
package struct Lag: Sendable {
  /// Why a member is too slow.
  package enum Verdict: Equatable, Sendable {
    case soft, stall
  }

  /// How far its connection is: what changes it is a byte that the kernel took, or nothing that matters here.
  package struct Progress: Equatable, Sendable {
    package let cursor: Cursor
    package let inFlight: Int

    package init(cursor: Cursor, inFlight: Int) {
      self.cursor = cursor
      self.inFlight = inFlight
    }
  }

  private var overSince: Int?
  private var moved: (progress: Progress, at: Int)?

  package init() {}

  /// - Parameters:
  ///   - backlog: bytes that wait for it.
  ///   - progress: how far it is.
  ///   - policy: what is borne.
  ///   - now: monotonic, in milliseconds.
  /// - Returns: why it has to go, nil if it stays.
  package mutating func look(
    backlog: Int, _ progress: Progress, _ policy: LagPolicy, at now: Int
  ) -> Verdict? {
    guard backlog > 0 else {
      self = Lag()
      return nil
    }
    overSince = backlog > policy.soft ? overSince ?? now : nil
    if moved?.progress != progress { moved = (progress, now) }
    if let overSince, now - overSince >= policy.softTime { return .soft }
    if let moved, now - moved.at >= policy.stall { return .stall }
    return nil
  }
}
