// The page of the decoders.
extension Phrase {
  static func excerpt(_ arrow: String, _ bytes: Int, from start: Int, _ origin: Phrase) -> Phrase {
    Phrase(
      "\(arrow) \(bytes) B from byte \(start), \(origin).",
      "\(arrow) 从第 \(start) 字节起 \(bytes) B，\(origin)。")
  }

  static let beginsInside = Phrase(" They begin inside a message.", " 它们从一条消息的中间开始。")

  static func inReads(_ count: Int) -> Phrase {
    Phrase("in \(Noun.read.count(count)) of ours", "我们的 \(Noun.read.count(count))")
  }

  static func inServerReads(_ count: Int) -> Phrase {
    Phrase("in \(Noun.read.count(count)) of the server", "服务器的 \(Noun.read.count(count))")
  }

  static func inWrites(_ count: Int) -> Phrase {
    Phrase(
      "in \(Noun.write.count(count)) of ours; the server's reads are not known",
      "我们的 \(Noun.write.count(count))；不知道服务器怎样读")
  }

  static func alone(_ name: Phrase) -> Phrase { Phrase("\(name) alone", "只有 \(name)") }

  static let thisPort = Phrase("✓ this port", "✓ 本端口")

  // The decoders.
  static let byReads = Phrase("none: a read", "无：一次读")
  static let byLines = Phrase("line: to LF", "行：到 LF")
  static func fixed(_ size: Int) -> Phrase { Phrase("fixed: \(size) B", "定长：\(size) B") }
  static let littleEndian = Phrase("length LE", "长度 LE")
  static let bigEndian = Phrase("length BE", "长度 BE")

  // What they say.
  static func longer(than limit: Int) -> Phrase {
    Phrase("! longer than \(limit) B", "! 超过 \(limit) B")
  }

  static func moreItems(_ count: Int) -> Phrase { Phrase("… \(count) more", "… 还有 \(count) 条") }
  static let empty = Phrase("(empty)", "（空）")
  static func inAll(_ bytes: Int) -> Phrase { Phrase("… \(bytes) B in all", "… 共 \(bytes) B") }
  static let notUTF8 = Phrase("not UTF-8", "不是 UTF-8")

  static func over(_ value: Int, _ hex: String, _ limit: Int) -> Phrase {
    Phrase("! \(value) (\(hex)) is over \(limit)", "! \(value)（\(hex)）超过 \(limit)")
  }

  static func otherOrder(isBig: Bool, _ value: Int) -> Phrase {
    isBig
      ? Phrase("; as LE it is \(value)", "；按 LE 读是 \(value)")
      : Phrase("; as BE it is \(value)", "；按 BE 读是 \(value)")
  }

  static func asText(_ letters: String) -> Phrase {
    Phrase("; as text it is '\(letters)'", "；当作文字是 '\(letters)'")
  }

  static func and(_ phrase: Phrase) -> Phrase { Phrase("; \(phrase)", "；\(phrase)") }

  static func bytesLost(_ bytes: Int) -> Phrase {
    Phrase("; \(bytes) B behind it are lost", "；后面的 \(bytes) B 丢了")
  }

  static func waitsForLF(_ bytes: Int) -> Phrase {
    Phrase("… waits for LF, has \(bytes) B", "… 在等 LF，已有 \(bytes) B")
  }

  static func waits(_ bytes: Int, of need: Int) -> Phrase {
    Phrase("… waits: \(bytes) of \(need) B", "… 在等：\(need) B 已有 \(bytes)")
  }
}
