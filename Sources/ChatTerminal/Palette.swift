import ChatScreen
import CNcurses
import Glibc

/// The styles of a theme as attributes and colour pairs of this terminal.
///
/// Where it has too few colours the theme is that of 16; without colours, or with NO_COLOR set (no-color.org),
/// attributes alone remain.
@MainActor
struct Palette {
  let theme: Theme
  private var table: [Style: (attr_t, Int16)] = [:]

  init(_ theme: Theme) {
    self.theme = theme
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isColored = !refused && has_colors() && start_color() == OK && use_default_colors() == OK
    let isRich = isColored && cn_colors() >= 256
    var pairs: [Int: Int16] = [:]
    for style in Style.allCases {
      var look = isRich ? Look(of: style, in: theme) : Look(of: style)
      if theme == .projector { (look.bold, look.dim) = (true, false) }
      var attributes: attr_t = 0
      if look.bold { attributes |= cn_bold() }
      if look.dim { attributes |= cn_dim() }
      if look.underline { attributes |= cn_underline() }
      if look.reverse { attributes |= cn_reverse() }
      table[style] = (attributes, isColored ? Palette.pair(for: look, &pairs) : 0)
    }
  }

  subscript(style: Style) -> (attr_t, Int16) { table[style] ?? (0, 0) }

  /// The number of the colour pair of a look, made if there is none yet; 0 is the terminal's own colours.
  private static func pair(for look: Look, _ pairs: inout [Int: Int16]) -> Int16 {
    let (ink, paper) = (look.color?.index ?? -1, look.background?.index ?? -1)
    if ink < 0, paper < 0 { return 0 }
    let key = (ink + 1) << 9 | (paper + 1)
    if let pair = pairs[key] { return pair }
    let pair = Int16(pairs.count + 1)
    init_pair(pair, Int16(ink), Int16(paper))
    pairs[key] = pair
    return pair
  }
}
