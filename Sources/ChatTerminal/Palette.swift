import ChatScreen
import CNcurses
import Glibc

/// The styles as attributes and colour pairs of this terminal.
///
/// Backgrounds are the terminal's own. Without colours, or with NO_COLOR set (no-color.org), attributes alone remain.
@MainActor
struct Palette {
  /// The first colour pair of names, behind those of the 8 colours.
  private static let firstNick: Int16 = 16

  private var table: [Style: (attr_t, Int16)] = [:]

  init() {
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isColored = !refused && has_colors() && start_color() == OK && use_default_colors() == OK
    if isColored {
      for color in Look.Color.allCases {
        init_pair(Int16(color.rawValue), Int16(color.rawValue), -1)
      }
    }
    for style in Style.allCases {
      let look = Look(of: style)
      var attributes: attr_t = 0
      if look.bold { attributes |= cn_bold() }
      if look.dim { attributes |= cn_dim() }
      if look.underline { attributes |= cn_underline() }
      if look.reverse { attributes |= cn_reverse() }
      table[style] = (attributes, isColored ? Int16(look.color?.rawValue ?? 0) : 0)
    }
    guard isColored, cn_colors() >= 256 else { return }
    for (place, style) in Style.nicks.enumerated() {
      let pair = Palette.firstNick + Int16(place)
      init_pair(pair, Int16(NickColor.of256[place]), -1)
      table[style] = (0, pair)
    }
  }

  subscript(style: Style) -> (attr_t, Int16) { table[style] ?? (0, 0) }
}
