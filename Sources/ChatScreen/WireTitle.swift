import ChatWire

/// The wire in one line: on the frame of its pane, or where a screen has no room for a pane.
///
/// Behind `▶` stand our writes and the server's reads of them, behind `◀` our own reads. What does not fit gives way
/// as a whole, the segments first, a verdict last.
struct WireTitle {
  let wire: WireLog
  let width: Int
  let language: Language

  /// The title of the pane: what was called how often, the last verdict that is not 1:1, and what fell off.
  func row(focused: Bool) -> StyledRow {
    let own = " · ◀ " + Noun.read.count(wire.incoming.reads)[language]
    let lost = lost.map { " · " + $0[language] } ?? ""
    return fitted(
      focused ? .hint : .title, namedTo: counts.count - 1, notable,
      tails: [own + lost, lost, own, ""])
  }

  /// The line for screens without room for a pane, with the last verdict of all.
  var summary: StyledRow {
    let kind = wire.isObserved ? Block.Kind.peerRead : .read
    let latest = wire.blocks.items.last { $0.kind == kind || $0.kind == .opened }
    let verdict = latest?.kind == kind ? latest?.verdict ?? .unknown : .unknown
    return fitted(.title, namedTo: 1, verdict == .unknown ? nil : verdict, tails: [""])
  }

  /// The longest line that fits: with fewer and fewer counts, of which those before `place` do not go without the name,
  /// then without the verdict.
  private func fitted(
    _ style: Style, namedTo place: Int, _ verdict: Verdict?, tails: [String]
  ) -> StyledRow {
    let name = Phrase.wireTitle[language]
    for verdict in verdict == nil ? [nil] : [verdict, nil] {
      for (turn, counts) in counts.enumerated() {
        for name in turn < place ? [name] : [name, ""] {
          var row = StyledRow(name, style)
          let isNamed = !name.isEmpty && (!counts.isEmpty || verdict != nil)
          if isNamed { row.append(" · ", .titleDetail) }
          row.append(counts[language], .titleDetail)
          if let verdict {
            if !counts.isEmpty { row.append(" ", .titleDetail) }
            row.append(Phrase.verdict(verdict)[language], BlockRows.style(of: verdict))
          }
          guard let tail = tails.first(where: { row.width + CellWidth.of($0) <= width }) else {
            continue
          }
          row.append(tail, .titleDetail)
          return row
        }
      }
    }
    return StyledRow()
  }

  /// What became of the server's newest read among the last blocks, if it is worth a second look: it scrolls away soon.
  private var notable: Verdict? {
    let verdict = wire.latest { $0.kind == .peerRead }.flatMap { wire.blocks[$0]?.verdict }
    switch verdict {
    case .sticky, .half, .mixed: return verdict
    default: return nil
    }
  }

  /// The calls on the two sides of our outgoing stream, or without an observer our own on both streams; then less
  /// and less of them.
  private var counts: [Phrase] {
    let writes = Noun.write.count(wire.outgoing.writes)
    let segments = wire.outgoing.segments.total.map { total in
      Phrase(verbatim: wire.outgoing.isUncertain ? "≥" : "") + Noun.segment.count(total)
    }
    let reads = wire.isObserved ? Noun.read.count(wire.outgoing.reads) : nil
    let parts = [[writes, segments, reads], [writes, reads], [reads ?? writes], []]
    return parts.map { .joined($0.compactMap(\.self), by: .middleDot) }
  }

  private var lost: Phrase? {
    var parts: [Phrase] = []
    if wire.forgotten > 0 { parts.append(.bytes(wire.forgotten)) }
    if wire.blocks.dropped > 0 { parts.append(Noun.block.count(wire.blocks.dropped)) }
    return parts.isEmpty ? nil : .fellOff(.joined(parts, by: .comma))
  }
}
