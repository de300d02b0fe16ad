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
    package let help: Phrase
    package let intent: Intent

    init(_ name: String, _ keys: [Key], _ intent: Intent, command: String? = nil, _ help: Phrase) {
      self.keys = keys
      self.name = name
      self.command = command
      self.help = help
      self.intent = intent
    }
  }

  package static let bindings: [Binding] = [
    Binding("F1", [.function(1)], .help, command: "/help", .keyHelp),
    Binding(
      "F2", [.function(2)], .framing(nil), command: "/framing", .keyFraming),
    Binding("F3", [.function(3)], .focus, command: "/focus", .keyFocus),
    Binding("F4", [.function(4)], .next, command: "/step", .keyStep),
    Binding("^P", [.control("p")], .pane(.line(.back)), command: "/line", .keyLineUp),
    Binding("^N", [.control("n")], .pane(.line(.forward)), command: "/line", .keyLineDown),
    Binding("Esc", [.escape], .pane(.unselect), command: "/unpick", .keyUnpick),
    Binding("PgUp", [.pageUp], .scroll(pages: -1), command: "/up", .keyUp),
    Binding(
      "PgDn", [.pageDown], .scroll(pages: 1), command: "/down", .keyDown),
    Binding("^↑", [.controlUp], .scrollRows(-1), command: "/up", .keyRowUp),
    Binding("^↓", [.controlDown], .scrollRows(1), command: "/down", .keyRowDown),
    Binding("Alt+Home", [.altHome], .chat(.start), command: "/top", .commandTop),
    Binding("Alt+End", [.altEnd], .follow, command: "/end", .commandEnd),
    Binding("Alt+u", [.alt("u")], .chat(.unread), command: "/unread", .commandUnread),
    Binding("^S", [.control("s")], .chat(.look(nil)), command: "/search", .keySearch),
    Binding("Alt+p", [.alt("p")], .chat(.lookAgain(.back)), command: "/older", .keyFoundBefore),
    Binding("Alt+n", [.alt("n")], .chat(.lookAgain(.forward)), command: "/newer", .keyFoundAfter),
    Binding("Alt+t", [.alt("t")], .chat(.timestamps(nil)), command: "/timestamps", .keyTimestamps),
    Binding("Alt+j", [.alt("j")], .chat(.presence(nil)), command: "/joins", .keyJoins),
    Binding("F5", [.function(5)], .screen(.mouse(nil)), command: "/mouse", .keyMouse),
    Binding("F6", [.function(6)], .screen(.frame(nil)), command: "/frame", .keyFrame),
    Binding("Alt+1…9", [.alt("1")], .room(.show(1)), command: "/room", .keyRoom),
    Binding(
      "Alt+↓ Alt+→", [.altDown, .altRight], .room(.step(.forward)), command: "/room", .keyNextRoom),
    Binding(
      "Alt+↑ Alt+←", [.altUp, .altLeft], .room(.step(.back)), command: "/room",
      .keyPreviousRoom),
    Binding("F7", [.function(7)], .tape(nil), command: "/tape", .keyTape),
    Binding(
      "F8", [.function(8)], .zoomTape(.next), command: "/zoom-tape",
      .keyZoomTape),
    Binding("F9", [.function(9)], .screen(.theme(nil)), command: "/theme", .keyTheme),
    Binding("^L", [.control("l")], .redraw, command: "/redraw", .keyRedraw),
    Binding(
      "^C", [.control("c")], .interrupt, command: "/quit", .keyInterrupt),
    Binding(
      "^D", [.control("d")], .endOfInput, command: "/quit", .keyEndOfInput),
    Binding("^Z", [.control("z")], .suspend, command: "/suspend", .keySuspend),
    Binding("Enter", [.enter], .submit, .keySubmit),
    Binding("Alt+Enter", [.altEnter], .edit(.newline), .keyNewline),
    Binding("Tab", [.tab], .complete(.forward), .keyComplete),
    Binding("Shift+Tab", [.backTab], .complete(.back), .keyCompleteBack),
    Binding("^R", [.control("r")], .searchLines, .keySearchLines),
    Binding("↑", [.up], .edit(.older), .keyOlder),
    Binding("↓", [.down], .edit(.newer), .keyNewer),
    Binding("← ^B", [.left, .control("b")], .edit(.left), .keyLeft),
    Binding("→ ^F", [.right, .control("f")], .edit(.right), .keyRight),
    Binding("Home ^A", [.home, .control("a")], .edit(.home), .keyHome),
    Binding("End ^E", [.end, .control("e")], .edit(.end), .keyEnd),
    Binding("^← Alt+b", [.controlLeft, .alt("b")], .edit(.wordLeft), .keyWordLeft),
    Binding("^→ Alt+f", [.controlRight, .alt("f")], .edit(.wordRight), .keyWordRight),
    Binding(
      "Backspace", [.backspace, .control("h")], .edit(.backspace), .keyBackspace),
    Binding("Delete", [.delete], .edit(.delete), .keyDelete),
    Binding("^W", [.control("w")], .edit(.killWord), .keyKillWord),
    Binding("Alt+Bksp", [.altBackspace], .edit(.killWordBefore), .keyKillWordBefore),
    Binding("Alt+d", [.alt("d")], .edit(.killWordAfter), .keyKillWordAfter),
    Binding("^U", [.control("u")], .edit(.killToStart), .keyKillToStart),
    Binding("^K", [.control("k")], .edit(.killToEnd), .keyKillToEnd),
    Binding("^Y", [.control("y")], .edit(.yank), .keyYank),
    Binding("Alt+y", [.alt("y")], .edit(.yankBefore), .keyYankBefore),
    Binding("^T", [.control("t")], .edit(.transpose), .keyTranspose),
    Binding("^_", [.control("_")], .edit(.undo), .keyUndo),
    Binding("Alt+_", [.alt("_")], .edit(.redo), .keyRedo),
  ]

  /// What a key asks for; nil for keys that only write themselves or do nothing.
  package static func intent(of key: Key) -> Intent? { table[key] }

  private static let table: [Key: Intent] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.intent) } }
      + (2...9).map { (Key.alt(Character("\($0)")), .room(.show($0))) },
    uniquingKeysWith: { first, _ in first })
}
