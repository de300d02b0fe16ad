import ChatWire

/// What stands out in the panes: what is picked, its other side in the other pane, and what was found.
struct Light {
  /// The picked block.
  var block: Block.ID?
  /// The picked line of the conversation.
  var line: Int?
  /// The bytes of what is picked.
  var spans: [WireSpan] = []
  /// The lines of the conversation whose bytes the picked block has.
  var lines: Set<Int> = []
  var search: Search?

  static let none = Light()

  private init() {}

  init(of model: Model) {
    search = model.search
    switch model.selection {
    case .line(let number):
      line = number
      spans = [model.conversation[number]?.span].compactMap { $0 }
    case .block(let id):
      guard let number = model.wire.number(of: id), let block = model.wire.blocks[number] else {
        return
      }
      self.block = id
      if let span = block.span {
        spans = [span]
        lines = Light.lines(of: span, in: model.conversation)
      }
    case nil: break
    }
    spans += model.echo?.spans ?? []
    lines.formUnion(model.echo?.lines ?? [])
  }

  /// Whether something of a block stands out.
  func isOn(_ block: Block) -> Bool {
    if block.id == self.block { return true }
    guard let own = block.span else { return false }
    return spans.contains { own.overlap($0) != nil }
  }

  /// The stretches of a block's bytes that stand out, counted from its first, later ones over earlier ones;
  /// `found` is where in it the search has matches.
  func emphasis(in block: Block, found: [Int]) -> [Emphasis] {
    guard let own = block.span else { return [] }
    let start = own.range.lowerBound
    var result: [Emphasis] = []
    for span in spans where block.id != self.block {
      guard let part = own.overlap(span) else { continue }
      result.append(Emphasis(part.lowerBound - start..<part.upperBound - start, .lit))
    }
    if let search {
      let count = search.pattern.bytes.count
      for offset in found {
        result.append(Emphasis(offset..<min(offset + count, block.bytes.count), .found))
      }
      if let hit = search.hit, let part = own.overlap(hit.span) {
        result.append(Emphasis(part.lowerBound - start..<part.upperBound - start, .hit))
      }
    }
    return result
  }

  /// Lines come in the order of their bytes, so the search back ends where they are older.
  private static func lines(of span: WireSpan, in conversation: Scrollback<Utterance>) -> Set<Int> {
    var result: Set<Int> = []
    for number in conversation.numbers.reversed() {
      guard let other = conversation[number]?.span else { continue }
      if other.overlap(span) != nil { result.insert(number) }
      let isOlder =
        other.connection < span.connection
        || other.direction == span.direction && other.connection == span.connection
          && other.range.upperBound <= span.range.lowerBound
      if isOlder { break }
    }
    return result
  }
}

/// A stretch of a block's bytes that is drawn in a style of its own.
struct Emphasis: Equatable {
  /// Counted from the block's first byte.
  let range: Range<Int>
  let style: Style

  init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}
