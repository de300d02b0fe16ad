/// What a key or a command asks of the look of the screen.
package enum ScreenIntent: Equatable, Sendable {
  /// nil is the next one.
  case theme(Theme?)
  case signs(Signs?)
  case language(Language?)
  /// nil is the other way.
  case mouse(Bool?)
  /// Lines around the panes; nil is the other way.
  case frame(Bool?)
  /// Write what is on screen into a file, as a picture.
  case screenshot(String)
  /// Append what is said to a file; nil ends that.
  case chatLog(String?)
  /// Give keys commands; without a word, say which have one.
  case keys(String)
  /// Change a setting, one of the next start perhaps.
  case set(Setting, String)
  /// Show all settings.
  case settings
  /// Write them to the settings file.
  case save
}

extension Model {
  /// Does what a key or a command asks of the look of the screen.
  mutating func carryOut(_ intent: ScreenIntent) -> [Effect] {
    switch intent {
    case .theme(let theme):
      appearance.theme = theme ?? Model.next(after: appearance.theme)
      hint = .theme(appearance.theme)
    case .signs(let signs): appearance.signs = signs ?? Model.next(after: appearance.signs)
    case .language(let wanted): language = wanted ?? Model.next(after: language)
    case .mouse(let isOn):
      appearance.hasMouse = isOn ?? !appearance.hasMouse
      hint = .mouse(appearance.hasMouse)
      return [.mouse(appearance.hasMouse)]
    case .frame(let isOn):
      keepingTop { $0.appearance.hasFrame = isOn ?? !$0.appearance.hasFrame }
    case .screenshot(let file):
      guard file.lowercased().hasSuffix(Picture.ending) else {
        say(.trouble(.noScreenshot(file)))
        break
      }
      let svg = Picture(view(self), theme: appearance.theme).svg
      return [.copy(svg, file: file, what: .picture(size))]
    case .chatLog(let file):
      startup[.chatLog] = file
      return [.chatLog(file)]
    case .keys(let text): changeKeys(text)
    case .set(let setting, let value): return set(setting, to: value)
    case .settings: page = Page(.settings)
    case .save: return [.save(Setting.allCases.map { ($0, $0.value(in: self)) }.map(Choice.init))]
    }
    return []
  }

  private static func next<Choice: CaseIterable & Equatable>(after choice: Choice) -> Choice {
    let all = Array(Choice.allCases)
    let place = all.firstIndex(of: choice).map { ($0 + 1) % all.count } ?? 0
    return all[place]
  }
}
