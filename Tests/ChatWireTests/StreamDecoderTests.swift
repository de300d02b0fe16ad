import ChatWire
import Testing

@Suite struct StreamDecoderTests {
  private static let decoders: [StreamDecoder] = [.line, .fixed(8), .little, .big, .fixed(1)]

  private func texts(_ outcome: StreamDecoder.Outcome) -> [String] {
    outcome.items.map { item in
      switch item {
      case .message(let bytes): String(decoding: bytes, as: UTF8.self)
      case .refused(let field): "! \(field.hex)"
      case .tooLong: "! too long"
      }
    }
  }

  private func frame(_ text: String, big: Bool = false) -> [UInt8] {
    let length: [UInt8] = [UInt8(text.utf8.count), 0, 0, 0]
    return (big ? length.reversed() : length) + Array(text.utf8)
  }

  @Test func theRightOneGivesTheMessagesAndTheOthersFailInTheirOwnWay() {
    let bytes = frame("Hello") + frame("you")
    func decode(_ decoder: StreamDecoder) -> StreamDecoder.Outcome {
      decoder.decode([bytes], limit: 65_536)
    }
    #expect(texts(decode(.little)) == ["Hello", "you"])
    #expect(decode(.big).items == [.refused(LengthField(bytes: [5, 0, 0, 0]))])
    #expect(decode(.big).lost == 12)
    #expect(texts(decode(.none)) == ["\u{5}\0\0\0Hello\u{3}\0\0\0you"])
    #expect(texts(decode(.fixed(8))) == ["\u{5}\0\0\0Hell", "o\u{3}\0\0\0you"])
    #expect(decode(.line).items.isEmpty && decode(.line).waiting == 16)
  }

  @Test func aLengthThatIsLettersIsRefused() {
    let outcome = StreamDecoder.little.decode([Array("Hello, Hello".utf8)], limit: 65_536)
    #expect(outcome.items == [.refused(LengthField(bytes: Array("Hell".utf8)))])
    #expect(outcome.lost == 8 && outcome.waiting == 0)
  }

  @Test(arguments: [
    (StreamDecoder.little, 3, 9), (.line, 3, 4), (.fixed(8), 3, 8), (.none, 0, 0),
  ])
  func whatIsNotWholeWaits(decoder: StreamDecoder, waiting: Int, need: Int) {
    let bytes: [UInt8] = decoder == .little ? [5, 0, 0] : Array("abc".utf8)
    let outcome = decoder.decode([bytes], limit: 65_536)
    #expect(outcome.waiting == waiting)
    // A header that is not whole needs itself.
    #expect(outcome.need == (decoder == .little ? 4 : need))
  }

  @Test func aCutInsideACharacterIsSeenOnlyWithoutARule() {
    let bytes = frame("你好")
    let pieces = [Array(bytes[..<6]), Array(bytes[6...])]
    #expect(texts(StreamDecoder.none.decode(pieces, limit: 99))[1] == "\u{fffd}好")
    #expect(texts(StreamDecoder.little.decode(pieces, limit: 99)) == ["你好"])
    let first = StreamDecoder.little.decode([pieces[0]], limit: 99)
    #expect(first.items.isEmpty && first.waiting == 6 && first.need == 10)
  }

  /// Streams of every kind, and any cuts: the messages are the same.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func anySplitOfTheSameBytesGivesTheSameMessages(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let bytes = (0..<Int.random(in: 0...20, using: &generator)).flatMap { _ -> [UInt8] in
      let text = String(repeating: "你x\r\n", count: Int.random(in: 0...3, using: &generator))
      return switch Int.random(in: 0..<5, using: &generator) {
      case 0: frame(text)
      case 1: frame(text, big: true)
      case 2: Array(text.utf8)
      case 3: [0, 0, 0, 0]
      default: [UInt8.random(in: 0...255, using: &generator)]
      }
    }
    for decoder in Self.decoders {
      for limit in [7, 65_536] {
        let whole = decoder.decode([bytes], limit: limit)
        #expect(decoder.decode(cut(bytes, seed: seed &+ 1), limit: limit) == whole)
        #expect(decoder.decode(bytes.map { [$0] }, limit: limit) == whole)
      }
    }
  }
}
