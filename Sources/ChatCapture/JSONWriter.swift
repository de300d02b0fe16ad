import ChatWire

/// Writes records as JSON lines: `at` in microseconds of Unix time, bytes as hex.
struct JSONWriter: CaptureEncoder {
  var head: [UInt8] { [] }

  mutating func encode(_ records: [CaptureRecord]) -> [UInt8] {
    records.flatMap { record in
      let fields = JSONWriter.fields(record).map { "\"\($0)\":\($1)" }.joined(separator: ",")
      return Array("{\"at\":\(record.at),\(fields)}\n".utf8)
    }
  }

  mutating func end() -> [UInt8] { [] }

  /// Names and values in JSON; no text of a peer's is among them.
  private static func fields(_ record: CaptureRecord) -> [(String, String)] {
    let place = [
      ("number", "\(record.number)"), ("offset", "\(record.range.lowerBound)"),
      ("length", "\(record.range.count)"),
    ]
    switch record.kind {
    case .opened(let framing, let path):
      return [
        ("kind", quoted("opened")), ("framing", quoted(framing.rawValue)),
        ("local", quoted("\(path.local)")), ("remote", quoted("\(path.remote)")),
      ]
    case .write(let bytes, let exact):
      return [("kind", quoted("write"))] + place + [("exact", "\(exact)"), ("hex", hex(bytes))]
    case .read(let bytes, let verdict):
      return [("kind", quoted("read"))] + place
        + [("verdict", quoted(verdict.text)), ("hex", hex(bytes))]
    case .serverRead(let verdict):
      return [("kind", quoted("server read"))] + place + [("verdict", quoted(verdict.text))]
    case .serverWrite: return [("kind", quoted("server write"))] + place
    case .here(let facts): return [("kind", quoted("kernel"))] + fields(facts)
    case .there(let fact):
      return [
        ("kind", quoted("server kernel")), ("call", quoted(fact.way.rawValue)),
        ("offset", "\(fact.offset)"), ("length", "\(fact.length)"),
        ("microseconds", "\(fact.microseconds)"), ("segments", "\(fact.segments)"),
        ("unread", "\(fact.unread)"), ("unsent", "\(fact.unsent)"),
      ]
    case .link(let facts): return [("kind", quoted("link"))] + fields(facts)
    case .atClose(let end):
      return [("kind", quoted("at close")), ("end", quoted(end == .here ? "here" : "there"))]
    case .closed: return [("kind", quoted("closed"))]
    }
  }

  private static func fields(_ facts: KernelFacts) -> [(String, String)] {
    [
      ("segmentsOut", "\(facts.segmentsOut)"), ("bytesOut", "\(facts.bytesOut)"),
      ("segmentsIn", "\(facts.segmentsIn)"), ("bytesIn", "\(facts.bytesIn)"),
      ("unread", "\(facts.unread)"), ("unsent", "\(facts.unsent)"),
      ("notSent", "\(facts.notSent)"), ("repeated", "\(facts.repeated)"),
      ("certain", "\(facts.isCertain)"),
    ]
  }

  private static func fields(_ facts: LinkFacts) -> [(String, String)] {
    [
      ("mssOut", "\(facts.mssOut)"), ("mssIn", "\(facts.mssIn)"),
      ("pathMTU", "\(facts.pathMTU)"), ("roundTrip", "\(facts.roundTrip)"),
      ("timestamps", "\(facts.hasTimestamps)"), ("sack", "\(facts.hasSack)"),
    ]
  }

  private static func quoted(_ word: String) -> String { "\"\(word)\"" }

  private static func hex(_ bytes: [UInt8]) -> String {
    quoted(String(decoding: bytes.flatMap { HexWriter.hex($0) }, as: UTF8.self))
  }
}
