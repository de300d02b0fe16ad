/// The commands of the look of the screen, and of settings.
enum ScreenCommands {
  static let entries: [ClientCommand.Entry] = [
    ClientCommand.Entry("/theme standard|rich|projector", .commandTheme) {
      choice($0) { .theme($0) }
    },
    ClientCommand.Entry("/signs unicode|ascii", .commandSigns) { choice($0) { .signs($0) } },
    ClientCommand.Entry("/language en|zh", .commandLanguage) { choice($0) { .language($0) } },
    ClientCommand.Entry("/mouse on|off", .commandMouse) { toggle($0) { .mouse($0) } },
    ClientCommand.Entry("/frame on|off", .commandFrame) { toggle($0) { .frame($0) } },
    ClientCommand.Entry("/screenshot FILE", .commandScreenshot) {
      $0.isEmpty ? nil : .screen(.screenshot($0))
    },
    ClientCommand.Entry("/chat-log FILE|off", .commandChatLog) {
      $0.isEmpty ? nil : .screen(.chatLog($0 == "off" ? nil : $0))
    },
    ClientCommand.Entry("/keys KEY /COMMAND|off", .commandKeys) {
      Setting.keys.accepts($0) || $0.isEmpty ? .screen(.keys($0)) : nil
    },
    ClientCommand.Entry("/set NAME VALUE", .commandSet) { set($0) },
    ClientCommand.Entry("/save", .commandSave) { $0.isEmpty ? .screen(.save) : nil },
  ]

  private static func choice<Choice: RawRepresentable<String>>(
    _ word: String, _ intent: (Choice?) -> ScreenIntent
  ) -> Intent? {
    if word.isEmpty { return .screen(intent(nil)) }
    return Choice(rawValue: word).map { .screen(intent($0)) }
  }

  private static func toggle(_ word: String, _ intent: (Bool?) -> ScreenIntent) -> Intent? {
    switch word {
    case "": .screen(intent(nil))
    case "on": .screen(intent(true))
    case "off": .screen(intent(false))
    default: nil
    }
  }

  private static func set(_ arguments: String) -> Intent? {
    if arguments.isEmpty { return .screen(.settings) }
    let words = arguments.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let setting = Setting(rawValue: String(words[0])) else { return nil }
    return .screen(.set(setting, String(words[1])))
  }
}
