/// The signs that the screen draws with.
package enum Signs: String, CaseIterable, Sendable {
  /// Lines, arrows and blocks as Unicode has them.
  case unicode
  /// ASCII in their place, for terminals that have no more.
  case ascii
}

extension Grid {
  /// The picture with every sign of our own in ASCII; what people wrote in letters stays.
  package var inASCII: Grid {
    var grid = self
    grid.replaceText { Grid.ascii[$0] }
    return grid
  }

  private static let ascii: [String: String] = {
    let pairs: [(String, String)] = [
      ("─━┄┈", "-"), ("│┃╵╷", "|"), ("┊", ":"), ("┌┐└┘├┤┬┴┼", "+"), ("═", "="), ("▶→▸›", ">"),
      ("◀←‹", "<"), ("⇥", ")"), ("↑", "^"), ("↓", "v"), ("…", "."), ("·", "-"), ("•●", "*"),
      ("×", "x"), ("█", "#"), ("▕", "["), ("▏", "]"), ("⋄", "_"), ("≥", "~"), ("✓", "+"),
      ("✗", "x"), ("↳", "\\"), ("“”", "\""), ("µ", "u"), ("±", "~"),
    ]
    return Dictionary(
      pairs.flatMap { signs, ascii in signs.map { (String($0), ascii) } },
      uniquingKeysWith: { first, _ in first })
  }()
}
