package import ChatScreen
package import ChatWire

/// The wire pane as text: the rows of each write and read, in order and in full.
package struct WireDump {
  /// Columns of the dump: 16 bytes a row and their text.
  private static let width = 80

  private var log: WireLog
  /// The number of the first block that is not printed.
  private var next = 0

  package init(framing: Framing) {
    log = WireLog(framing: framing)
  }

  /// Whether a read waits for the server's word on its writes.
  package var isWaiting: Bool { log.blocks.numbers.contains(next) }

  /// Takes one entry.
  ///
  /// - Returns: the blocks that can be printed now: all before the first read whose verdict is open.
  package mutating func add(_ entry: WireEntry) -> [String] {
    if let number = log.add(entry), number < next, let block = log.blocks[number] {
      // A report of the server about a moment that is printed already.
      next += 1
      return [text(block, after: log.blocks[number - 1])]
    }
    return take { $0.kind == .read && $0.verdict == .unknown }
  }

  /// All blocks that are left, with open verdicts where nothing better is known.
  package mutating func flush() -> [String] {
    take { _ in false }
  }

  private mutating func take(until waits: (Block) -> Bool) -> [String] {
    var texts: [String] = []
    while let block = log.blocks[next], !waits(block) {
      texts.append(text(block, after: log.blocks[next - 1]))
      next += 1
    }
    return texts
  }

  private func text(_ block: Block, after before: Block?) -> String {
    BlockRows(wholeIn: WireDump.width).rows(of: block, after: before)
      .map(\.text).joined(separator: "\n")
  }
}
