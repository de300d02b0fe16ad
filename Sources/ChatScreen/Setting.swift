import ChatWire

/// Something that can be chosen for good: a flag, a line of the settings file, and a word for `/set`, all by one name.
package enum Setting: String, CaseIterable, Sendable {
  case nick, host, port, framing, language, theme, mouse, signs, timestamps, bell, width, joins,
    recall, ignore, keys
  case chatLog = "chat-log"
  case logFile = "log-file"
  case logLevel = "log-level"

  /// What it takes.
  package var usage: String {
    switch self {
    case .nick: "NICK"
    case .host: "HOST"
    case .port: "0-65535"
    case .framing: "length|raw|line|udp"
    case .language: "en|zh"
    case .theme: "standard|rich|projector"
    case .signs: "unicode|ascii"
    case .mouse, .timestamps, .bell: "on|off"
    case .width: "20-1000|off"
    case .joins: "each|folded|hidden"
    case .recall: "1-1000|off"
    case .ignore: "NICK …|off"
    case .keys: "KEY /COMMAND|off"
    case .chatLog, .logFile: "FILE"
    case .logLevel: "trace|debug|info|notice|warning|error|critical"
    }
  }

  /// Whether it takes a value.
  package func accepts(_ value: String) -> Bool {
    switch self {
    case .nick: return Nick(value) != nil
    case .host, .chatLog, .logFile: return !value.isEmpty
    case .port: return Int(value).map { (0...65_535).contains($0) } ?? false
    case .width:
      return value == "off" || Int(value).map { Preferences.widths.contains($0) } ?? false
    case .recall:
      return value == "off" || Int(value).map { Command.historyRange.contains($0) } ?? false
    case .ignore: return value == "off" || Preferences.ignored(in: value) != nil
    case .keys: return value == "off" || KeyBindings.changes(in: value) != nil
    default: return usage.split(separator: "|").contains { $0 == value }
    }
  }

  /// Whether a running program can change it.
  var isLive: Bool {
    switch self {
    case .host, .port, .logFile, .logLevel: false
    default: true
    }
  }

  /// What it is now; nil where nobody has chosen and the program decides at each start.
  package func value(in model: Model) -> String? {
    let preferences = model.preferences
    switch self {
    case .language: return model.language.rawValue
    case .theme: return model.appearance.theme.rawValue
    case .signs: return model.appearance.signs.rawValue
    case .mouse: return Setting.word(model.appearance.hasMouse)
    case .timestamps: return Setting.word(preferences.timestamps)
    case .bell: return Setting.word(preferences.bell)
    case .width: return preferences.textWidth.map { "\($0)" } ?? "off"
    case .joins: return preferences.presence.rawValue
    case .recall: return preferences.recall > 0 ? "\(preferences.recall)" : "off"
    case .ignore:
      let nicks = preferences.ignored.filter { Nick($0) != nil }.sorted()
      return nicks.isEmpty ? "off" : nicks.joined(separator: " ")
    case .keys: return model.keys.text
    case .nick, .host, .port, .framing, .chatLog, .logFile, .logLevel: return model.startup[self]
    }
  }

  private static func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }
}

/// A setting and its value; nil is none.
package struct Choice: Equatable, Sendable {
  package let setting: Setting
  package let value: String?

  package init(_ setting: Setting, _ value: String?) {
    self.setting = setting
    self.value = value
  }
}

extension Model {
  /// Changes a setting as the command of its name does, or for the next start.
  mutating func set(_ setting: Setting, to value: String) -> [Effect] {
    guard setting.accepts(value) else {
      say(.trouble(.settingTakes(setting)))
      return []
    }
    if setting == .nick { formerNick = .some(startup[.nick]) }
    switch setting {
    case .nick, .framing, .host, .port, .logFile, .logLevel: startup[setting] = value
    default: break
    }
    guard setting.isLive else {
      hint = .nextStart(setting, value)
      return []
    }
    if setting == .recall {
      preferences.recall = Int(value) ?? 0
      hint = .recalls(preferences.recall)
      return []
    }
    if setting == .ignore {
      preferences.ignored = Preferences.ignored(in: value) ?? []
      hint = .ignored(preferences.ignored.sorted())
      return []
    }
    guard case .intent(let intent) = ClientCommand.read("/\(setting.rawValue) \(value)") else {
      return []
    }
    if setting == .nick, state != .joined { return [] }
    if setting == .nick, !mayCarryOut(intent, "/nick \(value)") { return [] }
    if setting == .framing, endpoint.framing.rawValue == value { return [] }
    return carryOut(intent)
  }
}
