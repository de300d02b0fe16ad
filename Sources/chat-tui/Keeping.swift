import ChatClient
import ChatScreen
import ChatTerminal

// What the screen keeps in files: what is said, and how it is set.
extension ScreenLoop {
  /// Appends what is said from now on to a file; nil ends that.
  func openLog(_ file: String?) {
    let wasOpen = chatLog != nil
    chatLog = nil
    guard let file else {
      if wasOpen { say(.notice(.loggingEnded)) }
      return
    }
    do throws(SaveError) {
      chatLog = try ChatLog(path: file)
      say(.notice(.logging(to: file)))
    } catch {
      say(.trouble(.noLog(file, "\(error)")))
    }
  }

  /// Appends the lines of the conversation from `number` on.
  func log(from number: Int) {
    guard let chatLog else { return }
    do throws(SaveError) {
      for number in number..<max(number, model.conversation.numbers.upperBound) {
        guard let utterance = model.conversation[number],
          let line = LogLine(utterance, nick: model.nick, model.language)
        else { continue }
        try chatLog.append(line)
      }
    } catch {
      self.chatLog = nil
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
