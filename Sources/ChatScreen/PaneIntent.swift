/// What a key or a command asks of the panes: to stand still, to pick, find, leave out or copy.
package enum PaneIntent: Equatable, Sendable {
  package enum Step: Sendable {
    case back, forward
  }

  /// Stand still, or follow again.
  case pause
  /// Pick the block before or after the picked one.
  case block(Step)
  /// Pick the line of the conversation before or after the picked one.
  case line(Step)
  case unselect
  /// Find bytes; nil lets them be typed.
  case find(Search.Pattern?)
  /// Go to the next or the last place where they are.
  case again(Step)
  /// Leave blocks out; nil goes on to the next filter.
  case filter(WireFilter?)
  /// Show every block again.
  case unfiltered
  /// Count times otherwise; nil is the next way.
  case time(TimeMode?)
  /// Give one pane the room of both, or take it back; nil is the focused one.
  case zoom(Model.Pane?)
  /// Show bytes through several decoders.
  case decode(DecodeRequest)
  /// Show the headers around what is picked.
  case layers
  /// Copy what is picked to the clipboard of the terminal, or to a file.
  case copy(CopyFormat, file: String?)
}
