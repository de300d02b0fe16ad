import Glibc

/// The clients of one load at work, on one thread: they read, and those whose turn it is send.
final class Field {
  let load: Load
  private let dialect: Dialect
  private let readiness = Readiness()
  private let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 19, alignment: 16)
  private let template: Template
  private var members: [Member] = []
  private(set) var ledger: Ledger

  private var isSending = false
  private var turn = 0
  private var speaking: [Int] = []
  /// Messages that may go out by the rate, as far as there is one.
  private var allowance: Int
  private var begin = 0
  private var allowed = 0
  /// When something came last, in microseconds.
  private(set) var lastRead = 0
  private(set) var lastDelivery = 0
  /// Measured clients whose connection ended.
  private(set) var cutOff = 0

  init(_ load: Load, _ dialect: Dialect) {
    self.load = load
    self.dialect = dialect
    template = Template(dialect, size: load.size)
    ledger = Ledger(senders: load.senders, receivers: load.clients, echoes: dialect.echoes)
    allowance = load.rate > 0 ? 0 : .max
  }

  deinit {
    for index in members.indices { members[index].close() }
    space.deallocate()
  }

  /// Microseconds of a clock that only goes forward.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }

  /// How many are not let in yet.
  private(set) var arriving = 0

  /// Whether all of those who should have heard something by now have.
  var hasReachedEverybody: Bool {
    members.prefix(load.clients).dropFirst(dialect.echoes ? 0 : 1).allSatisfy(\.hasHeard)
  }

  /// Adds a client that greets.
  func join(_ port: Int, _ dialect: Dialect, receiveBuffer: Int32? = nil) throws {
    let socket = try Socket(to: port, receiveBuffer: receiveBuffer)
    let number = members.count
    members.append(Member(number, socket, dialect, size: load.size))
    try readiness.watch(socket, as: number)
    if !members[number].isGreeted { arriving += 1 }
    flush(number)
  }

  /// Lets a client read no more.
  func deafen(_ number: Int) { readiness.forget(members[number].socket) }

  /// Something that is not counted, from the first client.
  func probe() {
    members[0].say(dialect.message(Array("probe".utf8)))
    flush(0)
  }

  func start() {
    isSending = true
    begin = Field.now
    lastDelivery = begin
    pump(at: begin)
  }

  func stop() { isSending = false }

  func resetLatencies() { ledger.latencies.reset() }

  /// Waits for what comes, a millisecond at most unless it spins, and does all that follows from it.
  func step() {
    for tag in readiness.wait(load.spins ? 0 : 1) { read(Int(tag)) }
    if load.rate > 0, isSending { refill() }
  }

  private func read(_ number: Int) {
    let now = Field.now
    let (wasGreeted, before) = (members[number].isGreeted, ledger.deliveries)
    let count = members[number].read(into: &ledger, space, at: now)
    if !wasGreeted, members[number].isGreeted { arriving -= 1 }
    if members[number].isSending { flush(number) }
    guard let count else {
      if members[number].isOpen, number < load.clients { cutOff += 1 }
      return members[number].close()
    }
    if count > 0 { lastRead = now }
    if ledger.deliveries > before {
      lastDelivery = now
      pump(at: now)
    }
  }

  private func flush(_ number: Int) {
    let before = members[number].awaitsRoom
    members[number].flush()
    let after = members[number].awaitsRoom
    if before != after { readiness.change(members[number].socket, as: number, writes: after) }
  }

  private func refill() {
    let due = (Field.now - begin) * load.rate / 1_000_000
    allowance = min(allowance + due - allowed, load.window)
    allowed = due
    pump(at: Field.now)
  }

  /// Sends as long as the window has room, each sender in its turn, with one write for each.
  private func pump(at now: Int) {
    guard isSending, load.senders > 0 else { return }
    while ledger.inFlight < load.window, allowance > 0, mayBegin {
      // On the raw port two messages of one sender would be one read, and so one message.
      if dialect == .raw, ledger.isWaiting(turn) { break }
      if !members[turn].isSending { speaking.append(turn) }
      members[turn].say(ledger.sent(by: turn, at: now), template)
      turn = turn + 1 == load.senders ? 0 : turn + 1
      if load.rate > 0 { allowance -= 1 }
    }
    for number in speaking { flush(number) }
    speaking.removeAll(keepingCapacity: true)
  }

  private var mayBegin: Bool {
    if case .messages(let limit) = load.amount { ledger.total < limit } else { true }
  }

  func percentile(_ percent: Double) -> Int { ledger.latencies.percentile(percent) }
}
