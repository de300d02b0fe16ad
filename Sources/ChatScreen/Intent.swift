package import ChatWire

/// What a key or a command of the client asks for.
package enum Intent: Equatable, Sendable {
  /// Send what is in the composer, or do the command in it.
  case submit
  case edit(Composer.Edit)
  case help
  /// Say what the command of a name does.
  case explain(String)
  /// Reconnect with a framing; nil is the next one.
  case framing(Framing?)
  /// Dial again at once, where there is no connection.
  case reconnect
  /// Let keys go to the other pane.
  case focus
  /// Scroll the focused pane by pages, below 0 up.
  case scroll(pages: Int)
  /// Scroll it by rows.
  case scrollRows(Int)
  /// Scroll the focused pane to its end.
  case follow
  /// Go on with the lesson.
  case next
  /// Show a direction on the tape; nil is the other one.
  case tape(Direction?)
  /// Show so many bytes in a column of the tape.
  case zoomTape(TapeZoom)
  case clear
  case redraw
  case suspend
  /// ^C: clear the line, then quit.
  case interrupt
  /// ^D: quit on an empty line, else delete.
  case endOfInput
  case quit(reason: String)
  case pane(PaneIntent)
  case chat(ChatIntent)
  case screen(ScreenIntent)
  case room(RoomIntent)
  /// Complete the word before the cursor, or go on to what else it can become.
  case complete(PaneIntent.Step)
  /// Look in the lines that were sent.
  case searchLines
  case burst(count: Int, text: String)
  /// Write the wire to a file; nil ends that.
  case capture(String?)
  /// Turn knobs at these ends of our connection.
  case knob(Knobs, [End])
  case sending(Sending.Change)
  case race(count: Int, text: String)
  /// A command for the server, as typed.
  case command(String)
}
