import ChatWire
import Testing

@Suite struct DissectorTests {
  /// Roles as letters: H header, P payload, D delimiter, u unfinished, X garbage and a dot for plain.
  static func letters(_ roles: [ByteRole]) -> String {
    String(
      roles.map { role -> Character in
        switch role {
        case .header: "H"
        case .payload: "P"
        case .delimiter: "D"
        case .unfinished: "u"
        case .garbage: "X"
        case .plain: "."
        }
      })
  }

  @Test(
    arguments: [
      (.length, [[2, 0, 0, 0, 1, 2]], ["HHHHPP"], [1]),
      (.length, [[1, 0, 0, 0, 1, 1, 0, 0, 0, 2]], ["HHHHPHHHHP"], [2]),
      (.length, [[2, 0, 0, 0, 1], [2]], ["HHHHu", "P"], [0, 1]),
      (.length, [[2, 0], [0, 0, 1, 2, 1]], ["uu", "HHPPu"], [0, 1]),
      (.length, [[0, 0, 0, 0]], ["HHHH"], [0]),
      (.length, [[0xff, 0xff, 0, 0, 1], [1, 0, 0, 0, 9]], ["HHHHX", "XXXXX"], [0, 0]),
      (.line, [Array("ab\ncd\r\n".utf8)], ["PPDPPDD"], [2]),
      (.line, [Array("ab".utf8), Array("c\nd".utf8)], ["uu", "PDu"], [0, 1]),
      (.line, [Array("0123456789a\nb\n".utf8)], ["XXXXXXXXXXXDPD"], [1]),
      (.raw, [Array("ab\n".utf8)], ["..."], [1]),
    ] as [(Framing, [[UInt8]], [String], [Int])])
  func tellsBytesApart(framing: Framing, blocks: [[UInt8]], roles: [String], messages: [Int]) {
    var dissector = Dissector(framing: framing, limit: 10)
    let results = blocks.map { dissector.dissect($0) }
    #expect(results.map { DissectorTests.letters($0.roles) } == roles)
    #expect(results.map(\.messages) == messages)
  }

  @Test func lengthsAreReadBothWays() {
    var dissector = Dissector(framing: .length, limit: 10)
    #expect(dissector.dissect([9, 1, 0]).lengths.isEmpty)
    let header = dissector.dissect([0, 1]).lengths.first
    #expect(header?.offset == -3)
    #expect(header?.refused == true)
    let five = LengthField(bytes: [5, 0, 0, 0])
    #expect(five.little == 5)
    #expect(five.big == 83_886_080)
    #expect(LengthField(bytes: [208, 0, 0, 0]).big == 3_489_660_928)
    #expect(five.hex == "05 00 00 00")
    #expect(LengthField(bytes: [0xff, 0xff, 0xff, 0xff]).little == -1)
  }

  @Test(arguments: 0..<100) func anySplitCountsTheSameMessages(seed: Int) {
    let bytes = frames((0..<20).map { String(repeating: "m", count: $0) })
    var dissector = Dissector(framing: .length, limit: 65_536)
    let results = cut(bytes, seed: UInt64(seed)).map { ($0.count, dissector.dissect($0)) }
    #expect(results.allSatisfy { $0.0 == $0.1.roles.count })
    #expect(results.map(\.1.messages).reduce(0, +) == 19)
    #expect(results.flatMap(\.1.lengths).map(\.field.little) == Array(0..<20))
  }
}
