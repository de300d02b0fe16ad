// What each command does, as the help page says it.
extension Phrase {
  static let commandBurst = Phrase(
    "send TEXT N times, \(ClientCommand.burstLimit) at most, in a tight loop",
    "在紧凑循环里把文字发送 N 次，最多 \(ClientCommand.burstLimit) 次")
  static let commandFraming = Phrase(
    "change the framing; without a word, the next one", "换分帧方式；不写就换下一种")
  static let commandReconnect = Phrase(
    "try again at once where there is no connection", "没有连接时，立即再试")
  static let commandRaw = Phrase("raw or length framing", "raw 或 length 分帧")
  static let commandStep = Phrase("go on with the lesson", "继续课程")
  static let commandCapture = Phrase(
    "write the wire from now on to FILE.pcapng, .hex or .jsonl; off ends it",
    "从现在起把线上字节写入文件（.pcapng、.hex 或 .jsonl）；off 结束")
  static let commandTape = Phrase(
    "the tape's direction; without a word, the other one", "刻度带显示的方向；不写就换另一个")
  static let commandZoomTape = Phrase(
    "N bytes in a column of the tape, or the burst in view", "刻度带每列 N 字节，或正好容下眼前的连发")
  static let commandClear = Phrase("empty both panes", "清空两个窗格")
  static let commandFocus = Phrase("keys go to the other pane", "按键交给另一个窗格")
  static let commandUp = Phrase("scroll back, a page or ROWS", "向回滚动，一页或 ROWS 行")
  static let commandDown = Phrase("scroll forward, a page or ROWS", "向前滚动，一页或 ROWS 行")
  static let commandEnd = Phrase("scroll to the end and follow", "滚到末尾并跟随")
  static let commandRedraw = Phrase("paint the screen again", "重画屏幕")
  static let commandSuspend = Phrase("stop until the shell says fg", "暂停，直到 shell 用 fg 恢复")
  static let commandHelp = Phrase("this help, or what one command does", "本帮助，或一个命令的说明")
  static let commandQuit = Phrase("leave; the reason may be missing", "离开；原因可以不写")
  static let commandNick = Phrase("take another name", "换个名字")
  static let commandMe = Phrase("say what you do", "说你在做什么")
  static let commandMsg = Phrase("tell one person", "只对一个人说")
  static let commandWho = Phrase("who is here", "谁在这里")
  static let commandHistory = Phrase("the last N messages, 1 to 1000", "最近 N 条消息，1 到 1000")
  static let commandPing = Phrase("ask the server for a sign of life", "请服务器应答一声")
  static let commandPause = Phrase("let the wire stand still, or follow again", "让字节窗格停住，或重新跟随")
  static let commandBlock = Phrase(
    "pick the block above or below; its message lights up", "选中上一块或下一块；对应的消息亮起")
  static let commandLine = Phrase(
    "pick a line of the conversation; its bytes light up", "选中对话里的一行；对应的字节亮起")
  static let commandUnpick = Phrase("nothing is picked any more", "取消选中")
  static let commandFind = Phrase(
    "find text on the wire; /find hex 05 00 finds bytes", "在线上字节里找文字；/find hex 05 00 找字节")
  static let commandNext = Phrase("the next place where they are", "下一处")
  static let commandPrevious = Phrase("the place before", "上一处")
  static let commandFilter = Phrase("leave other blocks out, counted", "略去其余的块，并计数")
  static let commandTime = Phrase("from when times on the wire count", "线上时间从何时算起")
  static let commandZoom = Phrase("one pane for the whole screen, or both again", "一个窗格占满屏幕，或恢复两个")
  static let commandDecode = Phrase("the same bytes, five decoders", "同样的字节，五种解码器")
  static let commandLayers = Phrase(
    "the headers around what is picked, or the last write", "选中内容或最近一次写外面的各层首部")
  static let commandCopy = Phrase(
    "copy what is picked to the clipboard, or to FILE; text of a line: its words",
    "把选中的内容复制到剪贴板，或写入文件；对话行用 text 只复制文字")
  static let commandLate = Phrase(
    "the server waits 0 to 5000 ms before each read; here: we do",
    "服务器每次读之前等 0 到 5000 ms；here：我们这端等")
  static let commandRbuf = Phrase(
    "one read of the server takes 1 to 65536 bytes; here: ours", "服务器一次读最多取 1 到 65536 字节；here：我们这端")
  static let commandNagle = Phrase("Nagle's algorithm, at both ends or one", "Nagle 算法，两端或一端")
  static let commandQuickack = Phrase(
    "the server acknowledges at once; here: we do", "服务器立即确认（ACK）；here：我们这端")
  static let commandSlice = Phrase(
    "each message in writes of 1 to 65536 bytes, 0 to 5000 ms apart",
    "每条消息分成若干次写，每次 1 到 65536 字节，间隔 0 到 5000 ms")
  static let commandSplitHeader = Phrase("length header and body in two writes", "长度字段和正文分两次写")
  static let commandCork = Phrase(
    "full segments only (TCP_CORK; the kernel waits 200 ms at most)", "只发满段（TCP_CORK；内核最多等 200 ms）")
  static let commandGap = Phrase(
    "0 to 5000 ms between the writes of a burst", "连发时两次写之间隔 0 到 5000 ms")
  static let commandFlip = Phrase(
    "flip wire byte N, 0 to 65539, of the next message, header included",
    "把下一条消息在线上的第 N 个字节取反，0 到 65539，首部也算")
  static let commandDrop = Phrase(
    "leave wire byte N, 0 to 65539, out of the next message", "把下一条消息在线上的第 N 个字节去掉，0 到 65539")
  static let commandRace = Phrase(
    "a burst of 1 to 1000 over length, raw and udp at once, in one table",
    "同样的连发 1 到 1000 次，length、raw、udp 同时进行，列成一张表")
}
