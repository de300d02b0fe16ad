/// How far a member has been given the log: everything before it, nothing from it on.
package struct Cursor: Hashable, Sendable {
  /// The number of a batch.
  package private(set) var batch: Int
  /// How many entries of that batch were given; other than 0 only in a view that goes entry by entry.
  package private(set) var index: Int

  package init(batch: Int, index: Int = 0) {
    self.batch = batch
    self.index = index
  }

  /// Goes past the whole batch.
  package mutating func skipBatch() {
    batch += 1
    index = 0
  }

  /// Goes past one of the `count` entries of the batch.
  package mutating func skipEntry(of count: Int) {
    index += 1
    if index >= count { skipBatch() }
  }
}
