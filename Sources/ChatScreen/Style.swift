/// What a piece of text is; `Look` says what that looks like.
package enum Style: Hashable, CaseIterable, Sendable {
  case plain
  // The frame around the panes.
  case frame, title, titleDetail
  // The conversation.
  case time, nick, ownNick, deed, whisper, system, notice, trouble
  // The wire pane.
  case write, read, peerRead, size, verdictGood, verdictBad, verdictOpen
  case offset, header, payload, delimiter, unfinished, garbage, decoded, elided
  // What is picked, its other side, and what was found.
  case selected, lit, found, hit
  // The lines at the bottom.
  case status, alarm, hint, keyName, prompt
}
