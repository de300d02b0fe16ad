/// How the screen's styles look, as a whole.
package enum Theme: String, CaseIterable, Sendable {
  /// The terminal's own 16 colours, on its own background.
  case standard
  /// 256 colours that read on black and on white.
  case rich
  /// Bright on black, bold, with bytes far apart and the keys that are pressed: for a wall.
  case projector

  /// Whether bytes have room around them.
  package var isLarge: Bool { self == .projector }

  /// What pictures take for the terminal's own colours.
  var ink: Look.Color { self == .projector ? .white : .paleInk }
  var paper: Look.Color { self == .projector ? .black : .darkPaper }
}
