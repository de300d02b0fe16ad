import ArgumentParser
import ChatScreen

/// The options of the look of the screen, each also a line of the settings file.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: "Colours: the terminal's own 16 (standard), 256 (rich) or bright on black (projector).",
    completion: .values(of: .theme))
  var theme: String?

  @Option(
    help: "Lines and arrows as unicode has them, or ascii; ascii where the locale is not UTF-8.",
    completion: .values(of: .signs))
  var signs: String?

  @Option(
    help: "Whether the mouse scrolls, picks and drags, on or off; off leaves it to the terminal.",
    completion: .values(of: .mouse))
  var mouse: String?

  @Option(
    help: "Whether each line of the conversation begins with its time, on or off; on if not given.",
    completion: .values(of: .timestamps))
  var timestamps: String?

  @Option(
    help: "Whether the bell rings when somebody says our name, on or off; on if not given.",
    completion: .values(of: .bell))
  var bell: String?

  @Option(help: "The most columns of text in a line, 20 to 1000, or off; 100 if not given.")
  var width: String?

  @Option(
    help: "How comings and goings are shown: each, folded or hidden; each if not given.",
    completion: .values(of: .joins))
  var joins: String?

  @Option(
    help: ArgumentHelp(
      "How many messages of before are asked for on joining, 1 to 1000, or off; off if not given.",
      valueName: "messages"))
  var recall: String?

  @Option(
    help: ArgumentHelp(
      "Whose words are not shown: names parted by spaces, or off.", valueName: "nicks"))
  var ignore: String?

  @Option(
    help: ArgumentHelp(
      "Keys that give commands, like \"F10 /theme rich; Alt+q /room 2\".", valueName: "keys"))
  var keys: String?

  @Option(
    help: ArgumentHelp(
      "The file to which what is said on screen is appended, one line a message.",
      valueName: "file"),
    completion: .file())
  var chatLog: String?

  /// What was given.
  var given: [Setting: String] {
    var given: [Setting: String] = [:]
    (given[.theme], given[.signs], given[.mouse]) = (theme, signs, mouse)
    (given[.timestamps], given[.bell], given[.width]) = (timestamps, bell, width)
    (given[.joins], given[.ignore], given[.keys]) = (joins, ignore, keys)
    (given[.recall], given[.chatLog]) = (recall, chatLog)
    return given
  }

  func validate() throws {
    for (setting, value) in given where !setting.accepts(value) {
      throw ValidationError("--\(setting.rawValue) takes \(setting.usage), not '\(value)'")
    }
  }
}

extension CompletionKind {
  /// The words that a setting takes.
  fileprivate static func values(of setting: Setting) -> CompletionKind {
    .list(setting.usage.split(separator: "|").map(String.init))
  }
}
