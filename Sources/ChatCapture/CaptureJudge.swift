package import ChatWire

/// Gives each read its verdict before it is written down.
///
/// A read whose writes are not told yet waits, and all that came after it, so that the file has one order.
package struct CaptureJudge: Sendable {
  /// What one side writes and the other reads.
  private struct Stream {
    var writes = 0
    var reads = 0
    var map = CallMap()
    /// Bytes seen on our side.
    var offset = 0
    /// The end of the last write that is known.
    var known = 0
    /// Bytes that the connection carried before the capture.
    var base = 0
    /// The end of a call that had begun before the capture, of which nothing can be judged; 0 if there was none.
    var begun = 0

    /// A place that the server told, counted from where the capture begins; nil for what was before it.
    func place(_ offset: Int, _ length: Int) -> Range<Int>? {
      let (end, overflow) = offset.addingReportingOverflow(length)
      guard offset >= 0, length > 0, !overflow, end > base else { return nil }
      return max(0, offset - base)..<end - base
    }

    func verdict(of range: Range<Int>) -> Verdict {
      range.lowerBound < begun ? .unknown : map.verdict(of: range)
    }

    mutating func wrote(_ range: Range<Int>) {
      map.add(range)
      known = max(known, range.upperBound)
    }
  }

  /// Records that may wait for a verdict: the server that owes it may be stuck.
  private static let patience = 1_000

  /// Unix time less our monotonic clock.
  private let epoch: Microseconds
  private var outgoing = Stream()
  private var incoming = Stream()
  private var isDatagram = false
  /// When the connection was opened, or the capture began.
  private var opened: Microseconds = 0
  private var queue: [CaptureRecord] = []
  /// Records at the front of `queue` that are gone already.
  private var gone = 0

  package init(epoch: Microseconds = 0) { self.epoch = epoch }

  /// Whether something waits for the server's word.
  package var isWaiting: Bool { gone < queue.count }

  /// Begins a connection.
  ///
  /// - Parameters:
  ///   - framing: its framing.
  ///   - path: its addresses.
  ///   - at: when it was opened, or the capture began.
  ///   - written: bytes that we wrote on it before; its offsets are counted from there.
  ///   - read: bytes that we read from it before.
  /// - Returns: what can be written down now, what waited before it included.
  package mutating func open(
    _ framing: Framing, _ path: CapturePath, at: Microseconds, written: Int = 0, read: Int = 0
  ) -> [CaptureRecord] {
    let rest = flush()
    (outgoing, incoming) = (Stream(), Stream())
    outgoing.base = max(0, written)
    incoming.base = max(0, read)
    isDatagram = framing == .udp
    opened = at
    return rest + [CaptureRecord(.opened(framing, path), at: at &+ epoch)]
  }

  /// Ends the connection.
  package mutating func close(at: Microseconds) -> [CaptureRecord] {
    flush() + [CaptureRecord(.closed, at: at &+ epoch)]
  }

  /// Takes one entry; `opened` says nothing here that `open` does not.
  ///
  /// - Returns: what can be written down now: all before the first read whose verdict is open.
  package mutating func add(_ entry: WireEntry) -> [CaptureRecord] {
    switch entry {
    case .opened: break
    case .wrote(let bytes, let at, let exact):
      let range = outgoing.offset..<outgoing.offset + bytes.count
      outgoing.offset = range.upperBound
      outgoing.writes += 1
      outgoing.wrote(range)
      put(.write(bytes, exact: exact), outgoing.writes, range, at)
    case .read(let bytes, let at):
      let range = incoming.offset..<incoming.offset + bytes.count
      incoming.offset = range.upperBound
      incoming.reads += 1
      put(.read(bytes, .unknown), incoming.reads, range, at)
    case .peerRead(let offset, let length, let at):
      guard let range = outgoing.place(offset, length) else { break }
      if offset < outgoing.base { outgoing.begun = range.upperBound }
      outgoing.reads += 1
      put(.serverRead(.unknown), outgoing.reads, range, at)
    case .peerWrote(let offset, let length, let at):
      guard let range = incoming.place(offset, length) else { break }
      incoming.writes += 1
      if offset < incoming.base { incoming.begun = range.upperBound }
      incoming.wrote(range)
      put(.serverWrite, incoming.writes, range, at)
    case .here(let facts, let at):
      guard isWhole else { break }
      put(.here(facts), 0, 0..<0, at)
    case .there(let fact, let at):
      guard isWhole else { break }
      put(.there(fact), 0, 0..<0, at)
    case .link(let facts): put(.link(facts), 0, 0..<0, opened)
    case .atClose(let end, let at): put(.atClose(end), 0, 0..<0, at)
    }
    return queue.count - gone > CaptureJudge.patience ? flush() : settled()
  }

  /// Everything that waits, with open verdicts where nothing better is known.
  package mutating func flush() -> [CaptureRecord] {
    let rest = queue[gone...].map { judged($0) ?? $0 }
    queue = []
    gone = 0
    return rest
  }

  /// Whether the capture has the connection from its first byte: counts of the kernel's begin there.
  private var isWhole: Bool { outgoing.base == 0 && incoming.base == 0 }

  private mutating func put(
    _ kind: CaptureRecord.Kind, _ number: Int, _ range: Range<Int>, _ at: Microseconds
  ) {
    queue.append(CaptureRecord(kind, number: number, range: range, at: at &+ epoch))
  }

  private mutating func settled() -> [CaptureRecord] {
    var ready: [CaptureRecord] = []
    while gone < queue.count, let record = judged(queue[gone]) {
      ready.append(record)
      gone += 1
    }
    if gone == queue.count {
      queue.removeAll(keepingCapacity: true)
      gone = 0
    }
    return ready
  }

  /// The record with its verdict; nil while that is open.
  private mutating func judged(_ record: CaptureRecord) -> CaptureRecord? {
    var record = record
    switch record.kind {
    case .read(let bytes, _) where !isDatagram:
      guard record.range.upperBound <= incoming.known else { return nil }
      record.kind = .read(bytes, incoming.verdict(of: record.range))
      incoming.map.forget(before: record.range.lowerBound)
    case .serverRead where !isDatagram:
      guard record.range.upperBound <= outgoing.known else { return nil }
      record.kind = .serverRead(outgoing.verdict(of: record.range))
      outgoing.map.forget(before: record.range.lowerBound)
    default: break
    }
    return record
  }
}
