/// Everything that happened in the room, appended to one end and kept only as long as somebody needs it.
///
/// Entries gather in an open batch; `seal` closes it. Members are cursors into the sealed ones. What is over
/// `retention` is dropped from the old end, whoever still needs it: that edge lies where the bound on a slow
/// reader has long cut the member, or does now.
package struct Log: Sendable {
  /// The weight of sealed batches that is kept at most, in bytes.
  package let retention: Int
  /// The number of the next utterance.
  package private(set) var next = 1

  private var sealed = Queue<Batch>()
  private var sealedWeight = 0
  private var open: [Entry] = []
  private var openNext = 1
  /// The weight of what is not sealed yet, in bytes.
  package private(set) var openWeight = 0

  package init(retention: Int) {
    self.retention = retention
  }

  /// The oldest batch that is kept; `end` if none is.
  package var start: Int { sealed.start }
  /// The number that the open batch will have.
  package var end: Int { sealed.end }
  package var isOpenEmpty: Bool { open.isEmpty }

  /// A sealed batch, nil if it is not kept any more or not sealed yet.
  package subscript(batch number: Int) -> Batch? { sealed[number] }

  /// The number of the first utterance at or after the beginning of `batch`.
  package func next(atBatch number: Int) -> Int {
    sealed[number]?.next ?? openNext
  }

  /// Puts `entry` at the end; an utterance has to carry the number `next`.
  package mutating func append(_ entry: Entry) {
    if entry.utterance != nil { next += 1 }
    open.append(entry)
    openWeight += entry.weight
  }

  /// Closes the open batch.
  ///
  /// - Returns: the batch, nil if nothing was appended since the last one.
  package mutating func seal() -> Batch? {
    guard !open.isEmpty else { return nil }
    let batch = Batch(number: sealed.end, entries: open, next: openNext, weight: openWeight)
    sealed.append(batch)
    sealedWeight += openWeight
    open = []
    openWeight = 0
    openNext = next
    while sealedWeight > retention, sealed.count > 1 { drop() }
    return batch
  }

  /// Lets go of the batches that no cursor needs.
  package mutating func forget(before number: Int) {
    while sealed.start < number, !sealed.isEmpty { drop() }
  }

  private mutating func drop() {
    sealedWeight -= sealed.popFirst()?.weight ?? 0
  }
}
