/// Items by the time at which they are due, in slots, so that thousands of them cost no more than one.
///
/// An item comes out up to one grain late, never early. Times are monotonic milliseconds.
package struct Wheel<Item> {
  package let grain: Int
  /// Slot `n` lies at `n % slots.count` and ends at `n × grain`.
  private var slots: [[(item: Item, due: Int)]]
  /// The first slot that has not come out.
  private var hand: Int
  package private(set) var count = 0

  /// - Parameters:
  ///   - grain: milliseconds that a slot covers.
  ///   - slots: what is due later than they reach is kept in the last one and looked at again.
  ///   - now: the time at which they begin.
  package init(grain: Int = 100, slots: Int = 1_024, at now: Int) {
    self.grain = grain
    self.slots = Array(repeating: [], count: max(2, slots))
    hand = now / grain
  }

  package mutating func insert(_ item: Item, due: Int) {
    let slot = min(max((due + grain - 1) / grain, hand), hand + slots.count - 1)
    slots[slot % slots.count].append((item, due))
    count += 1
  }

  /// Takes out what is due, in no order within a grain.
  package mutating func expire(at now: Int) -> [(item: Item, due: Int)] {
    var due: [(item: Item, due: Int)] = []
    let end = max(hand, now / grain + 1)
    let first = hand
    hand = end
    for slot in first..<min(end, first + slots.count) {
      let entries = slots[slot % slots.count]
      slots[slot % slots.count] = []
      count -= entries.count
      for entry in entries {
        if entry.due <= now { due.append(entry) } else { insert(entry.item, due: entry.due) }
      }
    }
    return due
  }

  /// When the first slot ends that has something in it, `limit` at the latest.
  package func next(until limit: Int) -> Int {
    var slot = hand
    while slot < hand + slots.count, slot * grain < limit, slots[slot % slots.count].isEmpty {
      slot += 1
    }
    return min(slot * grain, limit)
  }
}

extension Wheel: Sendable where Item: Sendable {}
