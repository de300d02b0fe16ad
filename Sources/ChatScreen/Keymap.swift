/// Which key does what: the one table behind the keyboard and the help screen.
package enum Keymap {
  /// One row of the table.
  package struct Binding: Sendable {
    /// All keys that do it.
    package let keys: [Key]
    /// The keys as the help screen names them.
    package let name: String
    /// The command that does the same, if it is more than editing.
    package let command: String?
    /// What it does, as the help screen says it.
    package let help: String
    package let intent: Intent

    init(_ name: String, _ keys: [Key], _ intent: Intent, command: String? = nil, _ help: String) {
      self.keys = keys
      self.name = name
      self.command = command
      self.help = help
      self.intent = intent
    }
  }

  package static let bindings: [Binding] = [
    Binding("F1", [.function(1)], .help, command: "/help", "this help"),
    Binding(
      "F2", [.function(2)], .framing(nil), command: "/framing", "next framing, by reconnecting"),
    Binding("F3", [.function(3)], .focus, command: "/focus", "keys go to the other pane"),
    Binding("F4", [.function(4)], .next, command: "/step", "go on with the lesson"),
    Binding("^P", [.control("p")], .pane(.line(.back)), command: "/line", "pick the line above"),
    Binding("^N", [.control("n")], .pane(.line(.forward)), command: "/line", "pick the line below"),
    Binding("Esc", [.escape], .pane(.unselect), command: "/unpick", "nothing is picked any more"),
    Binding("PgUp", [.pageUp], .scroll(pages: -1), command: "/up", "scroll back"),
    Binding(
      "PgDn", [.pageDown], .scroll(pages: 1), command: "/down", "scroll forward, at the end follow"),
    Binding("F7", [.function(7)], .tape(nil), command: "/tape", "the tape's other direction"),
    Binding(
      "F8", [.function(8)], .zoomTape(.next), command: "/zoom-tape",
      "more bytes in a column of the tape"),
    Binding("^L", [.control("l")], .redraw, command: "/redraw", "paint the screen again"),
    Binding(
      "^C", [.control("c")], .interrupt, command: "/quit", "clear the line; pressed again, quit"),
    Binding(
      "^D", [.control("d")], .endOfInput, command: "/quit", "quit on an empty line, else delete"),
    Binding("^Z", [.control("z")], .suspend, command: "/suspend", "stop until the shell says fg"),
    Binding("Enter", [.enter], .submit, "send the line, or do its command"),
    Binding("↑", [.up], .edit(.older), "older lines; the unsent one is kept"),
    Binding("↓", [.down], .edit(.newer), "newer lines"),
    Binding("← ^B", [.left, .control("b")], .edit(.left), "one character back"),
    Binding("→ ^F", [.right, .control("f")], .edit(.right), "one character on"),
    Binding("Home ^A", [.home, .control("a")], .edit(.home), "start of the line"),
    Binding("End ^E", [.end, .control("e")], .edit(.end), "end of the line"),
    Binding(
      "Backspace", [.backspace, .control("h")], .edit(.backspace), "delete before the cursor"),
    Binding("Delete", [.delete], .edit(.delete), "delete under the cursor"),
    Binding("^W", [.control("w")], .edit(.killWord), "delete the word before the cursor"),
    Binding("^U", [.control("u")], .edit(.killToStart), "delete to the start of the line"),
    Binding("^K", [.control("k")], .edit(.killToEnd), "delete to the end of the line"),
  ]

  /// What a key asks for; nil for keys that only write themselves or do nothing.
  package static func intent(of key: Key) -> Intent? { table[key] }

  private static let table: [Key: Intent] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.intent) } },
    uniquingKeysWith: { first, _ in first })
}
