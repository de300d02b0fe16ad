package import ChatScreen
package import ChatWire

/// The wire pane as text: a heading and a hexdump for each write and read, in order.
package struct WireDump {
  private var log: WireLog
  /// The number of the first block that is not printed.
  private var next = 0
  private var last: Microseconds?

  package init(framing: Framing) {
    log = WireLog(framing: framing)
  }

  /// Whether a read waits for the server's word on its writes.
  package var isWaiting: Bool { log.blocks.numbers.contains(next) }

  /// Takes one entry.
  ///
  /// - Returns: the blocks that can be printed now: all before the first read whose verdict is open.
  package mutating func add(_ entry: WireEntry) -> [String] {
    _ = log.add(entry)
    return take { $0.kind == .read && $0.verdict == .unknown }
  }

  /// All blocks that are left, with open verdicts where nothing better is known.
  package mutating func flush() -> [String] {
    take { _ in false }
  }

  private mutating func take(until waits: (Block) -> Bool) -> [String] {
    var texts: [String] = []
    while let block = log.blocks[next], !waits(block) {
      texts.append(text(block))
      next += 1
    }
    return texts
  }

  private mutating func text(_ block: Block) -> String {
    let heading = block.heading(since: last)
    last = block.at ?? last
    let rows = HexRow.rows(of: block.bytes, perRow: 16, roles: block.dissection.roles)
    return ([heading] + rows.map(WireDump.text)).joined(separator: "\n")
  }

  /// A row as `hexdump -C` has it: offset, hex, text.
  private static func text(_ row: HexRow) -> String {
    let hex = row.cells.map(\.hex).joined(separator: " ")
    let gap = String(repeating: " ", count: 16 * 3 - hex.count)
    return "  \(row.offsetText)  \(hex)\(gap) \(String(row.cells.map(\.text)))"
  }
}
