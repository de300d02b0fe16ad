/// What became of the same burst over several framings.
package struct RaceTable: Equatable, Sendable {
  /// The writes that one burst may have.
  package static let counts = 1...1_000

  /// One framing's part.
  package struct Row: Equatable, Sendable {
    package let framing: Framing
    package var outcome: Outcome

    package init(_ framing: Framing, _ outcome: Outcome) {
      self.framing = framing
      self.outcome = outcome
    }
  }

  package enum Outcome: Equatable, Sendable {
    case measured(Tally)
    /// Nothing was measured.
    case unknown(Reason)
  }

  /// Why nothing was measured, in words.
  package enum Reason: String, Equatable, Sendable {
    case isOff = "off at this server"
    case notReady = "not ready in time"
    case over
    case noConnection = "no connection"
    case broke = "the connection broke"
  }

  package struct Tally: Equatable, Sendable {
    package var sent: Int
    /// Reads at the receiving side.
    package var reads = 0
    /// What the framing made of them.
    package var messages = 0
    /// Reads that hold bytes of more than one write.
    package var sticky = 0
    /// Reads that begin or end inside a write; one that is sticky too counts as both.
    package var half = 0
    /// Writes of which not every byte arrived.
    package var lost = 0

    package init(sent: Int) { self.sent = sent }

    /// The tally of a stream: `count` writes of `size` bytes, 1 at least, read as `reads`.
    package init(count: Int, size: Int, reads: [Range<Int>], messages: Int) {
      self.init(sent: count)
      self.reads = reads.count
      self.messages = messages
      let size = Swift.max(1, size)
      let arrived = reads.reduce(0) { $0 + $1.count }
      lost = Swift.max(0, count - arrived / size)
      for read in reads where !read.isEmpty {
        let isCut = read.lowerBound % size != 0 || read.upperBound % size != 0
        if isCut { half += 1 }
        if read.lowerBound / size != (read.upperBound - 1) / size { sticky += 1 }
      }
    }

    /// The tally of datagrams: `count` of `size` bytes, of which those in `sizes` came back.
    package init(count: Int, size: Int, sizes: [Int]) {
      self.init(sent: count)
      reads = sizes.count
      messages = sizes.count
      sticky = sizes.count { $0 > size }
      half = sizes.count { $0 < size }
      lost = Swift.max(0, count - sizes.count { $0 >= size })
    }
  }

  package var rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  private static let columns = ["sent", "read", "msgs", "sticky", "half", "lost"]

  /// The table, its columns lined up; 36 columns wide, unless a reason is longer.
  package var lines: [String] {
    let head = RaceTable.line("", RaceTable.columns)
    return [head]
      + rows.map { row in
        let name = RaceTable.name(of: row.framing)
        switch row.outcome {
        case .measured(let tally):
          return RaceTable.line(
            name,
            [tally.sent, tally.reads, tally.messages, tally.sticky, tally.half, tally.lost]
              .map(String.init))
        case .unknown(let reason): return "\(name) ? \(reason.rawValue)"
        }
      }
  }

  /// What a framing is called in the table.
  package static func name(of framing: Framing) -> String {
    framing == .length ? "len" : framing.rawValue
  }

  private static func line(_ name: String, _ fields: [String]) -> String {
    zip(fields, columns).reduce(name + blanks(4 - name.count)) { line, pair in
      line + blanks(Swift.max(4, pair.1.count) + 1 - pair.0.count) + pair.0
    }
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: Swift.max(0, count))
  }
}
