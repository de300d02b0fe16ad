package import ChatWire

// What is wrong with bytes.
extension Phrase {
  package static func error(_ error: WireError) -> Phrase {
    let english = error.description
    return switch error {
    case .oversized(let bytes, let limit):
      Phrase(
        "\(english)",
        "长度 \(digits(bytes))（\(LengthField(bytes: bytes).hex)）超过上限 \("\(limit)")\(reason(bytes, limit))"
      )
    case .lineTooLong(let limit):
      Phrase("\(english)", "这一行超过 \(limit) 字节；跳到下一个 LF")
    case .notUTF8(let offset):
      Phrase("\(english)", "从第 \(offset) 字节起不是 UTF-8；什么也没有说出去")
    case .truncated(let have, let need):
      Phrase("\(english)", "流在消息中间结束：\(need) 字节只有 \(have)")
    }
  }

  /// What a length over the limit most likely is instead.
  static func guess(_ guess: LengthGuess) -> Phrase {
    let english = guess.description
    return switch guess {
    case .http(let text):
      Phrase("\(english)", "这些字节是 '\(text)'：浏览器或别的 HTTP 客户端")
    case .tls: Phrase("\(english)", "16 03 是 TLS 记录的开头：TLS 客户端")
    case .byteOrder(let length): Phrase("\(english)", "按大端读是 \("\(length)")：字节序反了")
    case .letters(let text):
      Phrase(
        "the bytes are the letters '\(VisibleText.row(text))': text without a length",
        "这些字节是字母 '\(VisibleText.row(text))'：前面没有长度的文字")
    }
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    "\(LengthField(bytes: bytes).unsigned)"
  }

  private static func reason(_ bytes: [UInt8], _ limit: Int) -> Phrase {
    guard let guess = LengthGuess(bytes: bytes, limit: limit) else { return Phrase(verbatim: "") }
    return Phrase("; \(self.guess(guess))", "；\(self.guess(guess))")
  }
}
