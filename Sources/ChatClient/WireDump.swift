package import ChatScreen
package import ChatWire

/// The wire pane as text: the rows of each write and read, in order and in full.
package struct WireDump {
  /// Columns of the dump: 16 bytes a row and their text.
  private static let width = 80
  /// Blocks that may wait for a verdict, far fewer than the log keeps: the server that owes it may be stuck.
  private static let patience = 1_000

  private var log: WireLog
  /// The number of the first block that is not printed.
  private var next = 0

  package init(framing: Framing) {
    log = WireLog(framing: framing)
  }

  /// Whether a read waits for the server's word on its writes.
  package var isWaiting: Bool { waiting > 0 }

  /// How many blocks are not printed.
  private var waiting: Int {
    log.blocks.numbers.upperBound - max(next, log.blocks.numbers.lowerBound)
  }

  /// Takes one entry.
  ///
  /// - Returns: the blocks that can be printed now: all before the first read whose verdict is open, and
  ///   that one too once 1,000 blocks wait.
  package mutating func add(_ entry: WireEntry) -> [String] {
    if let number = log.add(entry), number < next {
      // A report of the server about a moment that is printed already.
      next += 1
      return log.blocks[number].map { [text($0, after: log.blocks[number - 1])] } ?? []
    }
    guard waiting < WireDump.patience else { return flush() }
    return take { $0.kind == .read && $0.verdict == .unknown }
  }

  /// All blocks that are left, with open verdicts where nothing better is known.
  package mutating func flush() -> [String] {
    take { _ in false }
  }

  private mutating func take(until waits: (Block) -> Bool) -> [String] {
    next = max(next, log.blocks.numbers.lowerBound)
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
