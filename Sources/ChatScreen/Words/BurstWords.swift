// What became of a burst.
extension Phrase {
  static let arrow = Phrase(verbatim: " → ")
  static let comma = Phrase(", ", "，")
  static let middleDot = Phrase(verbatim: " · ")

  static func outcome(_ counts: Phrase, because reasons: Phrase) -> Phrase {
    Phrase("\(counts): \(reasons)", "\(counts)：\(reasons)")
  }

  static func atLeast(_ count: Phrase) -> Phrase { Phrase("at least \(count)", "至少 \(count)") }

  static func soFar(_ reads: Phrase, _ bytes: Int, of whole: Int) -> Phrase {
    Phrase("\(reads) (\(bytes) of \(whole) B)", "\(reads)（\(whole) B 中的 \(bytes)）")
  }

  static func merged(_ count: Int, by cause: Phrase?) -> Phrase {
    guard let cause else {
      return Phrase("the sender merged \(count) of the writes", "发送方合并了其中 \(count) 次写")
    }
    return Phrase(
      "the sender merged \(count) of the writes (\(cause))", "发送方合并了其中 \(count) 次写（\(cause)）")
  }

  static let nagle = Phrase(verbatim: "Nagle")
  static let fullWindow = Phrase("full window or autocorking", "窗口已满或 autocorking")
  static let tcpCork = Phrase(verbatim: "TCP_CORK")

  static func lateReader(_ count: Int, isCertain: Bool) -> Phrase {
    isCertain
      ? Phrase("the reader came late for \(count) of the segments", "有 \(count) 段，接收方读晚了")
      : Phrase(
        "the reader came late for at least \(count) of the segments", "至少有 \(count) 段，接收方读晚了")
  }

  static func smallBuffer(_ size: Int, times: Int) -> Phrase {
    times == 1
      ? Phrase("a buffer of \(size) B cut writes once", "\(size) B 的缓冲区切开了 1 次")
      : Phrase(
        "a buffer of \(size) B cut writes \(times) times", "\(size) B 的缓冲区切开了 \(times) 次")
  }

  static let whileClosing = Phrase("read while closing", "关闭时才读")
  static let readsUntold = Phrase("reads not told by this server", "这个服务器没有报告读")
  static let readAlone = Phrase("each write was read alone", "每次写都单独读到")
  static let notAllKnown = Phrase("not all writes are known", "不是所有的写都知道")
  static let causeNotMeasured = Phrase("cause not measured", "原因没有测到")
}
