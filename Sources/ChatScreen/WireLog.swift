package import ChatWire
import DequeModule

/// What the wire pane knows: a block for each write and each read, the newest last.
///
/// It keeps 10,000 blocks, and the bytes of the last 1 MiB in each direction.
package struct WireLog: Sendable {
  package internal(set) var blocks = Scrollback<Block>()
  /// What we write and the server reads.
  var outgoing: WireStream
  /// What the server writes and we read.
  var incoming: WireStream

  /// The bytes that wait in the two kernels.
  var buckets = Buckets()
  /// Whether the server tells of its side.
  var isTold = false
  /// What is set at our end, on this connection and on those to come; TCP_NODELAY is NIO's own choice.
  var here = Knobs(noDelay: true)
  /// The longest pause that we make between two writes that belong together.
  package var pause: Microseconds = 0

  private var framing: Framing
  /// Counts connections; 0 is before the first.
  private(set) var connection = 0
  /// What the kernel told of this connection; nil if it didn't.
  private(set) var link: LinkFacts?
  /// When this connection's first bytes moved.
  private var origin: Microseconds?
  /// How far the server's times run before ours, as far as it is known; they are taken back by that.
  var lead: Microseconds = 0

  package init(framing: Framing) {
    self.framing = framing
    outgoing = WireStream(framing: framing, limit: framing.limit, outgoing: true)
    incoming = WireStream(framing: framing, limit: WireLimit.fromServer(framing), outgoing: false)
  }

  /// Whether the server tells of its reads.
  package var isObserved: Bool { outgoing.reads > 0 }
  /// Whether the connection has datagrams, and no segments.
  var isDatagram: Bool { framing == .udp }
  /// Bytes that fell out of the ring, both directions together.
  package var forgotten: Int { outgoing.dropped + incoming.dropped }

  /// Takes one entry.
  ///
  /// - Returns: the number of the block that it became, nil if it became none.
  package mutating func add(_ entry: WireEntry) -> Int? {
    switch entry {
    case .opened(let framing): return open(framing)
    case .wrote(let bytes, let at, let exact):
      let (range, dissection) = outgoing.pass(bytes)
      outgoing.writes += 1
      outgoing.wrote(range, at: at, apart: apart)
      let block = block(.write(exact: exact), outgoing.writes, range, at)
      let number = append(block.holding(bytes, dissection))
      outgoing.attach(range, to: number)
      trim(\.outgoing, where: \.isWrite)
      judge(\.outgoing, where: { $0.kind == .peerRead })
      return number
    case .read(let bytes, let at):
      let (range, dissection) = incoming.pass(bytes)
      incoming.reads += 1
      incoming.tookRead(range)
      let block = block(.read, incoming.reads, range, at)
      let number = append(block.holding(bytes, dissection))
      incoming.attach(range, to: number)
      trim(\.incoming, where: { $0.kind == .read })
      judge(\.incoming, where: { $0.kind == .read })
      return number
    case .peerRead(let offset, let length, let at):
      guard let range = WireLog.range(offset, length) else { return nil }
      isTold = true
      outgoing.reads += 1
      outgoing.tookRead(range)
      moved()
      let number = insert(block(.peerRead, outgoing.reads, range, at &- lead))
      outgoing.attach(range, to: number)
      return number
    case .peerWrote(let offset, let length, let at):
      guard let range = WireLog.range(offset, length) else { return nil }
      isTold = true
      incoming.writes += 1
      incoming.wrote(range, at: at, apart: Burst.apart)
      attachRead(of: range)
      moved()
      compare(range, writtenAt: at)
      judge(\.incoming, where: { $0.kind == .read })
      return nil
    case .here(let facts, _): take(facts)
    case .there(let fact, _): take(fact)
    case .link(let facts): link = facts
    case .atClose(let end, _):
      if end == .there { outgoing.closesAt = outgoing.closesAt ?? outgoing.read }
      if end == .here { incoming.closesAt = incoming.closesAt ?? incoming.read }
    }
    return nil
  }

  /// Lets go of all blocks; numbers and offsets go on.
  package mutating func clear() {
    blocks.removeAll()
    for stream in [\WireLog.outgoing, \.incoming] {
      self[keyPath: stream].kept = 0
      self[keyPath: stream].oldest = blocks.numbers.lowerBound
      self[keyPath: stream].unjudged = blocks.numbers.lowerBound
      self[keyPath: stream].detach()
    }
  }

  private mutating func open(_ framing: Framing) -> Int {
    self.framing = framing
    lead = 0
    connection += 1
    origin = nil
    link = nil
    isTold = false
    buckets = Buckets()
    let number = append(Block(.opened, framing: framing, connection: connection))
    outgoing.open(framing: framing, limit: framing.limit, from: number)
    incoming.open(framing: framing, limit: WireLimit.fromServer(framing), from: number)
    set(here, at: .here)
    return number
  }

  private mutating func block(
    _ kind: Block.Kind, _ number: Int, _ range: Range<Int>, _ at: Microseconds
  ) -> Block {
    origin = origin ?? at
    return Block(
      kind, framing: framing, connection: connection, origin: origin, number: number, range: range,
      at: at)
  }

  /// The number of a block in the list, nil if it fell off.
  package func number(of id: Block.ID) -> Int? {
    blocks.items.lastIndex { $0.id == id }.map { blocks.numbers.lowerBound + $0 }
  }

  /// The bytes of a stretch, nil if not all of them are there.
  package func bytes(of span: WireSpan) -> [UInt8]? {
    var result: [UInt8] = []
    for block in blocks.items where !block.bytes.isEmpty {
      guard let own = block.span, let part = own.overlap(span),
        part.lowerBound == span.range.lowerBound + result.count
      else { continue }
      let start = own.range.lowerBound
      result += block.bytes[part.lowerBound - start..<part.upperBound - start]
    }
    return result.count == span.range.count ? result : nil
  }

  private mutating func append(_ block: Block) -> Int {
    if let lost = blocks.append(block) { account(for: lost) }
    return blocks.numbers.upperBound - 1
  }

  /// Lets go of the oldest bytes of a direction that are too many, their blocks stay.
  private mutating func trim(
    _ stream: WritableKeyPath<WireLog, WireStream>, where belongs: (Block) -> Bool
  ) {
    var number = max(self[keyPath: stream].oldest, blocks.numbers.lowerBound)
    while self[keyPath: stream].kept > WireStream.ring, let block = blocks[number] {
      if belongs(block), !block.bytes.isEmpty {
        self[keyPath: stream].kept -= block.bytes.count
        self[keyPath: stream].dropped += block.bytes.count
        blocks[number] = block.forgetting()
      }
      number += 1
    }
    self[keyPath: stream].oldest = number
  }

  /// Gives the blocks that wait for it their verdict, as far as the writes are known.
  private mutating func judge(
    _ stream: WritableKeyPath<WireLog, WireStream>, where belongs: (Block) -> Bool
  ) {
    var number = max(self[keyPath: stream].unjudged, blocks.numbers.lowerBound)
    while let block = blocks[number] {
      if belongs(block) {
        guard block.range.upperBound <= self[keyPath: stream].known else { break }
        blocks[number] = block.judged(by: self[keyPath: stream].map)
      }
      number += 1
    }
    self[keyPath: stream].unjudged = number
  }

  /// Counts the bytes of a block that fell off the scrollback.
  mutating func account(for block: Block) {
    guard !block.bytes.isEmpty else { return }
    let stream = block.isWrite ? \WireLog.outgoing : \.incoming
    self[keyPath: stream].kept -= block.bytes.count
    self[keyPath: stream].dropped += block.bytes.count
  }

  private static func range(_ offset: Int, _ length: Int) -> Range<Int>? {
    let (end, overflow) = offset.addingReportingOverflow(length)
    return offset >= 0 && length > 0 && !overflow ? offset..<end : nil
  }
}

extension Block {
  /// Whether it is a write of ours.
  var isWrite: Bool {
    if case .write = kind { true } else { false }
  }
}
