extension Look {
  /// How a style looks in a theme on a terminal of 256 colours.
  package init(of style: Style, in theme: Theme) {
    self.init(of: style)
    if let place = Style.nicks.firstIndex(of: style) {
      let colors = theme == .projector ? Look.brightNicks : NickColor.of256.map(Int.init)
      self.init(Color(colors[place % colors.count]), bold: theme == .projector)
    }
    switch theme {
    case .standard: break
    case .rich: enrich(style)
    case .projector:
      color = color.map { Look.bright[$0] ?? $0 } ?? Look.faint(style) ?? .white
      background = .black
      bold = true
      dim = false
    }
  }

  /// The names' colours on black, with a contrast of at least 7.
  private static let brightNicks = [87, 120, 213, 217, 123, 157, 219, 216, 159, 229, 183, 223]

  /// What the eight become on black, with the same contrast.
  private static let bright: [Color: Color] = [
    .red: Color(210), .green: Color(120), .magenta: Color(213), .cyan: Color(87),
  ]

  /// Grey for what matters less; frames and times recede on a wall as they do near by.
  private static func faint(_ style: Style) -> Color? {
    Look(of: style).dim ? Color(250) : nil
  }

  /// The 256-colour theme: each with a contrast of at least 4 to black and to white.
  private mutating func enrich(_ style: Style) {
    if dim { (color, dim) = (Color(243), false) }
    switch style {
    case .header, .decoded: color = Color(130)
    case .write, .verdictGood: color = Color(28)
    case .read, .delimiter: color = Color(31)
    case .peerRead: color = Color(99)
    case .unfinished, .garbage, .trouble, .verdictBad: color = Color(161)
    case .deed, .whisper: color = Color(133)
    case .title, .keyName, .prompt: color = Color(27)
    default: break
    }
  }
}
