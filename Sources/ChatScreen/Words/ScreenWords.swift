// What the client says of the look of the screen, and of settings.
extension Phrase {
  static let commandTheme = Phrase(
    "colours: the terminal's 16, 256, or for a wall", "颜色：终端的 16 色、256 色，或投影用")
  static let commandSigns = Phrase("lines and arrows, or ASCII in their place", "线条和箭头，或用 ASCII 代替")
  static let commandLanguage = Phrase("the language of the screen", "屏幕的语言")
  static let commandMouse = Phrase(
    "wheel, click and drag; off leaves the mouse to the terminal", "滚轮、点击和拖动；off 把鼠标留给终端")
  static let commandFrame = Phrase(
    "lines around the panes; off is for the terminal's own selection", "窗格的边框；off 便于用终端自己的选择")
  static let commandScreenshot = Phrase(
    "write the screen into FILE.svg as a picture (SVG)", "把屏幕存成图片（SVG，文件名以 .svg 结尾）")
  static let commandChatLog = Phrase("append what is said to FILE", "把说的话追加到文件")
  static let commandKeys = Phrase(
    "let a key give a command; off is its own meaning", "让一个键发出命令；off 恢复原义")
  static let commandSet = Phrase(
    "change a setting; without words, list them all", "改一项设置；不写就全部列出")
  static let commandSave = Phrase("keep the settings for the next start", "保存设置，下次启动时用")

  static func noScreenshot(_ file: String) -> Phrase {
    Phrase(
      "no screenshot: \(file): the picture is SVG, and the name does not end in .svg",
      "没有存屏幕：\(file)：图片是 SVG，文件名没有以 .svg 结尾")
  }

  static let keyMouse = Phrase(
    "the mouse: wheel, click, drag; or the terminal's", "鼠标：滚轮、点击、拖动；或留给终端")
  static let keyFrame = Phrase("without lines, to select text, or with them", "去掉边框以便选择文字，或恢复")
  static let keyTheme = Phrase("the next theme of colours", "换颜色主题")

  static func theme(_ theme: Theme) -> Phrase {
    switch theme {
    case .standard: Phrase("theme standard: the terminal's 16 colours", "主题 standard：终端的 16 色")
    case .rich: Phrase("theme rich: 256 colours", "主题 rich：256 色")
    case .projector: Phrase("theme projector: bright on black", "主题 projector：黑底亮字")
    }
  }

  static func mouse(_ isOn: Bool) -> Phrase {
    isOn
      ? Phrase(
        "mouse on: F5 gives it back to the terminal", "鼠标已开：F5 还给终端")
      : Phrase("mouse off: the terminal selects text with it", "鼠标已关：由终端用来选择文字")
  }

  package static let noMouse = Phrase("this terminal tells nothing of a mouse", "这个终端不报告鼠标")

  static func picture(_ size: Size) -> Phrase {
    Phrase("the screen, \(size.columns)×\(size.rows)", "屏幕，\(size.columns)×\(size.rows)")
  }

  // Keys of the reader's own choice.
  static let ownKeysTitle = Phrase("Your own keys", "自定义的键")
  static let noOwnKeys = Phrase("no keys of your own", "没有自定义的键")

  static func ownKeys(_ text: String) -> Phrase { Phrase("keys: \(text)", "键：\(text)") }

  // Settings.
  static let notSet = Phrase("(not set)", "（未设）")
  static let atNextStart = Phrase("at the next start", "下次启动时")
  static let howToSet = Phrase(
    "/set NAME VALUE changes one, /save keeps them all; flags and the settings file have the same names",
    "/set 名称 值 改一项，/save 全部保存；命令行参数和设置文件用同样的名称")

  static func settingTakes(_ setting: Setting) -> Phrase {
    Phrase(
      "\(setting.rawValue) takes \(setting.usage)", "\(setting.rawValue) 的值是 \(setting.usage)")
  }

  static func nextStart(_ setting: Setting, _ value: String) -> Phrase {
    Phrase(
      "\(setting.rawValue) = \(value) at the next start, once /save has kept it",
      "\(setting.rawValue) = \(value) 用 /save 保存后，下次启动时生效")
  }

  package static func settingsSaved(in file: String) -> Phrase {
    Phrase("settings saved in \(file)", "设置已存入 \(file)")
  }

  // The log of what is said.
  package static func logging(to file: String) -> Phrase {
    Phrase("what is said goes to \(file)", "说的话写入 \(file)")
  }

  package static let loggingEnded = Phrase("the chat log has ended", "聊天记录结束")

  package static func noLog(_ file: String, _ reason: String) -> Phrase {
    Phrase("no chat log in \(file): \(reason)", "\(file) 里写不了聊天记录：\(reason)")
  }

  static let settingsTitle = Phrase("settings", "设置")
}
