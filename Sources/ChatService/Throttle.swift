import ChatRoom
import DequeModule
import NIOCore

/// Keeps a client to its rate: while it is ahead of it, nothing of it is read, and what was read waits.
final class Throttle: Waiting {
  private let watch: Watch
  private var connection: Connection?
  private var allowance: Allowance
  private lazy var post = Watch.Post(self)
  private var waiting: Deque<ByteBuffer> = []
  private var closedAt: Int?
  private var closedFor = 0
  /// Whether the peer sends no more, and nobody was told yet since something of it waits.
  private var isOver = false

  init(_ connection: Connection, _ rate: Allowance.Rate, _ watch: Watch) {
    self.connection = connection
    self.watch = watch
    allowance = Allowance(rate, at: watch.now)
  }

  /// Whether nothing of it may be carried out now.
  var isClosed: Bool { closedAt != nil }

  /// Milliseconds for which it was closed.
  var held: Int { closedFor + (closedAt.map { watch.now - $0 } ?? 0) }

  /// Takes a read.
  ///
  /// - Returns: whether it has to wait; then it comes back later.
  func keeps(_ bytes: ByteBuffer) -> Bool {
    allowance.read(bytes.readableBytes)
    guard isClosed else { return false }
    waiting.append(bytes)
    return true
  }

  /// Whether the end of the stream has to wait behind what was read; then it comes back later.
  func keepsEnd() -> Bool {
    guard isClosed else { return false }
    isOver = true
    return true
  }

  /// Asks for the next message.
  ///
  /// - Returns: whether it may be carried out; else it is to be asked for later.
  func admits() -> Bool {
    guard !isClosed else { return false }
    let now = watch.now
    let wait = allowance.wait(at: now)
    guard wait > 0 else { return true }
    closedAt = now
    connection?.pause(true)
    watch.wait(post, until: now + wait)
    return false
  }

  /// A message is carried out.
  func spend() { allowance.spend() }

  func end() {
    connection = nil
    waiting = []
    post.leave()
  }

  func look(at now: Int) -> Int? {
    guard let since = closedAt else { return nil }
    let wait = allowance.wait(at: now)
    guard wait == 0 else { return now + wait }
    closedFor += now - since
    closedAt = nil
    connection?.proceed()
    while !isClosed, let bytes = waiting.popFirst() { connection?.received(bytes) }
    guard !isClosed else { return nil }
    if isOver { connection?.inputClosed() } else { connection?.pause(false) }
    return nil
  }
}
