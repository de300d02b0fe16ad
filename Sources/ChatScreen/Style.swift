/// What a piece of text is; `Look` says what that looks like.
package enum Style: Hashable, CaseIterable, Sendable {
  case plain
  // The frame around the panes.
  case frame, title, titleDetail
  // The conversation.
  case time, nick, ownNick, mention, deed, whisper, system, notice, trouble, rule
  // The colours of names.
  case nick1, nick2, nick3, nick4, nick5, nick6, nick7, nick8, nick9, nick10, nick11, nick12
  // The wire pane.
  case write, read, peerRead, size, verdictGood, verdictBad, verdictOpen
  case offset, header, payload, delimiter, unfinished, garbage, decoded, elided
  // What is picked, its other side, and what was found.
  case selected, lit, found, hit
  // The lines at the bottom.
  case status, alarm, hint, keyName, prompt
  // The list over the input.
  case popup, popupName, popupChosen

  /// The colours of names in the order of their hash, which never changes.
  package static let nicks: [Style] = [
    .nick1, .nick2, .nick3, .nick4, .nick5, .nick6, .nick7, .nick8, .nick9, .nick10, .nick11,
    .nick12,
  ]
}
