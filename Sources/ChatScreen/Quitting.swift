import ChatWire

// Leaving; where the server ends with us, not before the others are thought of.
extension Model {
  /// Quits; where others would lose their server, only when asked for twice.
  mutating func quit(reason: String = "") -> [Effect] {
    guard !quitIsAsked, let question = lastWords else { return [.quit(reason: reason)] }
    quitIsAsked = true
    hint = question
    return []
  }

  /// ^C: clears the line, then quits.
  mutating func interrupt(armed: Bool) -> [Effect] {
    if armed { return quit() }
    composer.clear()
    let question = lastWords
    hint = question ?? .interruptAgain
    (quitsOnInterrupt, quitIsAsked) = (true, question != nil)
    return []
  }

  /// What is to be thought of before the server ends with us; nil where it does not, or nobody else is there.
  private var lastWords: Phrase? {
    guard isHost else { return nil }
    // On the raw port nobody tells who is there.
    guard endpoint.framing != .raw else { return .serverEnds(others: nil) }
    let others = rooms.isLobby ? people : rooms.lobby.people
    let count = others.count(but: nick)
    return count > 0 ? .serverEnds(others: count) : nil
  }
}
