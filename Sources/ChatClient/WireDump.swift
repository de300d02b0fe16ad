import ChatScreen
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
  /// The number of the last read of the server that is printed.
  private var lastPeerRead = 0

  package init(framing: Framing) {
    log = WireLog(framing: framing)
  }

  /// Bursts of each direction whose line is printed, or not worth one.
  private var told: [Direction: Int] = [:]

  /// Whether a read waits for the server's word on its writes.
  package var isWaiting: Bool { waiting > 0 }

  /// Whether a burst was read whose line is not printed.
  package var owesBurst: Bool { log.hasNews(beyond: told) }

  /// How many blocks are not printed.
  private var waiting: Int {
    log.blocks.numbers.upperBound - max(next, log.blocks.numbers.lowerBound)
  }

  /// Takes one entry.
  ///
  /// - Returns: the blocks that can be printed now: all before the first read whose verdict is open, and
  ///   that one too once 1,000 blocks wait.
  package mutating func add(_ entry: WireEntry) -> [String] {
    if case .opened = entry { lastPeerRead = 0 }
    if let number = log.add(entry), number < next {
      // A report of the server about a moment that is printed already.
      next += 1
      return log.blocks[number].map { [text($0, after: log.blocks[number - 1])] } ?? []
    }
    let moved = moved(by: entry)
    guard waiting < WireDump.patience else { return moved + flush() }
    return moved + take { $0.kind == .read && $0.verdict == .unknown }
  }

  /// A read of the server that a write of its has put back to a moment that is printed already.
  private mutating func moved(by entry: WireEntry) -> [String] {
    guard case .peerWrote = entry else { return [] }
    let first = max(log.blocks.numbers.lowerBound, next - WireDump.patience)
    for number in (min(first, next)..<next).reversed() {
      guard let block = log.blocks[number], block.kind == .peerRead else { continue }
      guard block.number > lastPeerRead else { break }
      next += 1
      return [text(block, after: log.blocks[number - 1])]
    }
    return []
  }

  /// Takes note of what is set at the server's end.
  package mutating func set(_ knobs: Knobs, at end: End) { log.set(knobs, at: end) }

  /// All blocks that are left, with open verdicts where nothing better is known.
  package mutating func flush() -> [String] {
    take { _ in false }
  }

  /// What became of the bursts that were read and are over at `now`, as far as their blocks are printed; of all bursts
  /// where that is nil, since nothing more comes.
  package mutating func bursts(at now: Microseconds?) -> [String] {
    waiting > 0 ? [] : log.news(beyond: &told, at: now, width: WireDump.width)
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

  private mutating func text(_ block: Block, after before: Block?) -> String {
    if block.kind == .peerRead { lastPeerRead = max(lastPeerRead, block.number) }
    return BlockRows(wholeIn: WireDump.width).rows(of: block, after: before)
      .map(\.text).joined(separator: "\n")
  }
}
