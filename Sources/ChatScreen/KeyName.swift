extension Key {
  /// The key with a name that `name` gives, or `Up`, `Down`, `Left`, `Right` for an arrow; nil for what can have no
  /// other meaning: what writes itself, and Enter.
  package init?(named name: String) {
    if let key = Key.named[name] {
      self = key
    } else if name.hasPrefix("Alt+"), name.count == 5, let character = name.last {
      self = .alt(character)
    } else if name.hasPrefix("^"), name.count == 2, let letter = name.lowercased().last,
      letter.isASCII
    {
      self = .control(letter)
    } else {
      return nil
    }
  }

  private static let named: [String: Key] = {
    let keys: [Key] =
      (1...12).map { .function($0) } + [
        .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home,
        .end, .pageUp, .pageDown, .altEnter, .altBackspace, .altUp, .altDown, .altLeft, .altRight,
        .altHome, .altEnd, .controlLeft, .controlRight, .controlUp, .controlDown,
      ]
    var named: [String: Key] = [:]
    for key in keys {
      guard let name = key.name else { continue }
      named[name] = key
      let arrows = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right"]
      if let arrow = name.last.flatMap({ arrows[String($0)] }) {
        named[name.dropLast() + arrow] = key
      }
    }
    return named
  }()

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
