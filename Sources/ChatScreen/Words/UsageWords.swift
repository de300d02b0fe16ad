// How commands are typed.
extension Phrase {
  /// A command with its arguments; words in capitals stand for something.
  static func usage(_ text: String) -> Phrase {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let phrases = words.map { word in placeholders[word] ?? Phrase(verbatim: String(word)) }
    return .joined(phrases, by: Phrase(verbatim: " "))
  }

  private static let placeholders: [Substring: Phrase] = [
    "TEXT": Phrase("TEXT", "文字"), "FILE": Phrase("FILE", "文件"), "REASON": Phrase("REASON", "原因"),
    "NICK": Phrase("NICK", "名字"), "NAME": Phrase("NAME", "名称"), "VALUE": Phrase("VALUE", "值"),
    "ROOM": Phrase("ROOM", "房间"), "TOKEN": Phrase("TOKEN", "记号"), "BYTES": Phrase("BYTES", "字节数"),
    "COMMAND": Phrase("COMMAND", "命令"),
    "MS": Phrase("MS", "毫秒"), "KEY": Phrase("KEY", "键"),
    "/COMMAND|off": Phrase("/COMMAND|off", "/命令|off"),
  ]
}
