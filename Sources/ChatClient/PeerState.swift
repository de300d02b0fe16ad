import ChatWire

/// What the server has told of its end, and what it was asked for.
///
/// A server's late reader that sees our end of the stream reads all that is left at once: it is late no more, and
/// says so before these reads. Nobody has asked it for that, and so it is known.
struct PeerState {
  private var late = 0
  /// What we asked for last.
  private var asked: Int?

  mutating func asked(_ knobs: Knobs) {
    asked = knobs.late ?? asked
  }

  /// Takes what the server tells of its end.
  ///
  /// - Returns: whether it reads on at once because our end of the stream has come.
  mutating func isAtClose(_ observed: Observed) -> Bool {
    defer { late = observed.late }
    return late > 0 && observed.late == 0 && asked != 0
  }
}
