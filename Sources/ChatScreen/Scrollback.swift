package import DequeModule

/// The last items of a list that only grows, each with a number that stays its own.
package struct Scrollback<Item: Sendable>: Sendable {
  package private(set) var items: Deque<Item> = []
  /// How many items fell off the front; also the number of the first one that is there.
  package private(set) var dropped = 0
  /// The most items that are kept.
  package let limit: Int

  /// - Parameter limit: 10,000 is the client's promise.
  package init(limit: Int = 10_000) { self.limit = max(1, limit) }

  /// The numbers of the items that are there.
  package var numbers: Range<Int> { dropped..<dropped + items.count }

  /// The item of a number, nil if it fell off or is yet to come.
  package subscript(number: Int) -> Item? {
    get { numbers.contains(number) ? items[number - dropped] : nil }
    set {
      guard let newValue, numbers.contains(number) else { return }
      items[number - dropped] = newValue
    }
  }

  /// Adds an item at the end.
  ///
  /// - Returns: the item that fell off for it.
  @discardableResult
  package mutating func append(_ item: Item) -> Item? {
    items.append(item)
    return trim()
  }

  /// Adds an item so that it has `number`; those from there on move up by one.
  @discardableResult
  package mutating func insert(_ item: Item, at number: Int) -> Item? {
    items.insert(item, at: min(max(0, number - dropped), items.count))
    return trim()
  }

  /// Moves an item to a lower number; those from there on move up by one.
  package mutating func move(_ number: Int, to place: Int) {
    guard numbers.contains(number), numbers.contains(place), place < number else { return }
    items.insert(items.remove(at: number - dropped), at: place - dropped)
  }

  /// Lets go of all items without counting them as fallen off the edge.
  package mutating func removeAll() { items.removeAll() }

  private mutating func trim() -> Item? {
    guard items.count > limit else { return nil }
    dropped += 1
    return items.popFirst()
  }
}
