/// The commands of the conversation.
enum ChatCommands {
  static let entries: [ClientCommand.Entry] = [
    ClientCommand.Entry("/search TEXT", .commandSearch) {
      .chat($0.isEmpty ? .lookAgain(.back) : .look($0))
    },
    ClientCommand.Entry("/older", .commandOlder) {
      $0.isEmpty ? .chat(.lookAgain(.back)) : nil
    },
    ClientCommand.Entry("/newer", .commandNewer) {
      $0.isEmpty ? .chat(.lookAgain(.forward)) : nil
    },
    ClientCommand.Entry("/top", .commandTop) { $0.isEmpty ? .chat(.start) : nil },
    ClientCommand.Entry("/unread", .commandUnread) {
      $0.isEmpty ? .chat(.unread) : nil
    },
    ClientCommand.Entry("/timestamps on|off", .commandTimestamps) {
      toggle($0) { .timestamps($0) }
    },
    ClientCommand.Entry("/width N|off", .commandWidth) {
      if $0 == "off" { return .chat(.textWidth(nil)) }
      guard let columns = Int($0), Preferences.widths.contains(columns) else { return nil }
      return .chat(.textWidth(columns))
    },
    ClientCommand.Entry("/joins each|folded|hidden", .commandJoins) {
      if $0.isEmpty { return .chat(.presence(nil)) }
      return Preferences.Presence(rawValue: $0).map { .chat(.presence($0)) }
    },
    ClientCommand.Entry("/ignore NICK", .commandIgnore) {
      $0.contains(" ") ? nil : .chat(.ignore($0.isEmpty ? nil : $0))
    },
    ClientCommand.Entry("/unignore NICK", .commandUnignore) {
      $0.isEmpty || $0.contains(" ") ? nil : .chat(.listen($0))
    },
    ClientCommand.Entry("/away TEXT", .commandAway) { .chat(.away($0)) },
    ClientCommand.Entry("/bell on|off", .commandBell) {
      toggle($0) { .bell($0) }
    },
  ]

  private static func toggle(_ word: String, _ intent: (Bool?) -> ChatIntent) -> Intent? {
    switch word {
    case "": .chat(intent(nil))
    case "on": .chat(intent(true))
    case "off": .chat(intent(false))
    default: nil
    }
  }
}
