package import ChatWire

/// One thing that `update` wants done.
package enum Effect: Equatable, Sendable {
  /// Send one message, slash or not, as the protocol's text. It is at most as long as the framing allows.
  case send(String)
  /// Write `text` as one message, `count` times in a tight loop, each with its own `write(2)`.
  case burst(count: Int, text: String)
  /// Send what follows in this way.
  case sending(Sending)
  /// Turn knobs at the server's end of our connection, or at our own.
  case knob(Knobs, End)
  /// Send the same burst over length, raw and UDP connections of their own, and tell what became of it.
  case race(count: Int, text: String)
  /// Leave the connection and come back with this framing.
  case framing(Framing)
  /// Dial again at once.
  case reconnect
  /// The audience wants the lesson to go on, and bets if it was asked.
  case next(bet: Int?)
  /// Write the wire to a file from now on, given as typed; nil ends that.
  case capture(String?)
  /// Tell `Message.playOn` after so many microseconds.
  case playOn(from: Int, after: Microseconds)
  /// Leave with this reason (possibly empty), and end the program.
  case quit(reason: String)
  /// Paint everything again, whatever the painter believes to be on the screen.
  case redraw
  /// Give the terminal back and stop until the shell continues us.
  case suspend
  /// Put text into the terminal's clipboard, or into a file; `what` says of what it is.
  case copy(String, file: String?, what: Phrase)
  /// Let the terminal tell of its mouse, or no more.
  case mouse(Bool)
  /// Append what is said to a file from now on; nil ends that.
  case chatLog(String?)
  /// Write these settings to the settings file.
  case save([Choice])
  /// Ring the terminal's bell.
  case bell
}
