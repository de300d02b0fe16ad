import ChatWire

// What the client answers to keys and commands.
extension Phrase {
  static let interruptAgain = Phrase("^C again quits", "再按一次 ^C 退出")

  /// The end of a server that this program runs; `others` is how many there are, nil if that is not known.
  static func serverEnds(others count: Int?) -> Phrase {
    guard let count else {
      return Phrase(
        "the server ends with you, for others too; again to quit", "服务器会随你结束，别人也会断开；再来一次就退出")
    }
    let plural = count == 1 ? " is" : "s are"
    return Phrase(
      "\(count) other\(plural) here and the server ends with you; again to quit",
      "这里还有 \(count) 人，服务器会随你结束；再来一次就退出")
  }

  static let wireHasKeys = Phrase(
    "the wire pane has the keys: Esc or F3 goes back to the chat", "按键现在归字节窗格：Esc 或 F3 回到对话")
  static let noLesson = Phrase("no lesson waits", "没有课程在等")
  static let replaySendsNothing = Phrase("a replay: nothing is sent", "这是回放：什么也不发送")
  static let noRoomForWire = Phrase(
    "no room for the wire pane on this screen", "屏幕太小，放不下字节窗格")
  static let noBytesHere = Phrase("no bytes of this connection are there", "这条连接还没有字节")
  static let nothingToCopy = Phrase(
    "nothing to copy: pick a line (^P) or a block (F3, then ↑) first",
    "没有可复制的内容：先用 ^P 选一行，或按 F3 再按 ↑ 选一块")
  static let bytesFellOff = Phrase("its bytes fell off", "它的字节已经丢弃")
  static let noBlockAbove = Phrase("no block above", "上面没有块了")
  static let noBlockBelow = Phrase("no block below", "下面没有块了")
  static let noWireLineAbove = Phrase("no line above came over the wire", "上面没有从线上来的行了")
  static let noWireLineBelow = Phrase("no line below", "下面没有了")
  static let allIsShown = Phrase("all is shown", "全部显示")
  static let findNeedsEmptyLine = Phrase(
    "/find needs an empty line: send the text first, or ^U", "/find 需要空行：先发出文字，或按 ^U")
  static let nothingLookedFor = Phrase(
    "nothing is looked for: /find TEXT, /find hex 05 00", "还没有查找：/find 文字，/find hex 05 00")

  static func onlyShown(_ filter: WireFilter) -> Phrase {
    Phrase(
      "only \(filter.rawValue) is shown; /filter off shows all",
      "只显示 \(filter.rawValue)；/filter off 显示全部")
  }

  static func notOnWire(_ name: String) -> Phrase {
    Phrase("\(name) is not on the wire", "线上没有 \(name)")
  }

  static func found(_ name: String, at byte: Int) -> Phrase {
    Phrase("\(name) at byte \(byte)", "\(name) 在第 \(byte) 字节")
  }

  static let wrappedToBeginning = Phrase(" · wrapped to the beginning", " · 又从头开始")
  static let wrappedToEnd = Phrase(" · wrapped to the end", " · 又从末尾开始")

  static func connectedAlready(_ state: Phrase) -> Phrase {
    Phrase("\(state): nothing to reconnect", "\(state)，不用重连")
  }

  static func framingAlready(_ framing: Framing) -> Phrase {
    Phrase("the framing is \(framing.rawValue) already", "分帧已经是 \(framing.rawValue)")
  }

  static func copied(_ what: Phrase) -> Phrase {
    Phrase(
      "copied to the terminal's clipboard (OSC 52): \(what)", "已复制到终端的剪贴板（OSC 52）：\(what)")
  }

  /// What was copied: what it is called, as what it was written, how many bytes it has.
  package static func copy(of name: Phrase, as format: CopyFormat, bytes: Int) -> Phrase {
    Phrase("\(name) as \(format.rawValue), \(bytes) B", "\(name)，\(format.rawValue) 格式，\(bytes) B")
  }

