import ChatWire

/// What a low wire pane leaves out while it follows the stream, so that the headlines of the last burst stay in view.
///
/// Those are its reads with their verdicts, and the sentence. Each case leaves out what those before it do.
enum Economy: Int, CaseIterable {
  case nothing
  /// The bytes of our own reads, but for a row of them.
  case most
  /// The bytes of our own reads.
  case reads
  /// All bytes.
  case bytes
  /// Our reads right behind the burst, which bring it back.
  case echoes
  /// Why, in the sentence.
  case reasons

  /// The most rows of bytes of a block.
  func limit(of block: Block) -> Int {
    switch self {
    case .nothing: .max
    case .most: block.kind == .read ? 1 : .max
    case .reads: block.kind == .read ? 0 : .max
    case .bytes, .echoes, .reasons: 0
    }
  }

  /// Finds the least economy with which the headlines fit into a pane.
  ///
  /// - Parameters:
  ///   - places: where the headlines of the last bursts are, those that matter most first.
  ///   - end: behind the number of the last block.
  ///   - height: the pane's.
  ///   - rows: the rows of a block.
  /// - Returns: `nothing` once the headlines are gone whatever is left out.
  static func least(
    for places: [Headlines], end: Int, height: Int, rows: (Int, Economy) -> Int
  ) -> Economy {
    func fits(from start: Int, _ economy: Economy) -> Bool {
      var room = height
      for number in start..<max(start, end) where room >= 0 { room -= rows(number, economy) }
      return room >= 0
    }
    for place in places {
      for economy in [Economy.nothing, .most, .reads, .bytes]
      where fits(from: place.first, economy) { return economy }
      for economy in [Economy.bytes, .echoes, .reasons]
      where fits(from: place.last, economy) { return economy }
    }
    return .nothing
  }
}
