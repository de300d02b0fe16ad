import ChatWire

// What the composer does with keys.
extension Model {
  /// Takes a key for the composer.
  mutating func pressInComposer(_ key: Key, armed: Bool) -> [Effect] {
    if composer.search != nil {
      // What ends the search and is none of it does what it always does.
      if composer.look(for: key) { return [] }
    }
    if key != .tab, key != .backTab { completion = nil }
    switch key {
    case .character(let character):
      composer.insert(character)
      return []
    case .paste(let text):
      paste(Paste(text))
      return []
    default:
      guard let intent = Keymap.intent(of: key) else { return [] }
      return intent == .interrupt ? interrupt(armed: armed) : carryOut(intent)
    }
  }

  /// Takes what was pasted; nothing of it is sent before Enter.
  mutating func paste(_ paste: Paste) {
    let excess = composer.insert(paste.text)
    if excess > 0 {
      hint = .cutPaste(bytes: excess)
    } else if let sentence = self.excess(of: composer.text) {
      hint = sentence
    } else if paste.isLarge {
      hint = .pasted(lines: paste.lines, bytes: paste.text.utf8.count)
    }
  }

  /// The messages of a text: one, but for the line framing, where the end of a line is the end of a message.
  ///
  /// All of it is said, nothing done: the slash of a line is doubled, unless the text's own is already.
  func messages(in text: String) -> [String] {
    guard endpoint.framing == .line, !isForeign, text.utf8.contains(UInt8(ascii: "\n")) else {
      return [text]
    }
    let lines = text.split(separator: "\n").map(String.init)
    let done = text.hasPrefix("/") ? 1 : 0
    return lines.prefix(done) + lines.dropFirst(done).map { $0.hasPrefix("/") ? "/" + $0 : $0 }
  }

  /// Whether a command is one line, as the line framing wants it: what follows LF would be said to everybody.
  mutating func isOneLine(_ line: String) -> Bool {
    guard endpoint.framing == .line, line.utf8.contains(UInt8(ascii: "\n")) else { return true }
    hint = .notSent(.commandOfLines)
    return false
  }
}