  package static func message(at byte: Int) -> Phrase {
    Phrase("message at \(byte)", "第 \(byte) 字节处的消息")
  }

  package static func words(of nick: String) -> Phrase {
    Phrase("the words of \(nick)", "\(nick) 的话")
  }

  // Commands that are none.
  static func noCommand(_ name: String) -> Phrase {
    Phrase(
      "/\(name) is no command; //\(name) says it, F1 or /help lists the commands",
      "/\(name) 不是命令；//\(name) 把它当话说出，F1 或 /help 列出命令")
  }

  static func explained(_ usage: Phrase, _ help: Phrase) -> Phrase {
    Phrase("\(usage): \(help)", "\(usage)：\(help)")
  }

  static func wrongArguments(_ usage: Phrase, _ help: Phrase) -> Phrase {
    Phrase("usage: \(usage) (\(help))", "用法：\(usage)（\(help)）")
  }

  // What could not be sent.
  static func notSent(_ reason: Phrase) -> Phrase {
    Phrase("not sent: \(reason)", "未发送：\(reason)")
  }

  package static let notSent = Phrase("not sent", "未发送")
  static let noConnectionTextKept = Phrase("no connection; text kept", "没有连接；文字保留")
  static let closedTextKept = Phrase(
    "no connection; text kept · /reconnect tries again", "没有连接；文字保留 · /reconnect 再试一次")
  static let noConnection = Phrase("no connection", "没有连接")

  static func tooLong(_ size: Int, _ framing: Framing) -> Phrase {
    Phrase(
      "\(size) bytes, \(framing.rawValue) takes \(framing.limit): send it in parts",
      "\(size) 字节，\(framing.rawValue) 最多 \(framing.limit)：请分成几条发送")
  }

  static let commandOfLines = Phrase(
    "LF ends a message on the line port, and the rest would be said to all; F2 changes the framing",
    "line 端口上 LF 结束一条消息，其余会说给所有人；F2 换分帧")

  static func noRace(_ reason: Phrase) -> Phrase {
    Phrase("no race: \(reason)", "没有比赛：\(reason)")
  }

  static func tooLongForRace(_ size: Int) -> Phrase {
    Phrase(
      "\(size) bytes with /ping, udp takes \(Framing.udp.limit)",
      "加上 /ping 共 \(size) 字节，udp 最多 \(Framing.udp.limit)")
  }

  static let noWireChatServer = Phrase("no WireChat server", "对方不是 WireChat 服务器")

  static func foreignSays(_ line: String) -> Phrase {
    Phrase("no WireChat server: /\(line) says it", "对方不是 WireChat 服务器：/\(line) 把它当话说出")
  }

  static let noThreePorts = Phrase(
    "no WireChat server: there are no three ports to race over",
    "对方不是 WireChat 服务器：没有三个端口可以比赛")

  static func noSuchByte(_ place: Int, of size: Int) -> Phrase {
    Phrase(
      "\(size) B on the wire have no byte \(place); /flip off sends them whole",
      "线上共 \(size) B，没有第 \(place) 个字节；/flip off 完整发送")
  }

  static let nothingLeft = Phrase(
    "nothing would be left of it; /drop off sends it whole", "那就什么都不剩了；/drop off 完整发送")

  // Knobs.
  static let datagramsUnobserved = Phrase("a udp socket is not observed", "udp 套接字没有人观察")
  static let endUntold = Phrase(
    "the server tells nothing of its end", "服务器不报告它那一端的情况")

  static func nobodyTurns(_ reason: Phrase, alsoHere: Bool) -> Phrase {
    alsoHere
      ? Phrase(
        "\(reason): nobody there turns knobs; turned here only", "\(reason)：那一端没有人调；只调了这一端")
      : Phrase(
        "\(reason): nobody there turns knobs; here turns our own end",
        "\(reason)：那一端没有人调；加 here 调我们这一端")
  }
}
