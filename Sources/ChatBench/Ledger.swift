/// Who has received what: every sender's messages, once each and in order, at every receiver.
struct Ledger {
  private let senders: Int
  private let receivers: Int
  /// The number that comes next, by receiver and sender.
  private var expected: [Int32]
  /// Deliveries that each message on its way still lacks, by sender; the oldest first.
  private var missing: [[Int32]]
  /// The number of the oldest message on its way, by sender.
  private var oldest: [Int]
  private let echoes: Bool

  private(set) var deliveries = 0
  private(set) var duplicated = 0
  private(set) var reordered = 0
  /// Messages that have reached everybody.
  private(set) var complete = 0

  init(senders: Int, receivers: Int, echoes: Bool) {
    self.senders = senders
    self.receivers = receivers
    self.echoes = echoes
    expected = Array(repeating: 0, count: senders * receivers)
    missing = Array(repeating: [], count: senders)
    oldest = Array(repeating: 0, count: senders)
  }

  /// Deliveries that are due and have not come.
  var outstanding: Int { missing.joined().reduce(0) { $0 + Int($1) } }

  /// Takes note of a sender's next message.
  mutating func sent(by sender: Int) {
    missing[sender].append(Int32(echoes ? receivers : receivers - 1))
  }

  /// Takes note of a delivery.
  ///
  /// - Returns: whether the message has reached everybody with it.
  mutating func received(_ token: Token, by receiver: Int) -> Bool {
    guard token.sender < senders else {
      reordered += 1
      return false
    }
    let place = receiver * senders + token.sender
    let next = Int(expected[place])
    guard token.number == next else {
      if token.number < next { duplicated += 1 } else { reordered += 1 }
      return false
    }
    expected[place] += 1
    deliveries += 1
    let index = next - oldest[token.sender]
    guard missing[token.sender].indices.contains(index) else { return false }
    missing[token.sender][index] -= 1
    guard missing[token.sender][index] == 0 else { return false }
    complete += 1
    while missing[token.sender].first == 0 {
      missing[token.sender].removeFirst()
      oldest[token.sender] += 1
    }
    return true
  }
}
