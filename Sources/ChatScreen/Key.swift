/// One key press.
package enum Key: Hashable, Sendable {
  /// A printing key, or one scalar of a longer cluster; the composer joins them.
  case character(Character)
  /// A control key by its lower-case letter: `.control("c")` is ^C.
  case control(Character)
  /// A key pressed with Alt, or typed after Escape.
  case alt(Character)
  /// F1 is `.function(1)`.
  case function(Int)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
}
