import ChatWire
import NIOCore
import Testing

@Suite struct SendingPlanTests {
  private static func sending(_ change: (inout Sending) -> Void) -> Sending {
    var sending = Sending()
    change(&sending)
    return sending
  }

  /// The writes of "hello", each with the pause before it.
  static let table: [(framing: Framing, count: Int, sending: Sending, writes: [String])] = [
    (.line, 2, Sending(), ["0 68656c6c6f0a", "0 68656c6c6f0a"]),
    (.line, 0, Sending(), []),
    (.line, 3, sending { $0.gap = 20 }, ["0 68656c6c6f0a", "20 68656c6c6f0a", "20 68656c6c6f0a"]),
    (
      .line, 2,
      sending {
        $0.slice = Sending.Slice(bytes: 4, pause: 5)
        $0.gap = 7
      }, ["0 68656c6c", "5 6f0a", "7 68656c6c", "5 6f0a"]
    ),
    (.length, 1, sending { $0.splitHeader = true }, ["0 05000000", "0 68656c6c6f"]),
    (.line, 1, sending { $0.splitHeader = true }, ["0 68656c6c6f0a"]),
    (
      .length, 1,
      sending {
        $0.splitHeader = true
        $0.slice = Sending.Slice(bytes: 3, pause: 1)
      }, ["0 050000", "1 00", "1 68656c", "1 6c6f"]
    ),
    (
      .length, 2,
      sending {
        $0.splitHeader = true
        $0.damage = .drop(0)
      }, ["0 000000", "0 68656c6c6f", "0 05000000", "0 68656c6c6f"]
    ),
    (
      .length, 2, sending { $0.damage = .flip(0) },
      ["0 fa00000068656c6c6f", "0 0500000068656c6c6f"]
    ),
    (.length, 1, sending { $0.damage = .flip(8) }, ["0 0500000068656c6c90"]),
    (.raw, 1, sending { $0.damage = .drop(4) }, ["0 68656c6c"]),
    (.raw, 1, sending { $0.damage = .drop(5) }, ["0 68656c6c6f"]),
  ]

  @Test(arguments: table) func writesAndPauses(
    framing: Framing, count: Int, sending: Sending, writes: [String]
  ) {
    let plan = SendingPlan(
      Frame.encode("hello", framing), framing, count: count, sending: sending)
    #expect(plan.map { "\($0.pause) \(hex($0.bytes))" } == writes)
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func theWritesJoinedAreTheMessages(seed: UInt64) {
    var dice = SplitMix(state: seed)
    let framing = Framing.allCases.randomElement(using: &dice) ?? .raw
    let text = String(repeating: "你", count: .random(in: 0...40, using: &dice))
    let message = Frame.encode(text, framing)
    let count = Int.random(in: 0...4, using: &dice)
    var sending = Sending()
    sending.gap = .random(in: 0...3, using: &dice)
    sending.splitHeader = .random(using: &dice)
    if .random(using: &dice) {
      sending.slice = Sending.Slice(
        bytes: .random(in: 1...20, using: &dice), pause: .random(in: 0...3, using: &dice))
    }
    let pieces = Array(SendingPlan(message, framing, count: count, sending: sending))
    let joined = pieces.flatMap { Array($0.bytes.readableBytesView) }
    let whole = Array(message.readableBytesView)
    #expect(joined == Array(repeating: whole, count: count).flatMap { $0 })
    #expect(pieces.count { $0.endsMessage } == count)
    #expect(pieces.count { $0.beginsMessage } == count)
    #expect(pieces.allSatisfy { $0.bytes.readableBytes <= sending.slice?.bytes ?? .max })
    #expect(pieces.first?.pause ?? 0 == 0)
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func damageConcernsOneByteOfTheFirst(seed: UInt64) {
    var dice = SplitMix(state: seed)
    let message = Frame.encode("0123456789", .length)
    let place = Int.random(in: 0..<14, using: &dice)
    var sending = Sending()
    sending.splitHeader = .random(using: &dice)
    sending.slice = Sending.Slice(bytes: .random(in: 1...20, using: &dice), pause: 0)
    let isDrop = Bool.random(using: &dice)
    sending.damage = isDrop ? .drop(place) : .flip(place)
    let plan = SendingPlan(message, .length, count: 2, sending: sending)
    let joined = plan.flatMap { Array($0.bytes.readableBytesView) }
    let whole = Array(message.readableBytesView)
    var first = whole
    if isDrop { first.remove(at: place) } else { first[place] ^= 0xff }
    #expect(joined == first + whole)
  }

  @Test(arguments: Framing.allCases) func sizesAreThoseOnTheWire(framing: Framing) {
    #expect(Frame.size(of: "你好", framing) == Frame.encode("你好", framing).readableBytes)
  }
}

/// The bytes as hex digits.
private func hex(_ bytes: ByteBuffer) -> String {
  bytes.readableBytesView.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
