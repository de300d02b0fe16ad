/// One key press, or what a terminal sends like one.
package enum Key: Hashable, Sendable {
  /// A printing key, or one scalar of a longer cluster; the composer joins them.
  case character(Character)
  /// A control key by its lower-case letter: `.control("c")` is ^C, `.control("_")` ^_.
  case control(Character)
  /// A key pressed with Alt, or typed after Escape.
  case alt(Character)
  /// F1 is `.function(1)`.
  case function(Int)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  // With Alt, or after Escape.
  case altEnter, altBackspace, altUp, altDown, altLeft, altRight, altHome, altEnd
  case controlLeft, controlRight, controlUp, controlDown
  /// Text that was pasted, as it came, and between the terminal's brackets.
  case paste(String)
  /// What the mouse did, if it was asked for.
  case mouse(Mouse)
  /// The terminal's window has the keys, or has them no more.
  case focused, unfocused
}
