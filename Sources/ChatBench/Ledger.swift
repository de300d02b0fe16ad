/// Who has received what: every sender's messages, once each and in order, at every receiver.
struct Ledger {
  /// One message, until everybody has it.
  private struct Message {
    var sender: Int
    /// Which of its sender's it is.
    var ordinal: Int32
    /// Receivers that lack it.
    var missing: Int32
    /// Microseconds.
    var sent: Int
  }

  private let senders: Int
  private let receivers: Int
  private let echoes: Bool
  /// The ordinal that comes next, by receiver and sender.
  private var expected: [Int32]
  private var messages: [Message] = []
  /// The number of the first of `messages`.
  private var base = 0
  /// How many at the front of `messages` everybody has.
  private var finished = 0
  private var ordinals: [Int32]
  private var arrived: [Int32]
  /// What was skipped, by receiver, sender and ordinal: it may come late.
  private var skipped: Set<Int> = []

  private(set) var deliveries = 0
  private(set) var duplicated = 0
  private(set) var reordered = 0
  /// Messages that have not reached everybody.
  private(set) var inFlight = 0
  var latencies = Latencies()

  init(senders: Int, receivers: Int, echoes: Bool) {
    self.senders = senders
    self.receivers = receivers
    self.echoes = echoes
    expected = Array(repeating: 0, count: senders * receivers)
    ordinals = Array(repeating: 0, count: senders)
    arrived = Array(repeating: 0, count: senders)
  }

  /// Messages that were sent.
  var total: Int { base + messages.count }

  /// Deliveries that are due and have not come.
  var outstanding: Int { messages.reduce(0) { $0 + Int($1.missing) } }

  /// Whether a message of this sender has not reached everybody.
  func isWaiting(_ sender: Int) -> Bool { arrived[sender] < ordinals[sender] }

  /// Takes note of a sender's next message.
  ///
  /// - Returns: its number.
  mutating func sent(by sender: Int, at now: Int) -> Int {
    let missing = Int32(echoes ? receivers : receivers - 1)
    messages.append(
      Message(sender: sender, ordinal: ordinals[sender], missing: missing, sent: now))
    ordinals[sender] &+= 1
    inFlight += 1
    return total - 1
  }

  /// Takes note of a delivery; those to further clients are nobody's business.
  @inline(__always)
  mutating func received(_ number: Int, by receiver: Int, at now: Int) {
    guard receiver < receivers else { return }
    let index = number - base
    guard index >= 0, index < messages.count else { return stray(number) }
    let message = messages[index]
    let place = receiver * senders + message.sender
    if message.ordinal != expected[place], !isLate(message.ordinal, place) { return }
    expected[place] = max(expected[place], message.ordinal &+ 1)
    deliveries += 1
    latencies.record(now - message.sent)
    messages[index].missing -= 1
    if message.missing == 1 { complete(message.sender) }
  }

  /// Counts what is not the next one of its sender.
  ///
  /// - Returns: whether it is a delivery all the same, and not the second of its kind.
  private mutating func isLate(_ ordinal: Int32, _ place: Int) -> Bool {
    func key(_ ordinal: Int32) -> Int { place << 32 | Int(ordinal) }
    if ordinal > expected[place] {
      for missed in expected[place]..<ordinal where skipped.count < 1_000_000 {
        skipped.insert(key(missed))
      }
      return true
    }
    guard skipped.remove(key(ordinal)) != nil else {
      duplicated += 1
      return false
    }
    reordered += 1
    return true
  }

  /// A number that was never sent is an invention; one that everybody has comes twice.
  private mutating func stray(_ number: Int) {
    if number < base { duplicated += 1 } else { reordered += 1 }
  }

  private mutating func complete(_ sender: Int) {
    inFlight -= 1
    arrived[sender] &+= 1
    while finished < messages.count, messages[finished].missing == 0 { finished += 1 }
    guard finished > 4_096, finished * 2 > messages.count else { return }
    messages.removeFirst(finished)
    base += finished
    finished = 0
  }
}
