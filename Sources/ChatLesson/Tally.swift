package import ChatScreen
package import ChatWire

/// What the client's messages tell of the experiment, from the last `count` on.
package struct Tally: Sendable {
  /// One connection's outgoing stream, as far as it is counted.
  private struct Stream {
    var map = CallMap()
    /// The first byte that counts, and the one behind the last that we wrote.
    var start = 0
    var end = 0
    /// The server's reads that count.
    var reads: [Range<Int>] = []
    /// The last byte that the server has read.
    var read = 0
    /// Data segments that reached the server before `start`, and so far; nil until it tells.
    var segmentsBefore = 0
    var segments: Int?
  }

  private var stream = Stream()

  /// Bytes that we wrote on this connection.
  var end: Int { stream.end }
  /// The verdicts of connections that are over, and their segments.
  private var past: [Verdict] = []
  private var pastSegments: Int?
  private var counts: [Fact: Int] = [:]
  private var opening: [UInt8] = []
  private var firstWrite: Microseconds?
  private var lastRead: Microseconds?
  private var refusals: [ErrorCode] = []
  private var heard: [String] = []
  /// Bytes of the incoming stream: told by the server, and read by us.
  private var told = 0
  private var taken = 0
  private var isJoined = false
  /// Whether the server tells what it reads and writes.
  private var isObserved = false

  /// As many texts as are kept.
  private static let heardLimit = 1_000

  package init() {}

  /// Begins to count anew.
  package mutating func count() {
    var next = Tally()
    next.stream.map = stream.map
    (next.stream.start, next.stream.end, next.stream.read) = (stream.end, stream.end, stream.read)
    next.stream.segmentsBefore = stream.segments ?? 0
    (next.told, next.taken) = (told, taken)
    (next.isJoined, next.isObserved) = (isJoined, isObserved)
    self = next
  }

  /// Takes note of messages that the screen sent.
  package mutating func sent(_ effect: Effect) {
    switch effect {
    case .send(let text):
      switch Command(text) {
      case .say, .me: counts[.sent, default: 0] += 1
      default: break
      }
    case .burst(let count, _): counts[.sent, default: 0] += count
    default: break
    }
  }

  /// Takes one message of the session; `nick` is ours.
  package mutating func take(_ message: Message, nick: String) {
    switch message {
    case .wire(let entry): take(entry)
    case .heard(let heard, _, _): take(heard, nick: nick)
    case .link(.joined): isJoined = true
    case .link(.observed): isObserved = true
    case .link(.waiting(_, _, let reason)), .link(.closed(let reason)):
      if isJoined { counts[.closed, default: 0] += 1 }
      isJoined = false
      hear("\(reason)")
    default: break
    }
  }

  private mutating func take(_ entry: WireEntry) {
    switch entry {
    case .opened: open()
    case .wrote(let bytes, let at, _):
      firstWrite = firstWrite ?? at
      counts[.writes, default: 0] += 1
      counts[.bytes, default: 0] += bytes.count
      opening += bytes.prefix(WireLimit.header - min(WireLimit.header, opening.count))
      stream.map.add(stream.end..<stream.end + bytes.count)
      stream.end += bytes.count
    case .read(let bytes, let at):
      lastRead = at
      taken += bytes.count
    case .peerRead(let offset, let length, _):
      guard let range = Tally.range(offset, length) else { return }
      stream.read = max(stream.read, range.upperBound)
      if range.lowerBound >= stream.start { stream.reads.append(range) }
    case .peerWrote(let offset, let length, _):
      if let range = Tally.range(offset, length) { told = max(told, range.upperBound) }
    case .there(let fact, _):
      guard fact.way == .read, fact.segments > 0 else { return }
      let (end, overflow) = fact.offset.addingReportingOverflow(fact.length)
      if !overflow, end <= stream.start { stream.segmentsBefore = fact.segments }
      stream.segments = fact.segments
    default: break
    }
  }

  /// A new connection: what the last one told stays counted.
  private mutating func open() {
    past += verdicts
    pastSegments = segments
    stream = Stream()
    (told, taken) = (0, 0)
    isObserved = false
  }

  private mutating func take(_ heard: Heard, nick: String) {
    switch heard {
    case .event(.said(_, _, let speaker, let text)), .event(.did(_, _, let speaker, let text)):
      hear(text)
      if speaker == nick { counts[.messages, default: 0] += 1 }
    case .event(.error(let code, let text)):
      refuse(code, text)
    case .event: break
    case .text(let text): hear(text)
    case .trouble(let phrase): hear("\(phrase)")
    case .rawRead(let bytes): hear(String(decoding: bytes, as: UTF8.self))
    case .datagram(let text, _):
      hear(text)
      counts[.messages, default: 0] += 1
    case .notice, .table: break
    }
  }

  private mutating func refuse(_ code: ErrorCode, _ text: String) {
    hear(text)
    refusals.append(code)
  }

  private mutating func hear(_ text: String) {
    if heard.count < Tally.heardLimit, !text.isEmpty { heard.append(text) }
  }

  private var verdicts: [Verdict] { stream.reads.map { stream.map.verdict(of: $0) } }

  private var segments: Int? {
    guard let now = stream.segments else { return pastSegments }
    return (pastSegments ?? 0) + max(0, now - stream.segmentsBefore)
  }

  /// Whether both ends have read all that was written, as far as they tell.
  package var isQuiet: Bool {
    isObserved && stream.read >= stream.end && taken >= told
  }

  /// What was measured so far on a connection of this framing.
  package func facts(_ framing: Framing) -> Facts {
    var facts = Facts()
    facts.numbers = counts
    for fact in [Fact.sent, .writes, .bytes, .errors, .closed, .messages] {
      facts.numbers[fact] = counts[fact] ?? 0
    }
    facts.numbers[.errors] = refusals.count
    // Half a story is none: fewer reads than writes would be true of what is still under way.
    if isObserved, stream.read >= stream.end { addReads(to: &facts) }
    if framing == .raw {
      facts.numbers[.messages] = facts.numbers[.reads]
    } else {
      facts.numbers[.lost] = max(0, (counts[.sent] ?? 0) - (counts[.messages] ?? 0))
    }
    if let firstWrite, let lastRead, lastRead >= firstWrite {
      facts.numbers[.ms] = (lastRead - firstWrite) / 1_000
    }
    if opening.count == WireLimit.header {
      let field = LengthField(bytes: opening)
      facts.numbers[.little] = field.little
      facts.numbers[.big] = field.big
    }
    facts.numbers[.segments] = segments
    facts.refusals = refusals
    facts.heard = heard
    return facts
  }

  private func addReads(to facts: inout Facts) {
    let verdicts = past + verdicts
    facts.numbers[.reads] = verdicts.count
    facts.numbers[.sticky] = 0
    facts.numbers[.half] = 0
    facts.numbers[.mixed] = 0
    for verdict in verdicts {
      switch verdict {
      case .sticky: facts.numbers[.sticky, default: 0] += 1
      case .half: facts.numbers[.half, default: 0] += 1
      case .mixed: facts.numbers[.mixed, default: 0] += 1
      case .oneToOne, .unknown: break
      }
    }
  }

  private static func range(_ offset: Int, _ length: Int) -> Range<Int>? {
    let (end, overflow) = offset.addingReportingOverflow(length)
    return offset >= 0 && length > 0 && !overflow ? offset..<end : nil
  }
}
