extension Key {
  /// What is written on the key, for those who watch; nil for what is no key.
  package var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): VisibleText.row(String(character))
    case .control(let letter): "^\(letter.uppercased())"
    case .alt(let character): "Alt+\(VisibleText.row(String(character)))"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift+Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .altEnter: "Alt+Enter"
    case .altBackspace: "Alt+Backspace"
    case .altUp: "Alt+↑"
    case .altDown: "Alt+↓"
    case .altLeft: "Alt+←"
    case .altRight: "Alt+→"
    case .altHome: "Alt+Home"
    case .altEnd: "Alt+End"
    case .controlLeft: "^←"
    case .controlRight: "^→"
    case .controlUp: "^↑"
    case .controlDown: "^↓"
    case .paste: "^V"
    case .focused, .unfocused, .mouse: nil
    }
  }
}
