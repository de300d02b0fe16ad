// The help page.
extension Phrase {
  static let keys = Phrase("Keys", "按键")
  static let keysInWirePane = Phrase("Keys in the wire pane (F3)", "字节窗格里的按键（F3）")
  static let commands = Phrase("Commands", "命令")
  static let serverCommands = Phrase("Commands for the server", "给服务器的命令")
  static let wireCommands = Phrase("Commands for the wire", "调整收发的命令")
  static let saysSlash = Phrase("say /text", "说出 /文字")

  static let readingTheWire = Phrase("Reading the wire", "怎样读线上字节")
  static let markWrite = Phrase("▶ write", "▶ 写")
  static let meansWrite = Phrase(
    "what one write(2) took (≥1: more calls)", "一次 write(2) 写下的（≥1：不止一次调用）")
  static let markRead = Phrase("◀ read", "◀ 读")
  static let meansRead = Phrase("what one read(2) returned", "一次 read(2) 读到的")
  static let markPeerRead = Phrase("⇥ read", "⇥ 读")
  static let meansPeerRead = Phrase("what one read(2) of the server returned", "服务器一次 read(2) 读到的")
  static let meansSame = Phrase("the same bytes as write 1", "与第 1 次写的字节相同")
  static let meansHeader = Phrase("length header", "长度字段")
  static let meansDelimiter = Phrase("the mark behind a line", "行尾的标记")
  static let meansUnfinished = Phrase(
    "part of a message that is not whole yet", "还不完整的消息的一部分")
  static let meansGarbage = Phrase("bytes without a meaning", "没有意义的字节")
  static let meansNoLetter = Phrase(
    "beside the hex: a byte 0, another control, one of 128 or more",
    "十六进制右边：字节 0、其他控制字节、128 及以上的字节")
  static let meansSeams = Phrase(
    "on the tape: where one ends and the next begins; several such places in one column",
    "刻度带上：一个结束、下一个开始的地方；一列里有好几处")
  static let meansAside = Phrase(
    "such a place that shares its column with one above, but is at another byte",
    "这样的地方，与上面的同列，但不在同一个字节")
  static let meansCall = Phrase("one write, one segment or one read", "一次写、一段或一次读")
  static let meansCrowd = Phrase(
    "2 segments; where the first ends is not known", "2 段，不知道第一段在哪里结束")
  static let meansBar = Phrase(
    "what waits in a kernel; full is the most that it has held", "内核里等着的字节；满格是到现在为止最多的时候")

  static let verdicts = Phrase("Verdicts on a read", "对一次读的判定")
  static let sticky = Phrase("STICKY ×n", "粘包 ×n")
  static let half = Phrase("HALF a/b", "半包 a/b")
  static let meansOneToOne = Phrase("it is one write", "正好是一次写")
  static let meansSticky = Phrase("it is n whole writes", "是 n 次完整的写")
  static let meansHalf = Phrase("it is a of the b bytes of one write", "是一次写的 b 字节中的 a 字节")
  static let meansMixed = Phrase(
    "it has several writes, not all of them whole", "有好几次写，并非都完整")
  static let meansUnknown = Phrase("the writes are not known", "不知道有哪些写")
  static let mixed = Phrase("MIXED", "混合")

  // Under the page.
  static let closesOrMore = Phrase(
    " PgDn more · any other key closes ", " PgDn 还有 · 按其他键关闭 ")
  static let escClosesOrMore = Phrase(" PgDn more · Esc closes ", " PgDn 还有 · Esc 关闭 ")
  static let closes = Phrase(" any key closes ", " 按任意键关闭 ")
  static let help = Phrase("help", "帮助")
  static let decode = Phrase("decode", "解码")
  static let layers = Phrase("layers", "分层")

  // The keys under the panes.
  static let legend = [
    Phrase("Esc chat", "Esc 对话"), Phrase("↑↓ pick", "↑↓ 选"), Phrase("p pause", "p 停"),
    Phrase("/ find", "/ 找"), Phrase("n N again", "n N 再找"), Phrase("f filter", "f 过滤"),
    Phrase("t time", "t 时间"), Phrase("z zoom", "z 放大"), Phrase("y copy", "y 复制"),
    Phrase("d decode", "d 解码"), Phrase("l layers", "l 分层"),
  ]
}
