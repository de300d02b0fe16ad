import Testing

@testable import ChatBench

@Suite struct StreamTests {
  /// The messages of `bytes` when they come in pieces of `size`.
  private func messages(_ bytes: [UInt8], _ dialect: Dialect, pieces size: Int) -> [String] {
    var stream = Stream(dialect, size: 28)
    var messages: [String] = []
    var held: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      held += bytes[start..<min(bytes.count, start + size)]
      let used = held.withUnsafeBytes { piece in
        stream.take(piece) { messages.append(String(decoding: $0, as: UTF8.self)) }
      }
      held.removeFirst(used)
    }
    return messages
  }

  private func number(_ message: String) -> Int? {
    Array(message.utf8.suffix(28)).withUnsafeBytes { Token.number($0, at: 0) }
  }

  @Test(arguments: Dialect.allCases) func anySplitGivesTheSameTokens(dialect: Dialect) {
    let numbers = (0..<20).map { $0 * 0x0123_4567 }
    let prefix: [UInt8] =
      switch dialect {
      case .irc: Array(":b1!bench@localhost ".utf8)
      case .raw: Array("guest1: ".utf8)
      default: []
      }
    let bytes = numbers.flatMap { prefix + dialect.message(Token.bytes($0, size: 28)) }
    for size in [1, 2, 3, 7, 28, 29, 64, 1_000, bytes.count] {
      let found = messages(bytes, dialect, pieces: size).compactMap { number($0) }
      #expect(found == numbers, "\(dialect) in pieces of \(size)")
    }
  }

  @Test(arguments: 1...20) func chunksOfTwoSendersAreTheirLines(size: Int) {
    let (first, second) = (Token.bytes(1, size: 28), Token.bytes(2, size: 28))
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
    let bytes = Token.bytes(0x0123_abcd, size: 14)
    #expect(String(decoding: bytes, as: UTF8.self) == "#0123abcd.xxxx")
    #expect(bytes.withUnsafeBytes { Token.number($0, at: 0) } == 0x0123_abcd)
    for place in [-1, 1, 4, 5, 14] {
      #expect(bytes.withUnsafeBytes { Token.number($0, at: place) } == nil)
    }
    #expect(bytes.prefix(9).withUnsafeBytes { Token.number($0, at: 0) } == nil)
  }

  @Test(arguments: Dialect.allCases) func aTemplateIsTheMessage(dialect: Dialect) {
    var bytes: [UInt8] = [1]
    Template(dialect, size: 20).append(0xbeef, to: &bytes)
    #expect(bytes == [1] + dialect.message(Token.bytes(0xbeef, size: 20)))
  }
}
