import ChatRoom
import ChatWire
import DequeModule

/// The sealed batches of a log in the views that members use; each is written at most once.
struct EncodedLog {
  private let scribes: [Scribe]
  /// By batch, then by view; nil where nobody used that view yet.
  private var editions: Deque<[Encoding?]> = []
  private var start = 0

  /// - Parameter maxFrame: the largest payload that a client may send, in bytes.
  init(maxFrame: Int) {
    scribes = View.allCases.map { Scribe($0, maxFrame: maxFrame) }
  }

  func scribe(_ view: View) -> Scribe { scribes[view.rawValue] }

  /// A batch in one view, nil if `log` does not keep it.
  mutating func encoding(of number: Int, in view: View, _ log: Log) -> Encoding? {
    guard let batch = log[batch: number] else { return nil }
    forget(before: log.start)
    while start + editions.count <= number {
      editions.append([Encoding?](repeating: nil, count: View.allCases.count))
    }
    if let encoding = editions[number - start][view.rawValue] { return encoding }
    var encoding = Encoding()
    encoding.reserve(batch.weight + batch.entries.count * 64)
    for entry in batch.entries { scribe(view).write(entry, to: &encoding) }
    editions[number - start][view.rawValue] = encoding
    return encoding
  }

  mutating func forget(before number: Int) {
    while start < number {
      _ = editions.popFirst()
      start += 1
    }
  }
}
