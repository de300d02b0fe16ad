// What typing says.
extension Phrase {
  static let nothingToComplete = Phrase("nothing to complete", "没有可补全的")
  /// The labels of a search in the lines sent before.
  static let lineSearch = Phrase("^R ", "^R ")
  static let lineSearchLost = Phrase("^R nothing: ", "^R 没有：")

  static func moreChoices(_ count: Int) -> Phrase { Phrase("… \(count) more", "… 还有 \(count) 个") }

  static func pasted(lines: Int, bytes: Int) -> Phrase {
    Phrase(
      "pasted \(Noun.line.count(lines)), \(bytes) B · Enter sends, ^_ takes it back",
      "已粘贴 \(Noun.line.count(lines))，\(bytes) B · 回车发送，^_ 撤消")
  }

  static func cutPaste(bytes: Int) -> Phrase {
    Phrase("the paste is cut: \(bytes) B did not fit", "粘贴的内容太长：有 \(bytes) B 放不下")
  }

  // The keys.
  static let keyNewline = Phrase("a new line in the text", "在文字里换行")
  static let keyComplete = Phrase("complete a name, a command, its arguments", "补全名字、命令和参数")
  static let keyCompleteBack = Phrase("the completion before", "上一个补全")
  static let keySearchLines = Phrase("find in the lines sent before", "在发过的行里找")
  static let keyWordLeft = Phrase("one word back", "后退一个词")
  static let keyWordRight = Phrase("one word on", "前进一个词")
  static let keyKillWordBefore = Phrase("the same, up to a sign", "同上，到符号为止")
  static let keyKillWordAfter = Phrase("delete the word behind the cursor", "删除光标后的词")
  static let keyYank = Phrase("write again what was deleted so", "写回刚才这样删除的")
  static let keyYankBefore = Phrase("after ^Y: what was deleted before", "^Y 之后：写回更早删除的")
  static let keyTranspose = Phrase("swap two characters", "交换两个字")
  static let keyUndo = Phrase("take a change back", "撤消一步")
  static let keyRedo = Phrase("make it again", "重做一步")
}
