import ChatWire

// What came while nobody looked, and what is meant for us.
extension Model {
  /// Takes note of a new line: who spoke, whether it is for us, and whether it is unread.
  mutating func noticeNews(_ number: Int, at time: WallTime) -> [Effect] {
    guard let utterance = conversation[number] else { return [] }
    guard let speaker = utterance.speaker else {
      if let text = utterance.plain {
        markUnread(number)
        // The one name that a plain server tells.
        if let end = text.prefix(40).firstRange(of: ": "),
          let nick = Nick(String(text[..<end.lowerBound]))
        {
          people.spoke(nick.text)
        }
      }
      return []
    }
    guard speaker != nick else {
      lag.heardOwn()
      return []
    }
    people.spoke(speaker)
    guard !preferences.ignores(speaker) else { return [] }
    markUnread(number)
    guard isForUs(utterance) else { return [] }
    var effects: [Effect] = []
    if case .told = utterance.kind {
      effects = answerAway(to: speaker)
    } else {
      conversation[number]?.isMention = true
    }
    rooms.count(isForUs: true)
    // A flood of mentions is one bell a second.
    guard preferences.bell, rang != time else { return effects }
    rang = time
    return effects + [.bell]
  }

  private func isForUs(_ utterance: Utterance) -> Bool {
    switch utterance.kind {
    case .said(_, let text), .did(_, let text): ownName?.isWord(of: text) ?? false
    case .told: true
    default: false
    }
  }

  private mutating func markUnread(_ number: Int) {
    rooms.count(isForUs: false)
    if !hasFocus { missed += 1 }
    if unread == nil, !hasFocus || rooms.isAside || !conversationView.follows { unread = number }
  }

  /// The reader leaves the end of the conversation: what comes from now on is unread.
  mutating func leaveEnd() {
    if conversationView.follows { unread = nil }
  }

  /// The terminal's window has lost the keys or has them back.
  mutating func look(away: Bool) -> [Effect] {
    if away, hasFocus, conversationView.follows { unread = nil }
    hasFocus = !away
    missed = 0
    return []
  }

  /// Makes a change that may move the panes, and lets those that don't follow keep their top rows.
  @discardableResult
  mutating func keepingTop<Result>(_ change: (inout Model) -> Result) -> Result {
    guard !conversationView.follows || !wireView.follows else { return change(&self) }
    let (before, place) = (layout, rooms.shown)
    let area = before.conversation
    let line = conversationView.topRow(
      in: ConversationPane(model: self, area: area).list, height: area.height)
    let block = wirePane.flatMap { wireView.topRow(in: $0.list, height: $0.area.height) }
    let result = change(&self)
    let after = layout
    guard after != before, rooms.shown == place else { return result }
    if let line, after.conversation != area {
      let list = ConversationPane(model: self, area: after.conversation).list
      conversationView.keep(top: line, in: list, height: after.conversation.height)
    }
    if let block, after.wire != before.wire, let pane = wirePane {
      wireView.keep(top: block, in: pane.list, height: pane.area.height)
    }
    return result
  }
}

extension Utterance {
  /// What came without an event around it.
  fileprivate var plain: String? {
    switch kind {
    case .raw(let text), .text(let text), .datagram(let text, _): text
    default: nil
    }
  }
}
