package import ChatWire

// What the connection, its captures and its race have to say.
extension Phrase {
  package static func retrying(_ reason: Phrase, serve: Bool) -> Phrase {
    serve
      ? Phrase(
        "\(reason); retrying · chat-tui --serve starts one",
        "\(reason)；正在重试 · chat-tui --serve 可以启动一个")
      : Phrase("\(reason); retrying", "\(reason)；正在重试")
  }

  package static func noServer(at address: String) -> Phrase {
    Phrase("no server at \(address)", "\(address) 没有服务器")
  }

  package static func noAnswer(from address: String, seconds: Int) -> Phrase {
    Phrase("no answer from \(address) within \(seconds) s", "\(address) 在 \(seconds) 秒内没有应答")
  }

  package static func cannotReach(_ address: String, _ error: String) -> Phrase {
    Phrase("cannot reach \(address): \(error)", "连不上 \(address)：\(error)")
  }

  package static func noHost(of address: String) -> Phrase {
    Phrase("cannot find the host of \(address)", "找不到 \(address) 的主机")
  }

  package static func gone(_ address: String) -> Phrase {
    Phrase("the server at \(address) is gone", "服务器 \(address) 不见了")
  }

  package static func closed(_ reason: String) -> Phrase {
    Phrase("the server closed the connection: \(reason)", "服务器关闭了连接：\(reason)")
  }

  package static func begunAnew(_ address: String) -> Phrase {
    Phrase(
      "the server at \(address) has begun anew and knows us no more", "服务器 \(address) 重新启动过，不认识我们了")
  }

  package static func noFrame(from address: String, _ error: Phrase) -> Phrase {
    Phrase("what \(address) sends is no frame: \(error)", "\(address) 发来的不是帧：\(error)")
  }

  package static func noFrame(_ error: Phrase) -> Phrase {
    Phrase("what came is no frame: \(error)", "来的不是帧：\(error)")
  }

  /// What was dialled, the framing that its port seems to have, and the port that was given for the framing dialled.
  package static func wrongPort(
    _ endpoint: Endpoint, _ framing: Framing, given: Int? = nil
  ) -> Phrase {
    let kind = framing == .length ? "framing length" : framing.rawValue
    let flags = "--\(kind) --port \(endpoint.port)"
    let looks = Phrase(
      "\(endpoint.address) looks like a \(framing.rawValue) port: try \(flags)",
      "\(endpoint.address) 看起来是 \(framing.rawValue) 端口：试试 \(flags)")
    let usual = given ?? endpoint.framing.defaultPort
    guard endpoint.port != usual else { return looks }
    let others = "--port \(usual)"
    return Phrase(
      "\(looks), or \(others) for \(endpoint.framing.rawValue)",
      "\(looks)，\(endpoint.framing.rawValue) 用 \(others)")
  }

  package static func sentAway(_ sentence: String) -> Phrase {
    Phrase(
      "the server closed the connection: \(sentence) · /reconnect tries again",
      "服务器关闭了连接（\(sentence)） · /reconnect 再试一次")
  }

  // The name.
  package static func nickTaken(_ nick: String) -> Phrase {
    Phrase("the name \(nick) is taken", "名字 \(nick) 有人用了")
  }

  package static func readTooSmall(_ size: Int, for text: String) -> Phrase {
    Phrase(
      "the server reads \(size) B at a time, too few for \(text)", "服务器一次只读 \(size) B，放不下 \(text)")
  }

  package static let nickNotAccepted = Phrase("the server did not take the name", "服务器没有接受这个名字")

  package static func youAre(_ nick: String, because reason: Phrase) -> Phrase {
    Phrase("\(reason); you are \(nick)", "\(reason)；你是 \(nick)")
  }

  // What was not sent.
  package static let unconfirmed = Phrase("not confirmed, perhaps lost", "没有得到确认，可能丢了")
  package static let sentInPart = Phrase("sent in part only", "只发出了一部分")

  package static func fate(_ fate: Phrase, _ count: Int, _ text: String) -> Phrase {
    if count == 1 { return Phrase("\(fate): \(text)", "\(fate)：\(text)") }
    return Phrase("\(fate) ×\(count): \(text)", "\(fate) ×\(count)：\(text)")
  }

  package static func more(_ count: Int) -> Phrase {
    Phrase("and \(count) more like these", "还有 \(count) 条类似的")
  }

  package static func unacknowledged(_ command: String, seconds: Int) -> Phrase {
    Phrase(
      "the server has not acknowledged \(command) within \(seconds) s",
      "服务器在 \(seconds) 秒内没有答应 \(command)")
  }

  package static func isOff(_ framing: Framing) -> Phrase {
    Phrase("\(framing.rawValue) is off at this server", "这个服务器没有开 \(framing.rawValue)")
  }

  // Captures.
  package static func capturing(to file: String) -> Phrase {
    Phrase("capturing to \(file)", "正在写入 \(file)")
  }

  package static func captured(_ calls: Int, in file: String) -> Phrase {
    let count = Noun.call.count(calls)
    return Phrase("captured \(count) in \(file)", "\(count)已写入 \(file)")
  }

  package static func noCapture(_ reason: String) -> Phrase {
    Phrase("no capture: \(reason)", "没有开始抓取：\(reason)")
  }

  package static func captureEnded(_ reason: String) -> Phrase {
    Phrase("the capture has ended: \(reason)", "抓取结束了：\(reason)")
  }

  package static func saved(_ what: Phrase, in file: String) -> Phrase {
    Phrase("saved in \(file): \(what)", "已存入 \(file)：\(what)")
  }

  package static func notSaved(in file: String, _ reason: String) -> Phrase {
    Phrase("not saved in \(file): \(reason)", "没有存入 \(file)：\(reason)")
  }

  // The race.
  package static let raceRuns = Phrase("a race is running already", "比赛已经在进行")
  package static let raceNeedsPorts = Phrase(
    "no race: the server has not told its ports (F2 to length or raw first)",
    "没有比赛：服务器还没有说它的端口（先按 F2 换到 length 或 raw）")

  package static func race(_ count: Int, _ text: String) -> Phrase {
    Phrase(
      "race: \(count) × /ping \(text), which no one else in the room hears",
      "比赛：\(count) × /ping \(text)，房间里别人听不到")
  }

  package static let raceDatagrams = Phrase(
    "udp: reads are the datagrams that came back", "udp：读指的是回来的数据报")
  package static let raceCut = Phrase(
    "raw: what a read cut off a /ping was said in the room", "raw：从 /ping 上切下来的部分在房间里说出去了")

  // What this program serves.
  package static func serving(_ listening: String, others command: String) -> Phrase {
    Phrase("serving \(listening) · others: \(command)", "正在服务 \(listening) · 别人用：\(command)")
  }
}
