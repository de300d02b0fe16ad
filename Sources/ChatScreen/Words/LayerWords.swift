// The page of the layers.
extension Phrase {
  // How a value is known.
  static func source(_ source: Layer.Source) -> Phrase {
    switch source {
    case .kernel: Phrase("kernel", "内核")
    case .call: Phrase("our call", "我们的调用")
    case .counted: Phrase("counted", "算出")
    case .standard: Phrase("standard", "标准")
    case .inferred: Phrase("~ inferred", "~ 推断")
    case .unknown: Phrase("~ not captured", "~ 没有抓取")
    }
  }

  // Names of fields.
  static let sourcePort = Phrase("source port", "源端口")
  static let destinationPort = Phrase("destination port", "目的端口")
  static let sequenceNumber = Phrase("sequence number", "序号")
  static let acknowledgementNumber = Phrase("acknowledgement number", "确认号")
  static let dataOffset = Phrase("data offset", "数据偏移")
  static let reserved = Phrase("reserved", "保留")
  static let flags = Phrase("flags", "标志")
  static let window = Phrase("window", "窗口")
  static let checksum = Phrase("checksum", "校验和")
  static let urgentPointer = Phrase("urgent pointer", "紧急指针")
  static let options = Phrase("options", "选项")
  static let length = Phrase("length", "长度")
  static let version = Phrase("version", "版本")
  static let headerLength = Phrase("header length", "首部长度")
  static let serviceField = Phrase("DSCP and ECN", "DSCP 和 ECN")
  static let totalLength = Phrase("total length", "总长度")
  static let identification = Phrase("identification", "标识")
  static let fragmentOffset = Phrase("fragment offset", "片偏移")
  static let timeToLive = Phrase("time to live", "生存时间")
  static let protocolNumber = Phrase("protocol", "协议")
  static let headerChecksum = Phrase("header checksum", "首部校验和")
  static let sourceAddress = Phrase("source address", "源地址")
  static let destinationAddress = Phrase("destination address", "目的地址")
  static let trafficClass = Phrase("traffic class", "流量类别")
  static let flowLabel = Phrase("flow label", "流标签")
  static let payloadLength = Phrase("payload length", "载荷长度")
  static let nextHeader = Phrase("next header", "下一个首部")
  static let hopLimit = Phrase("hop limit", "跳数限制")
  static let destination = Phrase("destination", "目的地址")
  static let sourceCard = Phrase("source", "源地址")
  static let frameCheck = Phrase("frame check sequence", "帧检验序列")

  // Values.
  static func relative(_ number: Int) -> Phrase {
    Phrase("\(number) (relative)", "\(number)（相对）")
  }

  static let whatHasCome = Phrase("what has come, + 1", "已收到的 + 1")

  static func words(_ count: Int) -> Phrase {
    Phrase("\(count) words of 4 B", "\(count) 个 4 B 字")
  }

  static let timestamps = Phrase("NOP NOP timestamps (RFC 7323)", "NOP NOP 时间戳（RFC 7323）")
  static let noCards = Phrase("none: loopback has no cards", "没有：环回没有网卡")

  // Notes.
  static let optionsUnknown = Phrase("options, up to 40 B, are not known", "选项最多 40 B，不知道有哪些")

  static func kernelFacts(mss: Int, mtu: Int, roundTrip: Int) -> Phrase {
    Phrase(
      "MSS \(mss) B, path MTU \(mtu) B, round trip \(roundTrip) µs (kernel)",
      "MSS \(mss) B，路径 MTU \(mtu) B，往返 \(roundTrip) µs（内核）")
  }

  static let sack = Phrase(" · SACK permitted (RFC 2018)", " · 允许 SACK（RFC 2018）")

  static func ethernetData(padding: Int) -> Phrase {
    padding > 0
      ? Phrase(
        "data 46 to 1,500 B, \(padding) B of padding here", "数据 46 到 1,500 B，这里填充 \(padding) B")
      : Phrase("data 46 to 1,500 B", "数据 46 到 1,500 B")
  }

