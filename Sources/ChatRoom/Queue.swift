/// Elements in the order of their coming, each at a position that lasts.
///
/// The front is let go of at once: what leaves is released, and the room it took is reused.
struct Queue<Element> {
  private var slots: [Element?] = []
  private var head = 0
  /// The position of the first element, or of the next to come while there is none.
  private(set) var start = 0

  /// - Parameter start: the position of the first element to come.
  init(start: Int = 0) {
    self.start = start
  }

  /// The position of the next element to come.
  var end: Int { start + count }
  var count: Int { slots.count - head }
  var isEmpty: Bool { count == 0 }
  var first: Element? { isEmpty ? nil : slots[head] }

  /// The element at `position`, nil if it has left or has not come yet.
  subscript(position: Int) -> Element? {
    guard position >= start, position < end else { return nil }
    return slots[head + position - start]
  }

  mutating func append(_ element: Element) {
    slots.append(element)
  }

  @discardableResult
  mutating func popFirst() -> Element? {
    guard let element = first else { return nil }
    slots[head] = nil
    head += 1
    start += 1
    if head == slots.count || (head >= 32 && head * 2 >= slots.count) {
      slots.removeFirst(head)
      head = 0
    }
    return element
  }
}

extension Queue: Sendable where Element: Sendable {}
