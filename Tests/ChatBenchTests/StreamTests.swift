import Testing

@testable import ChatBench

@Suite struct StreamTests {
  /// The messages of `bytes` when they come in pieces of `size`.
  private func messages(_ bytes: [UInt8], _ dialect: Dialect, pieces size: Int) -> [String] {
    var stream = Stream(dialect, size: 28)
    var messages: [String] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { piece in
        stream.take(piece) { messages.append(String(decoding: $0, as: UTF8.self)) }
      }
    }
    return messages
  }

  @Test(arguments: Dialect.allCases) func anySplitGivesTheSameTokens(dialect: Dialect) {
    let tokens = (0..<20).map { Token(sender: $0 % 3, number: $0, sent: 1_000 + $0) }
    let prefix: [UInt8] =
      switch dialect {
      case .irc: Array(":b1!bench@localhost ".utf8)
      default: []
      }
    let bytes = tokens.flatMap { prefix + dialect.message($0.bytes(size: 28)) }
    for size in [1, 2, 3, 7, 28, 29, 64, 1_000, bytes.count] {
      let found = messages(bytes, dialect, pieces: size).compactMap { message in
        Array(message.utf8.suffix(28)).withUnsafeBytes { Token($0) }
      }
      #expect(found == tokens, "\(dialect) in pieces of \(size)")
    }
  }

  @Test(arguments: 1...20) func chunksOfTwoSendersAreTheirLines(size: Int) {
    let one = Token(sender: 1, number: 0, sent: 0)
    let two = Token(sender: 2, number: 0, sent: 0)
    let (first, second) = (one.bytes(size: 28), two.bytes(size: 28))
    var bytes = Array("<user4> ".utf8)
    bytes += first.prefix(10)
    bytes += Array("<user15> ".utf8)
    bytes += second.prefix(20)
    bytes += Array("<user4> ".utf8)
    bytes += first.dropFirst(10) + [10]
    bytes += Array("<user15> ".utf8)
    bytes += second.dropFirst(20) + [10]
    let texts = [first, second].map { String(decoding: $0, as: UTF8.self) }
    #expect(messages(bytes, .ncat, pieces: size) == texts)
  }

  @Test func aTokenIsItsText() {
    let token = Token(sender: 0x12, number: 0xabcdef, sent: 0x123_4567_89ab)
    let bytes = token.bytes(size: 40)
    #expect(String(decoding: bytes, as: UTF8.self) == "#0012.00abcdef.0123456789ab.xxxxxxxxxxxx")
    #expect(bytes.withUnsafeBytes { Token($0) } == token)
    #expect(bytes.dropFirst().withUnsafeBytes { Token($0) } == nil)
    #expect(bytes.prefix(27).withUnsafeBytes { Token($0) } == nil)
  }

  @Test func theLedgerTellsWhatIsWrong() {
    var ledger = Ledger(senders: 1, receivers: 2, echoes: true)
    for _ in 0..<3 { ledger.sent(by: 0) }
    func token(_ number: Int) -> Token { Token(sender: 0, number: number, sent: 0) }
    let complete = [(0, 0), (0, 1), (0, 1), (2, 0), (1, 0), (1, 1)].map { number, receiver in
      ledger.received(token(number), by: receiver)
    }
    #expect(complete == [false, true, false, false, false, true])
    #expect((ledger.duplicated, ledger.reordered) == (1, 1))
    #expect(ledger.outstanding == 2)
    #expect((ledger.deliveries, ledger.complete) == (4, 2))
  }

  @Test func oneWhoIsNotHeardByItselfIsCompleteEarlier() {
    var ledger = Ledger(senders: 1, receivers: 2, echoes: false)
    ledger.sent(by: 0)
    let isComplete = ledger.received(Token(sender: 0, number: 0, sent: 0), by: 1)
    #expect(isComplete)
    #expect(ledger.outstanding == 0)
  }

  @Test(arguments: [(0.0, 2, "0.00"), (1.005, 1, "1.0"), (-2.5, 0, "-3"), (0.0625, 3, "0.063")])
  func numbers(value: Double, places: Int, text: String) {
    #expect(Table.fixed(value, places) == text)
  }
}
