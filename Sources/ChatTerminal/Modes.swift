import CNcurses

/// What the terminal is asked for beyond drawing, as long as the screen is shown: brackets around a paste, word of
/// whether its window has the keys (xterm's control sequences, modes 2004 and 1004), and a title of ours on it, the
/// old one being put aside (OSC 2; CSI 22 t and 23 t).
///
/// Where the mouse is on, also its moves while the button is held (mode 1002), for which ncurses does not ask.
@MainActor
struct Modes {
  private static let on = "\u{1b}[?2004h\u{1b}[?1004h"
  private static let off = "\u{1b}[?2004l\u{1b}[?1004l"
  private static let dragsOn = "\u{1b}[?1002h"
  private static let dragsOff = "\u{1b}[?1002l"
  private static let putAside = "\u{1b}[22;2t"
  private static let putBack = "\u{1b}[23;2t"
  /// Terminals whose terminfo entries say nothing of it, and that know it or ignore it.
  private static let families = [
    "xterm", "screen", "tmux", "rxvt", "konsole", "alacritty", "foot", "st-",
  ]

  private let output: Int32
  private let isKnown: Bool
  private var isOn = false
  private var wantsDrags = false
  private var hasDrags = false
  private var title = ""

  /// The modes of a terminal with this name in terminfo.
  init(_ name: String, output: Int32) {
    self.output = output
    isKnown = cn_has("BE") || Modes.families.contains { name.hasPrefix($0) }
    if isKnown { cn_farewell(Modes.dragsOff + Modes.off + Modes.putBack) }
  }

  mutating func turnOn() {
    write(isOn ? Modes.on : Modes.on + Modes.putAside)
    isOn = true
    if !title.isEmpty { writeTitle() }
  }

  mutating func turnOff() {
    if hasDrags { write(Modes.dragsOff) }
    hasDrags = false
    write(isOn ? Modes.off + Modes.putBack : Modes.off)
    isOn = false
  }

  /// Asks for the moves of a mouse that is on, or no more.
  mutating func drags(_ isWanted: Bool) {
    wantsDrags = isWanted
    if hasDrags, !isWanted { write(Modes.dragsOff) }
    hasDrags = false
    painted()
  }

  /// ncurses has its own modes again, which come before ours: it turns the mouse on with what it paints first.
  mutating func painted() {
    guard wantsDrags, !hasDrags, isOn else { return }
    write(Modes.dragsOn)
    hasDrags = true
  }

  /// Names the window; the text has no control in it.
  mutating func name(_ title: String) {
    guard title != self.title else { return }
    self.title = title
    writeTitle()
  }

  private func writeTitle() { write("\u{1b}]2;\(title)\u{7}") }

  private func write(_ sequence: String) {
    guard isKnown else { return }
    sequence.utf8CString.withUnsafeBufferPointer { cn_text($0.baseAddress, $0.count - 1) }
    cn_flush(output)
  }
}
