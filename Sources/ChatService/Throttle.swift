import ChatRoom

/// Keeps a client to its rate: while it is ahead of it, nothing of it is carried out, and nothing more is asked for.
final class Throttle: Waiting {
  private let watch: Watch
  private var connection: Connection?
  private var allowance: Allowance
  private lazy var post = Watch.Post(self)
  private var closedAt: Int?
  private var closedFor = 0

  init(_ connection: Connection, _ rate: Allowance.Rate, _ watch: Watch) {
    self.connection = connection
    self.watch = watch
    allowance = Allowance(rate, at: watch.now)
  }

  /// Whether nothing of it may be carried out now.
  var isClosed: Bool { closedAt != nil }

  /// Milliseconds for which it was closed.
  var held: Int { closedFor + (closedAt.map { watch.now - $0 } ?? 0) }

  /// So many bytes were read.
  func read(_ count: Int) { allowance.read(count) }

  /// Asks for the next message.
  ///
  /// - Returns: whether it may be carried out; else it is to be asked for later.
  func admits() -> Bool {
    guard !isClosed else { return false }
    let now = watch.now
    let wait = allowance.wait(at: now)
    guard wait > 0 else { return true }
    closedAt = now
    connection?.hurries()
    watch.wait(post, until: now + wait)
    return false
  }

  /// A message is carried out.
  func spend() { allowance.spend() }

  func end() {
    connection = nil
    closedAt = nil
    post.leave()
  }

  func look(at now: Int) -> Int? {
    guard let since = closedAt else { return nil }
    let wait = allowance.wait(at: now)
    guard wait == 0 else { return now + wait }
    closedFor += now - since
    closedAt = nil
    connection?.resume()
    return nil
  }
}
