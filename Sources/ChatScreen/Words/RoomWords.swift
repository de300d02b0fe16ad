import ChatWire

// What the conversation says of the room and of the connection.
extension Phrase {
  static func joined(_ nicks: [String]) -> Phrase {
    Phrase("\(list(nicks)) joined", "\(list(nicks)) 进来了")
  }

  static func left(_ nick: String, reason: String) -> Phrase {
    if reason.isEmpty { return Phrase("\(nick) left", "\(nick) 离开了") }
    return Phrase("\(nick) left (\(reason))", "\(nick) 离开了（\(reason)）")
  }

  static func renamed(_ old: String, _ new: String) -> Phrase {
    Phrase("\(old) is now \(new)", "\(old) 改名为 \(new)")
  }

  static func here(_ count: Int, _ nicks: [String]) -> Phrase {
    let names = nicks.joined(separator: " ")
    return Phrase("\(count) here: \(names)", "这里有 \(count) 人：\(names)")
  }

  static func gap(_ from: Int, _ to: Int) -> Phrase {
    Phrase("messages \(from) to \(to) are gone", "第 \(from) 到 \(to) 条消息已经没有了")
  }

  static func recalls(_ count: Int) -> Phrase {
    count == 0
      ? Phrase("nothing of before is asked for in a new room", "进入房间时不取之前的消息")
      : Phrase(
        "\(count) messages of before are asked for in a new room", "进入房间时取之前的 \(count) 条消息")
  }

  static func before(_ count: Int) -> Phrase {
    Phrase("messages of before: \(Number.grouped(count))", "之前的消息：\(Number.grouped(count)) 条")
  }

  static func missed(_ count: Int, shown: Int) -> Phrase {
    let (all, last) = (Number.grouped(count), Number.grouped(shown))
    if shown == count { return Phrase("messages missed: \(all)", "错过的消息：\(all) 条") }
    return Phrase(
      "messages missed: \(all), of which the last \(last)", "错过的消息：\(all) 条，其中最后 \(last) 条")
  }

  static func pong(_ token: String) -> Phrase { Phrase("pong \(token)", "应答 \(token)") }

  static let nobody = Phrase("nobody", "没有人")
  static let you = Phrase("you", "你")

  static func back(at endpoint: Endpoint) -> Phrase {
    Phrase("back at \("\(endpoint)")", "又连上了 \("\(endpoint)")")
  }

  static let plainLinesOnly = Phrase(
    "no WireChat server: plain lines only", "对方不是 WireChat 服务器：只有普通文本行")

  /// Names in a sentence, at most four of them.
  private static func list(_ nicks: [String]) -> Phrase {
    switch nicks.count {
    case 0...1: nicks.first.map { Phrase(verbatim: $0) } ?? nobody
    case 2...4:
      Phrase(
        "\(nicks.dropLast().joined(separator: ", ")) and \(nicks.last ?? "")",
        "\(nicks.dropLast().joined(separator: "、"))和\(nicks.last ?? "")")
    default:
      Phrase(
        "\(nicks.prefix(3).joined(separator: ", ")) and \(nicks.count - 3) others",
        "\(nicks.prefix(3).joined(separator: "、"))和另外 \(nicks.count - 3) 人")
    }
  }
}
