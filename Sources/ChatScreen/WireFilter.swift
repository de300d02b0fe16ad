import ChatWire

/// Which blocks the wire pane shows.
package enum WireFilter: String, CaseIterable, Sendable {
  /// Our reads.
  case incoming = "in"
  /// Our writes, and the server's reads of them.
  case outgoing = "out"
  /// Reads of more than one write.
  case sticky
  /// Reads that cut a write.
  case half

  /// Whether it lets a block through; the rule before a connection always is.
  func shows(_ block: Block) -> Bool {
    guard let direction = block.direction else { return true }
    switch (self, block.verdict) {
    case (.incoming, _): return direction == .incoming
    case (.outgoing, _): return direction == .outgoing
    case (.sticky, .sticky(_)), (.half, .half(_, of: _)), (_, .mixed): return true
    case (.sticky, _), (.half, _): return false
    }
  }
}
