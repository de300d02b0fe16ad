// The status line.
extension Phrase {
  static let connecting = Phrase("connecting …", "正在连接 …")
  static let connected = Phrase("connected", "已连接")
  static let joined = Phrase("joined", "已加入")
  static let closed = Phrase("closed", "已关闭")
  static let capturing = Phrase("● capture", "● 抓取")

  static func lost(seconds: String) -> Phrase {
    Phrase("lost: retrying in \(seconds) s", "断线：\(seconds) 秒后重试")
  }

  // A replay.
  static func step(_ step: Int, of count: Int) -> Phrase {
    Phrase("step \(step) of \(count)", "第 \(step) 步，共 \(count) 步")
  }

  static let playing = Phrase("playing", "播放中")

  static func replay(_ name: String) -> Phrase { Phrase("replay \(name)", "回放 \(name)") }

  // What keys do, in one word.
  static let onward = Phrase("on", "前进")
  static let backward = Phrase("back", "后退")
  static let play = Phrase("play", "播放")
  static let quit = Phrase("quit", "退出")
  static let framing = Phrase("framing", "分帧")
  static let chat = Phrase("chat", "对话")
  static let wire = Phrase("wire", "字节")

  // The two ends.
  static func there(_ words: Phrase) -> Phrase { Phrase("there: \(words)", "对端：\(words)") }
  static func here(_ words: Phrase) -> Phrase { Phrase("here: \(words)", "本端：\(words)") }
  static func both(_ words: Phrase) -> Phrase { Phrase("both: \(words)", "两端：\(words)") }
  static let space = Phrase(verbatim: " ")
  static let unknown = Phrase(verbatim: "?")
  static let ellipsis = Phrase(verbatim: "…")

  static func late(_ milliseconds: Int) -> Phrase {
    milliseconds == 0
      ? Phrase("late 0", "等 0") : Phrase("late \(milliseconds) ms", "等 \(milliseconds) ms")
  }

  static func readSize(_ bytes: Int) -> Phrase {
    Phrase("read \("\(bytes)")", "读 \("\(bytes)")")
  }

  static let nagleOn = Phrase("nagle on", "Nagle 开")
  static let nagleOff = Phrase("nagle off", "Nagle 关")
  static let quickAckOff = Phrase("quickack off", "缓确认")

  // How messages go out.
  static func gap(_ milliseconds: Int) -> Phrase {
    Phrase("gap \(milliseconds) ms", "间隔 \(milliseconds) ms")
  }

  static func slice(_ bytes: Int, pause: Int) -> Phrase {
    pause > 0
      ? Phrase("slice \("\(bytes)")/\(pause) ms", "切片 \("\(bytes)")/\(pause) ms")
      : Phrase("slice \("\(bytes)")", "切片 \("\(bytes)")")
  }

  static let splitHeader = Phrase("split", "首部分写")
  static let cork = Phrase(verbatim: "cork")

  static func flipsNext(_ place: Int) -> Phrase {
    Phrase("flip \("\(place)") next", "下次取反 \("\(place)")")
  }

  static func dropsNext(_ place: Int) -> Phrase {
    Phrase("drop \("\(place)") next", "下次去掉 \("\(place)")")
  }
}
