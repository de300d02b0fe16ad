import ChatClient
import ChatScreen
import ChatTerminal

// What the screen keeps in files: what is said, and how it is set.
extension ScreenLoop {
  /// Appends what is said from now on to a file; nil ends that.
  func openLog(_ file: String?) {
    let wasOpen = chatLog != nil
    (chatLog, model.logged) = (nil, nil)
    guard let file else {
      if wasOpen { say(.notice(.loggingEnded)) }
      return
    }
    do throws(SaveError) {
      chatLog = try ChatLog(path: file)
      model.logged = []
      say(.notice(.logging(to: file)))
    } catch {
      say(.trouble(.noLog(file, "\(error)")))
    }
  }

  /// Appends what the model has for it.
  func log() {
    guard let chatLog, let lines = model.logged, !lines.isEmpty else { return }
    model.logged = []
    do throws(SaveError) {
      for line in lines { try chatLog.append(line) }
    } catch {
      (self.chatLog, model.logged) = (nil, nil)
      say(.trouble(.noLog(chatLog.path, "\(error)")))
    }
  }

  /// Writes settings to the settings file.
  func save(_ choices: [Choice]) {
    let shelf = SettingsShelf.standard()
    do throws(SettingsError) {
      try shelf.save(choices, unless: usual)
      say(.notice(.settingsSaved(in: shelf.path)))
    } catch {
      say(.trouble(.notSaved(in: shelf.path, "\(error)")))
    }
  }

  /// What is so without flags and a file.
  private var usual: [Setting: String] {
    var model = Model(size: model.size, endpoint: model.endpoint, nick: model.nick)
    model.appearance.signs = terminal.signs
    model.language = LessonOptions.ofLocale
    return Dictionary(
      Setting.allCases.compactMap { setting in setting.value(in: model).map { (setting, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func say(_ heard: Heard) {
    mailbox.put(.message(.heard(heard, at: Clock.wallTime())))
  }
}
