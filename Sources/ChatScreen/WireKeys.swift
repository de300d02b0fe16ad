/// Which key does what while the wire pane has the keys.
package enum WireKeys {
  package static let bindings: [Keymap.Binding] = [
    row("↑ k", [.up, .character("k")], .block(.back), "/block up", "pick the block above"),
    row("↓ j", [.down, .character("j")], .block(.forward), "/block down", "pick the block below"),
    row("p Space", [.character("p"), .character(" ")], .pause, "/pause", "stand still, or follow"),
    Keymap.Binding("End", [.end], .follow, command: "/end", "follow"),
    row("/", [.character("/")], .find(nil), "/find", "find text or bytes"),
    row("n", [.character("n")], .again(.forward), "/next", "the next place where they are"),
    row("N", [.character("N")], .again(.back), "/previous", "the place before"),
    row("f", [.character("f")], .filter(nil), "/filter", "the next filter"),
    row("t", [.character("t")], .time(nil), "/time", "count times otherwise"),
    row("z", [.character("z")], .zoom(nil), "/zoom", "one pane or both"),
    row("y", [.character("y")], .copy(.hex, file: nil), "/copy", "copy what is picked as hex"),
    row("d", [.character("d")], .decode(DecodeRequest()), "/decode", "the bytes, five decoders"),
    row("l", [.character("l")], .layers, "/layers", "the headers around it"),
    Keymap.Binding("Esc", [.escape], .focus, command: "/focus", "back to the chat"),
  ]

  /// What a key asks for; nil for those that do nothing there.
  static func intent(of key: Key) -> Intent? {
    if let intent = table[key] { return intent }
    switch Keymap.intent(of: key) {
    case .edit, .submit, nil: return nil
    case let intent: return intent
    }
  }

  /// The keys for the line under the panes, as many as there is room for.
  static func legend(width: Int) -> String {
    let words = [
      "Esc chat", "↑↓ pick", "p pause", "/ find", "n N again", "f filter", "t time", "z zoom",
      "y copy", "d decode", "l layers",
    ]
    return words.indices.reversed().lazy.map { words[...$0].joined(separator: " · ") }
      .first { CellWidth.of($0) + 24 <= width } ?? words[0]
  }

  private static func row(
    _ name: String, _ keys: [Key], _ intent: PaneIntent, _ command: String, _ help: String
  ) -> Keymap.Binding {
    Keymap.Binding(name, keys, .pane(intent), command: command, help)
  }

  private static let table: [Key: Intent] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.intent) } },
    uniquingKeysWith: { first, _ in first })
}
