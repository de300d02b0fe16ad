import ChatWire

// What is picked, for the clipboard or a file: its bytes, or the words of a line.
extension Model {
  mutating func copy(_ format: CopyFormat, _ file: String?) -> [Effect] {
    if format == .text, case .line(let number) = selection, let utterance = conversation[number],
      let speaker = utterance.speaker, let words = utterance.words
    {
      let what = Phrase.copy(of: .words(of: speaker), as: format, bytes: words.utf8.count)
      if file == nil { hint = .copied(what) }
      return [.copy(words, file: file, what: what)]
    }
    guard let (bytes, name) = picked else {
      hint = selection == nil ? .nothingToCopy : .bytesFellOff
      return []
    }
    let words = name[.english].split(separator: " ").joined(separator: "_")
    let what = Phrase.copy(of: name, as: format, bytes: bytes.count)
    if file == nil { hint = .copied(what) }
    return [.copy(format.write(bytes, name: words), file: file, what: what)]
  }

  /// The bytes of what is picked, the newest block with bytes if nothing is, and what they are called.
  private var picked: (bytes: [UInt8], name: Phrase)? {
    switch selection {
    case .line(let number):
      guard let span = conversation[number]?.span else { return nil }
      return wire.bytes(of: span).map { ($0, .message(at: span.range.lowerBound)) }
    case .block(let id):
      guard let number = wire.number(of: id), let block = wire.blocks[number] else { return nil }
      return bytes(of: block)
    case nil:
      return wire.blocks.items.last { !$0.bytes.isEmpty }.flatMap { bytes(of: $0) }
    }
  }

  private func bytes(of block: Block) -> (bytes: [UInt8], name: Phrase)? {
    guard let span = block.span, !span.range.isEmpty else { return nil }
    return wire.bytes(of: span).map { ($0, .name(of: block)) }
  }
}
