extension Model {
  /// Takes the settings that the program was started with.
  mutating func start(with settings: [Setting: String]) -> [Effect] {
    var effects: [Effect] = []
    for setting in Setting.allCases {
      guard let value = settings[setting], setting.accepts(value) else { continue }
      switch setting {
      case .nick, .host, .port, .framing, .logFile, .logLevel: startup[setting] = value
      case .keys: keys.take(KeyBindings.changes(in: value) ?? [])
      default: effects += set(setting, to: value)
      }
    }
    hint = nil
    return effects
  }
}
