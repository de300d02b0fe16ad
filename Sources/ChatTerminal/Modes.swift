import CNcurses

/// What the terminal is asked for beyond drawing, as long as the screen is shown: brackets around a paste, and word
/// of whether its window has the keys (xterm's control sequences, modes 2004 and 1004).
@MainActor
struct Modes {
  private static let on = "\u{1b}[?2004h\u{1b}[?1004h"
  private static let off = "\u{1b}[?2004l\u{1b}[?1004l"
  /// Terminals whose terminfo entries say nothing of it, and that know it or ignore it.
  private static let families = [
    "xterm", "screen", "tmux", "rxvt", "konsole", "alacritty", "foot", "st-",
  ]

  private let output: Int32
  private let isKnown: Bool

  /// The modes of a terminal with this name in terminfo.
  init(_ name: String, output: Int32) {
    self.output = output
    isKnown = cn_has("BE") || Modes.families.contains { name.hasPrefix($0) }
    if isKnown { cn_farewell(Modes.off) }
  }

  func turnOn() { write(Modes.on) }
  func turnOff() { write(Modes.off) }

  private func write(_ sequence: String) {
    guard isKnown else { return }
    sequence.utf8CString.withUnsafeBufferPointer { cn_text($0.baseAddress, $0.count - 1) }
    cn_flush(output)
  }
}
