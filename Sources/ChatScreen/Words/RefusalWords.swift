import ChatWire

// What a server refuses.
extension Phrase {
  /// The server's own sentence; in another language than its own, behind a word for it.
  static func refusal(_ code: ErrorCode, _ text: String) -> Phrase {
    if text.isEmpty { return word(code) }
    return Phrase("\(text)", "\(word(code))（\(text)）")
  }

  private static func word(_ code: ErrorCode) -> Phrase {
    switch code {
    case .frame: Phrase("frame", "帧不合规则")
    case .line: Phrase("line", "行不合规则")
    case .utf8: Phrase("utf8", "不是 UTF-8")
    case .nickTaken: Phrase("nick-taken", "名字有人用了")
    case .nickBad: Phrase("nick-bad", "名字不能用")
    case .version: Phrase("version", "版本不符")
    case .noNick: Phrase("no-nick", "没有这个人")
    case .noConnection: Phrase("no-connection", "没有这条连接")
    case .range: Phrase("range", "超出范围")
    case .unknown: Phrase("unknown", "服务器不认识这个命令")
    case .full: Phrase("full", "服务器已满")
    case .slow: Phrase("slow", "读得太慢")
    case .timeout: Phrase("timeout", "超时")
    case .room: Phrase("room", "房间")
    }
  }
}
