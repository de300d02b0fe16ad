/// Which key does what while the wire pane has the keys.
package enum WireKeys {
  package static let bindings: [Keymap.Binding] = [
    row("↑ k", [.up, .character("k")], .block(.back), "/block up", .keyBlockUp),
    row("↓ j", [.down, .character("j")], .block(.forward), "/block down", .keyBlockDown),
    row("p Space", [.character("p"), .character(" ")], .pause, "/pause", .keyPause),
    Keymap.Binding("End", [.end], .follow, command: "/end", .keyFollow),
    row("/", [.character("/")], .find(nil), "/find", .keyFind),
    row("n", [.character("n")], .again(.forward), "/next", .keyNext),
    row("N", [.character("N")], .again(.back), "/previous", .keyPrevious),
    row("f", [.character("f")], .filter(nil), "/filter", .keyFilter),
    row("t", [.character("t")], .time(nil), "/time", .keyTime),
    row("z", [.character("z")], .zoom(nil), "/zoom", .keyZoom),
    row("y", [.character("y")], .copy(.hex, file: nil), "/copy", .keyCopy),
    row("d", [.character("d")], .decode(DecodeRequest()), "/decode", .keyDecode),
    row("l", [.character("l")], .layers, "/layers", .keyLayers),
    Keymap.Binding("Esc", [.escape], .focus, command: "/focus", .keyChat),
  ]

  /// What a key asks for; nil for those that do nothing there.
  static func intent(of key: Key) -> Intent? {
    if let intent = table[key] { return intent }
    switch Keymap.intent(of: key) {
    case .edit, .submit, .complete, .searchLines, nil: return nil
    case let intent: return intent
    }
  }

  /// The keys for the line under the panes, as many as there is room for.
  static func legend(width: Int, _ language: Language) -> String {
    let words = Phrase.legend.map { $0[language] }
    return words.indices.reversed().lazy.map { words[...$0].joined(separator: " · ") }
      .first { CellWidth.of($0) + 24 <= width } ?? words[0]
  }

  private static func row(
    _ name: String, _ keys: [Key], _ intent: PaneIntent, _ command: String, _ help: Phrase
  ) -> Keymap.Binding {
    Keymap.Binding(name, keys, .pane(intent), command: command, help)
  }

  private static let table: [Key: Intent] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.intent) } },
    uniquingKeysWith: { first, _ in first })
}
