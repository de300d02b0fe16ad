import ChatScreen
import CNcurses

/// What terminals send for keys, beside what their terminfo entry says: the sequences of xterm's and the Linux
/// console's families (console_codes(4); xterm's control sequences, "PC-Style Function Keys"), so that all keys work
/// where TERM names a poorer terminal.
enum KeySequences {
  /// The first of the codes that stand for them, over all that ncurses gives out itself; it keeps 16 bits of a code.
  private static let first: Int32 = 0x8000

  /// What begins and ends a paste (xterm's control sequences, "Bracketed Paste Mode").
  static let pasteStart = first - 2
  static let pasteEnd = first - 1

  /// Lets ncurses know them; those that have a meaning already keep it.
  static func define() {
    define_key("\u{1b}[200~", pasteStart)
    define_key("\u{1b}[201~", pasteEnd)
    for (place, (sequence, _)) in all.enumerated() where key_defined(sequence) == 0 {
      define_key(sequence, first + Int32(place))
    }
    // Those of the modifiers have codes that differ from terminal to terminal.
    for (place, (sequence, key)) in all.enumerated() where modified.contains(key) {
      define_key(sequence, first + Int32(place))
    }
  }

  /// The key of one of our own codes.
  static func key(code: Int32) -> Key? {
    let place = Int(code) - Int(first)
    return all.indices.contains(place) ? all[place].1 : nil
  }

  private static let modified: Set<Key> = [
    .altUp, .altDown, .altLeft, .altRight, .altHome, .altEnd,
    .controlUp, .controlDown, .controlLeft, .controlRight,
  ]

  private static let all = endings.map { ("\u{1b}" + $0.0, $0.1) }

  /// What follows the Escape.
  private static let endings: [(String, Key)] = [
    ("[A", .up), ("[B", .down), ("[C", .right), ("[D", .left),
    ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left),
    ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home),
    ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end),
    ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
    ("[1;3A", .altUp), ("[1;3B", .altDown), ("[1;3C", .altRight), ("[1;3D", .altLeft),
    ("[1;3H", .altHome), ("[1;3F", .altEnd),
    ("[1;5A", .controlUp), ("[1;5B", .controlDown), ("[1;5C", .controlRight),
    ("[1;5D", .controlLeft), ("Oa", .controlUp), ("Ob", .controlDown), ("Oc", .controlRight),
    ("Od", .controlLeft), ("[I", .focused), ("[O", .unfocused),
    ("OP", .function(1)), ("OQ", .function(2)), ("OR", .function(3)), ("OS", .function(4)),
    ("[[A", .function(1)), ("[[B", .function(2)), ("[[C", .function(3)), ("[[D", .function(4)),
    ("[[E", .function(5)), ("[11~", .function(1)), ("[12~", .function(2)),
    ("[13~", .function(3)), ("[14~", .function(4)), ("[15~", .function(5)),
    ("[17~", .function(6)), ("[18~", .function(7)), ("[19~", .function(8)),
    ("[20~", .function(9)), ("[21~", .function(10)), ("[23~", .function(11)),
    ("[24~", .function(12)),
  ]
}
