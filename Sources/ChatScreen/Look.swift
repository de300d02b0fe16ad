/// How a style looks on a terminal.
///
/// Only colours that read on black and on white are used: no blue 4, no yellow 3, no bright black.
/// Everything that a colour says is said by a word, a mark or a place too.
package struct Look: Hashable, Sendable {
  /// nil is the terminal's own foreground.
  package var color: Color?
  /// nil is the terminal's own background.
  package var background: Color?
  package var bold = false
  package var dim = false
  package var underline = false
  package var reverse = false

  package init(
    _ color: Color? = nil, bold: Bool = false, dim: Bool = false, underline: Bool = false,
    reverse: Bool = false
  ) {
    self.color = color
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }

  /// How a style looks with the terminal's own 16 colours.
  package init(of style: Style) {
    self =
      switch style {
      case .plain, .payload, .size, .status, .titleDetail: Look()
      case .frame, .time, .system, .offset, .elided, .notice, .rule: Look(dim: true)
      case .title, .ownNick, .keyName, .prompt: Look(bold: true)
      case .nick, .nick1: Look(.cyan)
      case .nick2: Look(.green)
      case .nick3: Look(.magenta)
      case .nick4: Look(.red)
      case .nick5, .nick9: Look(.cyan, bold: true)
      case .nick6, .nick10: Look(.green, bold: true)
      case .nick7, .nick11: Look(.magenta, bold: true)
      case .nick8, .nick12: Look(.red, bold: true)
      case .mention: Look(bold: true, reverse: true)
      case .deed, .whisper: Look(.magenta)
      case .trouble: Look(.red, bold: true)
      case .write: Look(.green, bold: true)
      case .read: Look(.cyan, bold: true)
      case .peerRead: Look(.magenta, bold: true)
      case .verdictGood: Look(.green, bold: true)
      case .verdictBad: Look(.red, bold: true, reverse: true)
      case .verdictOpen: Look(dim: true)
      case .header: Look(.magenta, bold: true)
      case .decoded: Look(.magenta)
      case .delimiter: Look(.cyan, bold: true)
      case .unfinished: Look(.red, underline: true)
      case .garbage: Look(.red, bold: true)
      case .selected, .lit, .popup: Look(reverse: true)
      case .popupName: Look(bold: true, reverse: true)
      case .popupChosen: Look(bold: true)
      case .found: Look(underline: true)
      case .hit: Look(bold: true, underline: true, reverse: true)
      case .alarm, .hint: Look(bold: true, reverse: true)
      }
  }
}
