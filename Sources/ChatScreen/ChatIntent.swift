/// What a key or a command asks of the conversation.
package enum ChatIntent: Equatable, Sendable {
  /// Show times or not; nil is the other way.
  case timestamps(Bool?)
  case bell(Bool?)
  /// The most columns of text; nil has no bound.
  case textWidth(Int?)
  /// How comings and goings are shown; nil is the next way.
  case presence(Preferences.Presence?)
  /// Show no words of somebody; nil lists who that is.
  case ignore(String?)
  case listen(String)
  /// Be away, and say so to whoever writes to us alone; without text, be here again.
  case away(String)
  /// Look for text; nil lets it be typed.
  case look(String?)
  case lookAgain(PaneIntent.Step)
  /// Scroll to the first line, or to the first unread one.
  case start, unread
}

extension Model {
  /// Does what a key or a command asks of the conversation.
  mutating func carryOut(_ intent: ChatIntent) {
    switch intent {
    case .timestamps(let isOn):
      preferences.timestamps = isOn ?? !preferences.timestamps
      hint = .timestamps(preferences.timestamps)
    case .bell(let isOn):
      preferences.bell = isOn ?? !preferences.bell
      hint = .bell(preferences.bell)
    case .textWidth(let columns):
      preferences.textWidth = columns
      hint = .textWidth(columns)
    case .presence(let wanted):
      let all = Preferences.Presence.allCases
      let next = all.drop { $0 != preferences.presence }.dropFirst().first ?? .each
      preferences.presence = wanted ?? next
      hint = .presence(preferences.presence)
    case .ignore(nil): hint = .ignored(preferences.ignored.sorted())
    case .ignore(let nick?):
      preferences.ignored.insert(People.key(nick))
      hint = .ignores(VisibleText.row(nick))
    case .listen(let nick):
      let was = preferences.ignores(nick)
      preferences.ignored.remove(People.key(nick))
      preferences.left(nick)
      hint = .listens(VisibleText.row(nick), was: was)
    case .away(let text):
      away = text.isEmpty ? nil : Away(text)
      hint = text.isEmpty ? .hereAgain : .isAway
    case .look(nil): startLook()
    case .look(let text?): look(for: text)
    case .lookAgain(let step): lookAgain(step)
    case .start:
      let area = layout.conversation
      let list = ConversationPane(model: self, area: area).list
      leaveEnd()
      conversationView.showStart(of: list, height: area.height)
    case .unread:
      guard let unread, conversation.numbers.contains(unread) else {
        hint = .nothingUnread
        break
      }
      showLine(unread)
    }
  }

  private mutating func startLook() {
    guard composer.isEmpty else {
      hint = .searchNeedsEmptyLine
      return
    }
    focus = .conversation
    composer.insert("/search ")
  }
}
