package import DequeModule

/// Something that a list can only keep so much of.
package protocol Weighted {
  /// In bytes, about.
  var weight: Int { get }
}

/// The last items of a list that only grows, each with a number that stays its own.
package struct Scrollback<Item: Sendable & Weighted>: Sendable {
  package private(set) var items: Deque<Item> = []
  /// How many items fell off the front; also the number of the first one that is there.
  package private(set) var dropped = 0
  /// The most items that are kept.
  package let limit: Int
  /// The most bytes that they weigh together, unless a single one does.
  package let bytes: Int
  private var weight = 0

  /// - Parameters:
  ///   - limit: 10,000 is the client's promise.
  ///   - bytes: so that 10,000 messages as long as they may be don't take 640 MB.
  package init(limit: Int = 10_000, bytes: Int = 8 << 20) {
    self.limit = max(1, limit)
    self.bytes = bytes
  }

  /// The numbers of the items that are there.
  package var numbers: Range<Int> { dropped..<dropped + items.count }

  /// The item of a number, nil if it fell off or is yet to come.
  package subscript(number: Int) -> Item? {
    get { numbers.contains(number) ? items[number - dropped] : nil }
    set {
      guard let newValue, numbers.contains(number) else { return }
      weight += newValue.weight - items[number - dropped].weight
      items[number - dropped] = newValue
    }
  }

  /// Adds an item at the end.
  ///
  /// - Returns: the last item that fell off for it.
  @discardableResult
  package mutating func append(_ item: Item) -> Item? {
    weight += item.weight
    items.append(item)
    return trim()
  }

  /// Adds an item so that it has `number`; those from there on move up by one.
  @discardableResult
  package mutating func insert(_ item: Item, at number: Int) -> Item? {
    weight += item.weight
    items.insert(item, at: min(max(0, number - dropped), items.count))
    return trim()
  }

  /// Moves an item to a lower number; those from there on move up by one.
  package mutating func move(_ number: Int, to place: Int) {
    guard numbers.contains(number), numbers.contains(place), place < number else { return }
    items.insert(items.remove(at: number - dropped), at: place - dropped)
  }

  /// Lets go of all items without counting them as fallen off the edge.
  package mutating func removeAll() {
    items.removeAll()
    weight = 0
  }

  private mutating func trim() -> Item? {
    var lost: Item?
    while items.count > limit || (weight > bytes && items.count > 1), let item = items.popFirst() {
      dropped += 1
      weight -= item.weight
      lost = item
    }
    return lost
  }
}
