import ChatRoom
import ChatTransport
import ChatWire
import NIOCore

/// The sending half of a TCP connection: writes what its outbox has while the peer takes it.
///
/// Every write moves the outbox first, so that a flush may call back here at any point. Who has everything that was
/// sealed is abreast: the next batch goes straight to the socket, past the outbox.
final class Outlet {
  /// The most bytes that are written at a time.
  private static let run = 262_144

  // What every batch reads of each connection is declared first: one line of the cache holds it.

  /// The batch that goes straight to the socket once it is sealed, `.max` unless it is abreast; the outbox's cursor
  /// then stays where it was.
  var awaited = Int.max
  /// The socket, as long as it is open and nothing waits in NIO's queue.
  var clear: CInt?
  /// Where each write is noted while somebody may want to know.
  var tap: Tap?
  var outbox: Outbox

  unowned let hub: Hub
  private(set) weak var owner: Connection?
  let context: ChannelHandlerContext
  let descriptor: CInt?

  /// Nothing but errors is written.
  private(set) var isHeld = true
  /// The room has nothing more for this connection; once the outbox is empty, sending is over.
  private(set) var isEnding = false
  private(set) var isShut = false
  /// Written whether or not NIO advises to: the last words.
  private var isUrgent = false
  private var isInFlight = false
  /// Whether NIO advises to write; it tells of each change.
  var isWritable = true
  private var isPumping = false
  /// Whether it waits for its turn to write more, and whether it stands in line for it.
  private var isResting = false
  private var isInLine = false
  /// Whether it is on the hub's list for the end of this wake-up.
  var isDirty = false
  var lag = Lag()
  /// What of its backlog is in the sum of all.
  var noted = 0

  init(_ context: ChannelHandlerContext, _ view: View, hub: Hub, owner: Connection) {
    self.context = context
    self.hub = hub
    self.owner = owner
    outbox = Outbox(view, from: Cursor(batch: hub.room.log.end))
    tap = Tap(context.channel)
    clear = StreamSocket(context.channel).descriptor
    descriptor = clear
  }

  var view: View { outbox.view }

  /// The oldest batch that it still has coming, nil if that is none.
  var oldestNeeded: Int? {
    guard awaited == .max else { return awaited }
    return outbox.takes(outbox.cursor.batch) ? outbox.cursor.batch : nil
  }
}

// MARK: - What it has to send

extension Outlet {
  /// Ends the hold: what was held goes out.
  func release() {
    guard isHeld else { return }
    isHeld = false
    hub.wake(self)
  }

  /// - Parameters:
  ///   - bytes: for it alone.
  ///   - waits: whether they are held as the log is.
  func reply(_ bytes: ByteBuffer, waits: Bool = false) {
    guard !isShut, bytes.readableBytes > 0 else { return }
    fallBehind()
    outbox.reply(bytes, hub.room.log, atCursor: isHeld && !waits, waits: waits)
    grown()
  }

  /// Sends, one after the other, what `next` gives until that is nil.
  func reply(_ next: @escaping () -> ByteBuffer?) {
    guard !isShut else { return }
    fallBehind()
    outbox.reply(next, hub.room.log)
    grown()
  }

  func recall(_ messages: Range<Int>) {
    guard !isShut else { return }
    fallBehind()
    outbox.recall(messages, hub.room.log)
    grown()
  }

  /// There is more for it alone.
  private func grown() {
    hub.wake(self)
    hub.laggards.note(self)
  }

  /// Speaks in another view from the cursor on; `greeting` is the first thing said in it.
  func turn(to view: View, greeting: (_ next: Int) -> ByteBuffer) {
    guard !isShut else { return }
    fallBehind()
    outbox.turn(to: view, hub.room.log, &hub.encoded)
    let next = hub.room.log.next(atBatch: outbox.cursor.batch)
    outbox.reply(greeting(next), hub.room.log, atCursor: true)
    grown()
  }