  static func noEthernet(_ data: Phrase) -> Phrase {
    Phrase(
      "loopback has no Ethernet: this is what a cable would add · \(data)",
      "环回没有 Ethernet：这是走网线时会加上的 · \(data)")
  }

  static func inferredEthernet(_ data: Phrase) -> Phrase {
    Phrase("inferred, not captured · \(data)", "推断，没有抓取 · \(data)")
  }

  // The page around them.
  static let data = Phrase("data", "数据")
  static func data(_ bytes: Int) -> Phrase { Phrase("data \(bytes)", "数据 \(bytes)") }
  static func padding(_ bytes: Int) -> Phrase { Phrase("padding \(bytes)", "填充 \(bytes)") }

  static func firstOf(_ segments: Int) -> Phrase {
    let count = Noun.segment.count(segments)
    return Phrase(
      " · \(count); the headers of the first are shown", " · \(count)；显示的是第一段的首部")
  }

  static let mayMerge = Phrase(
    " · as if in segments of its own: the kernel may merge it with others",
    " · 当作自成一段：内核可能把它和别的合并")

  static let totals = Phrase("Totals", "合计")
  static let onLoopback = Phrase("as IP packets on loopback", "环回上的 IP 包")
  static let asPackets = Phrase("as IP packets", "作为 IP 包")

  static func total(_ place: Phrase, _ sum: Phrase) -> Phrase {
    Phrase("\(place): \(sum)", "\(place)：\(sum)")
  }

  static func asFrames(_ frames: Int) -> Phrase {
    frames == 1
      ? Phrase("as Ethernet frames", "作为 Ethernet 帧")
      : Phrase("as Ethernet frames, \(frames) frames", "作为 Ethernet 帧，\(frames) 帧")
  }

  static let onTheCable = Phrase(
    " · on the cable also 8 B preamble and start, 12 B gap for each frame",
    " · 网线上每帧还有 8 B 前导和起始、12 B 间隔")

  static func sum(_ payload: Int, _ overhead: Int, _ total: Int, percent: String) -> Phrase {
    Phrase(
      "payload \(payload) B + overhead \(overhead) B = \(total) B, overhead \(percent) %",
      "载荷 \(payload) B + 开销 \(overhead) B = \(total) B，开销 \(percent) %")
  }

  // What is wrapped.
  static func messageAtByte(_ byte: Int) -> Phrase {
    Phrase("message at byte \(byte)", "第 \(byte) 字节处的消息")
  }

  static let messageAndEnd = Phrase(
    "one message with what marks its end", "一条消息，连同标明结尾的部分")

  static func numbered(_ block: Block) -> Phrase {
    Phrase("\(kind(of: block)) #\("\(block.number)")", "\(kind(of: block)) #\("\(block.number)")")
  }

  static let whatOneCallReturned = Phrase("what one call returned", "一次调用返回的内容")

  static func framed(_ messages: Int, headers: Int, rest: Int) -> Phrase {
    let count = Noun.message.count(messages)
    return Phrase(
      "\(count): \(headers) B of lengths, \(rest) B of text",
      "\(count)：长度字段 \(headers) B，文字 \(rest) B")
  }

  static func lines(_ messages: Int, marks: Int, rest: Int) -> Phrase {
    let count = Noun.message.count(messages)
    return Phrase(
      "\(count): \(marks) B of line ends, \(rest) B of text", "\(count)：行尾 \(marks) B，文字 \(rest) B")
  }

  static let noFraming = Phrase(
    "no framing: nothing marks where a message ends", "没有分帧：没有任何东西标明消息在哪里结束")
  static let oneDatagram = Phrase(
    "one datagram: its end is the message's end", "一个数据报：它的结尾就是消息的结尾")
}
