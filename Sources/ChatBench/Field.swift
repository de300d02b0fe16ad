import Histogram
import NIOCore

/// One load at work: who may send next, and what has come.
///
/// It lives on one event loop.
final class Field {
  private let load: Load
  private let dialect: Dialect
  private var ledger: Ledger
  private var latencies = Histogram<UInt32>(
    lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000,
    numberOfSignificantValueDigits: .three)
  var channels: [any Channel] = []

  /// Messages on their way.
  private var inFlight = 0
  private var sent: [Int]
  private var turn = 0
  private var total = 0
  /// Messages that may go out by the rate, as far as there is one.
  private var allowance = Int.max
  private var isSending = false
  private var isRecording = false
  /// Connections that ended while they were needed.
  private(set) var broken = 0
  init(_ load: Load, _ dialect: Dialect) {
    self.load = load
    self.dialect = dialect
    ledger = Ledger(senders: load.senders, receivers: load.clients, echoes: dialect.echoes)
    sent = Array(repeating: 0, count: load.senders)
    if load.rate > 0 { allowance = 0 }
  }

  var deliveries: Int { ledger.deliveries }
  var outstanding: Int { ledger.outstanding }
  var complete: Int { ledger.complete }

  static var now: Int { Int(NIODeadline.now().uptimeNanoseconds / 1_000) }

  func start() {
    isSending = true
    pump()
  }

  func stop() { isSending = false }

  /// From now on deliveries are in the histogram.
  func record() {
    latencies.reset()
    isRecording = true
  }

  func endRecording() { isRecording = false }

  /// Lets so many more messages out.
  func allow(_ count: Int) {
    allowance = min(allowance + count, load.window)
    pump()
  }

  func received(_ token: Token, by receiver: Int, at now: Int) {
    let isComplete = ledger.received(token, by: receiver)
    if isRecording { _ = latencies.record(UInt64(Swift.max(1, now - token.sent))) }
    if isComplete { inFlight -= 1 }
  }

  func readComplete() {
    guard inFlight < load.window else { return }
    pump()
  }

  func ended() { if isSending { broken += 1 } }

  /// Sends as long as the window has room, each sender in its turn, and flushes once.
  private func pump() {
    guard isSending, inFlight < load.window, allowance > 0 else { return }
    let now = Field.now
    let first = turn
    var count = 0
    while inFlight < load.window, allowance > 0, mayBegin {
      let sender = turn
      turn = turn + 1 == load.senders ? 0 : turn + 1
      let token = Token(sender: sender, number: sent[sender], sent: now)
      sent[sender] += 1
      total += 1
      count += 1
      inFlight += 1
      if load.rate > 0 { allowance -= 1 }
      ledger.sent(by: sender)
      let bytes = dialect.message(token.bytes(size: load.size))
      channels[sender].write(ByteBuffer(bytes: bytes), promise: nil)
    }
    for step in 0..<min(count, load.senders) { channels[(first + step) % load.senders].flush() }
  }

  private var mayBegin: Bool {
    if case .messages(let limit) = load.amount { total < limit } else { true }
  }

  func percentile(_ percent: Double) -> Int { Int(latencies.valueAtPercentile(percent)) }
  var longest: Int { Int(latencies.max) }

  /// What is wrong with what came, with all that did not come as lost.
  func judge(_ outcome: inout Outcome) {
    outcome.lost = ledger.outstanding
    outcome.duplicated = ledger.duplicated
    outcome.reordered = ledger.reordered
  }
}
