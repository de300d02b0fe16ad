import ChatWire

// The titles and the edges of the panes.
extension Phrase {
  static let tapeIsNewer = Phrase("the tape is the newest connection's", "刻度带是最新连接的")
  static func fellOff(_ what: Phrase) -> Phrase { Phrase("\(what) fell off", "\(what)已丢弃") }

  static func bytes(_ count: Int) -> Phrase { Phrase("\(count) B", "\(count) B") }

  static func new(_ count: Int) -> Phrase { Phrase("↓ \(count) new", "↓ \(count) 条新的") }

  static let pageDown = Phrase(verbatim: "↓ PgDn")
  static let paused = Phrase("paused ↓ PgDn", "已停住 ↓ PgDn")

  static func since(_ blocks: Int, _ bytes: Int) -> Phrase {
    let count = Noun.block.count(blocks)
    return Phrase("↓ \(count), \(bytes) B since", "↓ 之后有 \(count)，\(bytes) B")
  }

  static func hidden(_ count: Int, by filter: WireFilter) -> Phrase {
    Phrase("only \(filter.rawValue), \(count) hidden", "只看 \(filter.rawValue)，略去 \(count) 块")
  }

  /// What is left out of a message with very many lines.
  static func moreLines(_ count: Phrase) -> Phrase {
    Phrase("… \(count) more; /copy text has them", "… 还有 \(count)；/copy text 可以全部复制")
  }

  static let wireTitle = Phrase("wire ▶", "字节 ▶")

  // The heading of a block.
  static let blockWrite = Phrase(" ▶ write ", " ▶ 写 ")
  static let blockWrites = Phrase(" ▶ ≥1 write ", " ▶ ≥1 次写 ")
  static let blockRead = Phrase(" ◀ read ", " ◀ 读 ")
  static let blockPeerRead = Phrase(" ⇥ server read ", " ⇥ 服务器读 ")

  static func moreBytes(_ count: Int) -> Phrase { Phrase("… \(count) B more", "… 还有 \(count) B") }

  static func bytesFellOff(_ count: Int) -> Phrase {
    Phrase("… \(count) B fell off", "… \(count) B 已丢弃")
  }

  static func lengths(_ field: LengthField) -> Phrase {
    Phrase(
      "length \(field.little) LE · \(field.big) BE", "长度 \(field.little) LE · \(field.big) BE")
  }

  static func overLimit(_ guess: LengthGuess?) -> Phrase {
    guard let guess else { return Phrase("over the limit", "超过上限") }
    return Phrase("over the limit; \(self.guess(guess))", "超过上限；\(self.guess(guess))")
  }

  static func verdict(_ verdict: Verdict) -> Phrase {
    switch verdict {
    case .oneToOne, .unknown: Phrase(verbatim: verdict.text)
    case .sticky(let count): Phrase("STICKY ×\("\(count)")", "粘包 ×\("\(count)")")
    case .half(let have, let whole):
      Phrase("HALF \("\(have)")/\("\(whole)")", "半包 \("\(have)")/\("\(whole)")")
    case .mixed: mixed
    }
  }

  // The tape.
  static let tapeOut = Phrase("▶ out", "▶ 发")
  static let tapeIn = Phrase("◀ in", "◀ 收")
  static let tapeWrites = Phrase("writes", "写")
  static let tapeSegments = Phrase("segs", "段")
  static let tapeReads = Phrase("reads", "读")
  static let untold = Phrase("not told by this server", "这个服务器没有报告")
  static let datagramsUntold = Phrase("nobody tells of a datagram's read", "数据报怎样读，没有人报告")
  static let eachIsADatagram = Phrase("each write is a datagram of its own", "每次写自成一个数据报")

  static func column(_ bytes: Int) -> Phrase { Phrase(" \(bytes) B a column ", " 每列 \(bytes) B ") }

  /// Segments whose seams are not known, the longest way to say it first.
  static func crowd(_ segments: Int, in bytes: Int) -> [Phrase] {
    [
      Phrase(" \(segments) segments in \(bytes) B ", " \(segments) 段共 \(bytes) B "),
      Phrase(" \(segments) in \(bytes) B ", " \(segments) 段 \(bytes) B "),
      Phrase(verbatim: Number.grouped(segments)),
    ]
  }

  // What waits in the kernels.
  static let ourEnd = Phrase("here", "本端")
  static let theirEnd = Phrase("there", "对端")

  static func unsent(_ amount: String) -> Phrase { Phrase("\(amount) unsent", "\(amount) 未发") }
  static func unread(_ amount: String) -> Phrase { Phrase("\(amount) unread", "\(amount) 未读") }
}