  /// Leaves the log: only replies are written from now on, in `view`.
  func leaveLog(_ view: View) {
    fallBehind()
    outbox.abandon()
    outbox.turn(to: view, hub.room.log, &hub.encoded)
    isHeld = false
  }

  /// Writes what the log has by now, and then ends the sending.
  func end() {
    guard !isEnding else { return }
    isEnding = true
    isHeld = false
    fallBehind()
    outbox.end(hub.room.log)
    hub.wake(self)
  }

  /// Writes `last` after what is in flight, nothing else, and ends the sending.
  func end(saying last: ByteBuffer) {
    guard !isEnding else { return }
    isEnding = true
    isHeld = false
    isUrgent = true
    isResting = false
    fallBehind()
    outbox.abandon()
    reply(last)
  }

  /// The connection is gone: nothing is written any more.
  func close() {
    fallBehind()
    isShut = true
    clear = nil
    outbox.abandon()
  }

  /// Tells of every call from now on.
  func observe(_ observer: @escaping (WireFact) -> Void) {
    fallBehind()
    tap?.observe(observer)
  }

  /// A batch was sealed.
  func sealed(_ batch: Int) {
    fallBehind()
    guard outbox.takes(batch) else { return }
    pump()
    if outbox.cursor.batch <= batch { outbox.count(hub.room.log, &hub.encoded) }
    hub.laggards.note(self)
  }
}

// MARK: - Sending

extension Outlet {
  /// Writes as much as the peer takes, for a slice at most; called again whenever it takes more.
  func pump() {
    guard !isShut, !isPumping, !isResting else { return }
    isPumping = true
    defer { isPumping = false }
    fallBehind()
    if outbox.view.isPackets { writePackets() } else { writeRun() }
    if isEnding, outbox.isFinished, !isInFlight, !isShut { shut() }
    comeAbreast()
    hub.laggards.note(self)
  }

  private func next() -> ByteBuffer? {
    outbox.next(hub.room, &hub.encoded, asidesOnly: isHeld)
  }

  private func writeRun() {
    var left = Outlet.run
    while left > 0 {
      var count = 0
      while isUrgent || isWritable, !isShut, count < left, let bytes = next() {
        count += bytes.readableBytes
        context.write(NIOAny(bytes), promise: nil)
      }
      guard count > 0 else { return }
      left -= count
      tap?.writing(count)
      context.flush()
      flushed()
    }
    rest()
  }

  /// Lets the others have the loop.
  private func rest() {
    isResting = true
    guard !isInLine else { return }
    isInLine = true
    hub.turns.append(self)
  }

  /// The others had it.
  func rested() {
    isInLine = false
    offer()
  }

  /// Writes whether or not it is its turn, as it is to be judged by what its peer takes.
  func offer() {
    isResting = false
    pump()
  }

  /// Whether its peer's end takes whatever is offered.
  var takesAll: Bool { !isShut && !isInFlight && isWritable && queued == 0 }

  /// Whether it has not been given everything that everybody was told.
  var isBehind: Bool { outbox.unsent > 0 }

  /// One message, one write, one write in flight; several at once, and NIO would gather them in a writev(2).
  private func writePackets() {
    let end = hub.turns.sliceEnd()
    repeat {
      guard !isInFlight, let bytes = next() else { return }
      isInFlight = true
      let written = context.eventLoop.makePromise(of: Void.self)
      written.futureResult.assumeIsolated().whenComplete { _ in
        self.isInFlight = false
        self.pump()
      }
      tap?.writing(bytes.readableBytes)
      context.writeAndFlush(NIOAny(bytes), promise: written)
      flushed()
    } while .now() < end
    rest()
  }

  private func flushed() {
    settle()
    if tap?.flushed() == false { tap = nil }
  }

  /// Shuts down sending behind the last byte; closes it all if the peer has done the same.
  private func shut() {
    isShut = true
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.assumeIsolated().whenSuccess {
      self.context.close(mode: .output, promise: nil)
    }
    context.writeAndFlush(NIOAny(ByteBuffer()), promise: written)
  }
}
