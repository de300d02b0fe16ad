package import ChatWire

/// One thing that happened, as `update` takes it.
package enum Message: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has this size now.
  case resized(Size)
  /// A line piped in on standard input while the keyboard is the terminal.
  case input(String)
  /// The connection changed its state.
  case link(Link)
  /// One thing for the conversation; `bytes` is where it was in what we read of this connection, its header or
  /// delimiter included, nil if it was not there.
  case heard(Heard, at: WallTime, bytes: Range<Int>? = nil)
  /// The last local midnight on the client's monotonic clock.
  case midnight(Microseconds)
  /// What the program was started with.
  case settings([Setting: String])
  /// The terminal tells of its mouse, or does not.
  case mouse(Bool)
  /// The lesson that is played shows a line.
  case shown(LessonLine)
  /// It types a line and presses Enter.
  case entered(String)
  /// The lesson waits for its audience, or no more.
  case lesson(LessonPrompt?)
  /// One thing for the wire pane.
  case wire(WireEntry)
  /// The wire is written to a file from now on; nil: no more.
  case capture(String?)
  /// A replay that plays may go on, if it still shows so many steps.
  case playOn(from: Int)
}

extension Message {
  /// The sentence, if it is about something that went wrong on our side.
  package var trouble: Phrase? {
    guard case .heard(.trouble(let sentence), _, _) = self else { return nil }
    return sentence
  }
}
