/// How far behind the room members may fall, and for how long.
package struct LagPolicy: Equatable, Sendable {
  /// The largest backlog of one member, in bytes.
  package var limit: Int
  /// The largest backlog, in bytes, that it may have for longer than `softTime`.
  package var soft: Int
  /// Milliseconds.
  package var softTime: Int
  /// Milliseconds for which the kernel may take not one byte while something waits.
  package var stall: Int
  /// The largest backlog of all members together, in bytes.
  package var total: Int

  package init(
    limit: Int = 1 << 20, soft: Int = 1 << 18, softTime: Int = 10_000, stall: Int = 10_000,
    total: Int = 1 << 28
  ) {
    self.limit = limit
    self.soft = soft
    self.softTime = softTime
    self.stall = stall
    self.total = total
  }

  /// Milliseconds between two looks at who is behind.
  package var interval: Int { max(1, min(softTime, stall) / 5) }
}
