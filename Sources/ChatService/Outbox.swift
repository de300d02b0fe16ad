import ChatRoom
import ChatWire
import DequeModule
import NIOCore

/// What one connection has coming: the log from its cursor on, and asides for it alone, each in its place.
struct Outbox {
  private enum Aside {
    case bytes(ByteBuffer)
    /// Messages of the history, by number; they are written out only when they go.
    case history(Range<Int>)
    /// What is written out only when it goes, until there is no more.
    case later(() -> ByteBuffer?)

    /// Bytes that it counts in the backlog; a history is held by the room, not by the connection.
    var weight: Int {
      switch self {
      case .bytes(let bytes): bytes.readableBytes + Aside.overhead
      case .history, .later: Aside.overhead
      }
    }

    private static let overhead = 64
  }

  /// An aside, and where it has its place.
  private struct Placed {
    /// It comes before that one.
    var batch: Int
    var aside: Aside
    /// Whether it waits as long as the log is held.
    var waits: Bool
  }

  /// The bytes of history that are written out at a time.
  static let piece = 32_768

  private(set) var view: View
  private(set) var cursor: Cursor
  /// The first batch that it is not given.
  private var limit = Int.max
  private var asides: Deque<Placed> = []
  /// Bytes meant for this connection alone.
  private(set) var asideBytes = 0
  /// Bytes of sealed batches, in the connection's view, that it was not given.
  private(set) var unsent = 0
  /// The first batch that `unsent` knows nothing of.
  private var counted: Int
  /// Whether the log has let go of a batch that it was to be given; it is given nothing more then.
  private(set) var isLost = false

  init(_ view: View, from cursor: Cursor) {
    self.view = view
    self.cursor = cursor
    counted = cursor.batch
  }

  /// Whether it is to be given that batch, once it is sealed.
  func takes(_ batch: Int) -> Bool { batch < limit }

  /// Whether nothing is left of what it was to get.
  var isFinished: Bool { asides.isEmpty && cursor.batch >= limit }

  /// Whether nothing waits that could go now.
  func isIdle(_ log: Log) -> Bool { asides.isEmpty && cursor.batch >= min(limit, log.end) }
}

// MARK: - Abreast

extension Outbox {
  /// Whether everything that was sealed is given, and nothing but the next whole batch comes after it.
  func isAbreast(_ log: Log) -> Bool {
    cursor.batch == log.end && cursor.batch < limit && asides.isEmpty && !view.isPackets
  }

  /// Everything before `batch` was given by somebody else.
  mutating func skip(to batch: Int) {
    cursor = Cursor(batch: batch)
  }
}

// MARK: - What comes in

extension Outbox {
  /// Counts what was sealed and not given into the backlog.
  mutating func count(_ log: Log, _ encoded: inout EncodedLog) {
    counted = max(counted, cursor.batch)
    while counted < min(limit, log.end) {
      unsent += encoded.encoding(of: counted, in: view, log)?.count ?? 0
      counted += 1
    }
  }

  /// Puts `bytes` behind all that is in the log by now, sealed or not, or right at the cursor; those that wait are
  /// held as the log is.
  mutating func reply(
    _ bytes: ByteBuffer, _ log: Log, atCursor: Bool = false, waits: Bool = false
  ) {
    insert(.bytes(bytes), log, atCursor, waits: waits)
  }

  /// Puts what `next` gives behind all that is in the log by now.
  mutating func reply(_ next: @escaping () -> ByteBuffer?, _ log: Log) {
    insert(.later(next), log, false)
  }

  /// Puts those messages behind all that is in the log by now.
  mutating func recall(_ messages: Range<Int>, _ log: Log) {
    guard !messages.isEmpty else { return }
    insert(.history(messages), log, false)
  }

  private mutating func insert(
    _ aside: Aside, _ log: Log, _ atCursor: Bool, waits: Bool = false
  ) {
    let batch = atCursor ? cursor.batch : log.isOpenEmpty ? log.end : log.end + 1
    let place = asides.lastIndex { $0.batch <= batch }.map { $0 + 1 } ?? 0
    asides.insert(Placed(batch: min(batch, limit), aside: aside, waits: waits), at: place)
    asideBytes += aside.weight
  }

  /// From the cursor on the log comes in another view.
  mutating func turn(to view: View, _ log: Log, _ encoded: inout EncodedLog) {
    self.view = view
    unsent = 0
    counted = cursor.batch
    count(log, &encoded)
  }

  /// What is in the log by now, sealed or not, is the last that it gets.
  mutating func end(_ log: Log) {
    limit = min(limit, log.isOpenEmpty ? log.end : log.end + 1)
  }

  /// Gets nothing more of the log, and of the asides only those that come from now on.
  mutating func abandon() {
    limit = cursor.batch
    unsent = 0
    asides = []
    asideBytes = 0
  }
}

// MARK: - What goes out

extension Outbox {
  /// Takes the next bytes to write.
  ///
  /// The cursor has moved when this returns: who writes may be called again before the write is over.
  ///
  /// - Parameters:
  ///   - room: its log and history.
  ///   - encoded: the log as views have it.
  ///   - asidesOnly: whether the log is held.
  /// - Returns: nil when there are none.
  mutating func next(
    _ room: Room, _ encoded: inout EncodedLog, asidesOnly: Bool = false
  ) -> ByteBuffer? {
    if let bytes = nextAside(room, encoded.scribe(view), isHeld: asidesOnly) { return bytes }
    guard !asidesOnly, cursor.batch < min(limit, room.log.end) else { return nil }
    guard let encoding = encoded.encoding(of: cursor.batch, in: view, room.log) else {
      isLost = true
      abandon()
      return nil
    }
    if counted <= cursor.batch {
      counted = cursor.batch + 1
      unsent += encoding.count
    }
    guard view.isPackets else {
      cursor.skipBatch()
      unsent -= encoding.count
      return encoding.bytes
    }
    let packet = encoding.packet(cursor.index)
    cursor.skipEntry(of: encoding.ends.count)
    unsent -= packet?.readableBytes ?? 0
    return packet
  }

  private mutating func nextAside(_ room: Room, _ scribe: Scribe, isHeld: Bool) -> ByteBuffer? {
    while let place = asides.firstIndex(where: { !isHeld || !$0.waits }),
      asides[place].batch <= cursor.batch
    {
      var placed = asides.remove(at: place)
      asideBytes -= placed.aside.weight
      func putBack(_ rest: Aside) {
        placed.aside = rest
        asides.insert(placed, at: place)
        asideBytes += rest.weight
      }
      switch placed.aside {
      case .bytes(let bytes): return bytes
      case .later(let next):
        guard let bytes = next() else { continue }
        putBack(placed.aside)
        return bytes
      case .history(let messages):
        var encoding = Encoding()
        let rest = write(messages, room.history, scribe, to: &encoding)
        if !rest.isEmpty { putBack(.history(rest)) }
        if encoding.count > 0 { return encoding.bytes }
      }
    }
    return nil
  }

  /// Writes the first of these messages, one in a view of packets; those gone meanwhile are a gap.
  ///
  /// - Returns: the messages that are left.
  private func write(
    _ messages: Range<Int>, _ history: History, _ scribe: Scribe, to encoding: inout Encoding
  ) -> Range<Int> {
    var rest = messages
    while encoding.count < (view.isPackets ? 1 : Outbox.piece), let part = history.next(&rest) {
      switch part {
      case .message(let entry): scribe.write(entry, to: &encoding)
      case .gap(let gone):
        scribe.write(.gap(from: gone.lowerBound, to: gone.upperBound), to: &encoding)
      }
    }
    return rest
  }
}
