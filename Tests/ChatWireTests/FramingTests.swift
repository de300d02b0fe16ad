import ChatWire
import NIOCore
import NIOTestUtils
import Testing

@Suite struct FramingTests {
  @Test func aFrameIsItsLengthLittleEndianAndThePayload() {
    #expect(frames(["hello"]) == [5, 0, 0, 0, 0x68, 0x65, 0x6c, 0x6c, 0x6f])
    #expect(frames(["你"]) == [3, 0, 0, 0, 0xe4, 0xbd, 0xa0])
    #expect(frames(["hi"], .line) == [0x68, 0x69, 0x0a])
    #expect(frames(["hi"], .raw) == [0x68, 0x69])
    #expect(frames(["hi"], .udp) == [0x68, 0x69])
  }

  @Test func decodersPassTheVerifier() throws {
    try ByteToMessageDecoderVerifier.verifyDecoder(
      inputOutputPairs: [
        (ByteBuffer(bytes: frames(["hello"])), [ByteBuffer(string: "hello")]),
        (ByteBuffer(bytes: frames(["", "a"])), [ByteBuffer(), ByteBuffer(string: "a")]),
      ],
      decoderFactory: { LengthDecoder() })
    try ByteToMessageDecoderVerifier.verifyDecoder(
      inputOutputPairs: [
        (ByteBuffer(string: "hello\n"), [ByteBuffer(string: "hello")]),
        (ByteBuffer(string: "\r\na\rb\r\n"), [ByteBuffer(), ByteBuffer(string: "a\rb")]),
      ],
      decoderFactory: { LineDecoder() })
  }

  @Test(arguments: [Framing.length, .line])
  func everySplitInThreeGivesTheSameMessages(framing: Framing) {
    let texts = ["one", "", "你好", "x", "the last"]
    let bytes = frames(texts, framing)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        let pieces = [
          Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]),
        ]
        #expect(read(pieces, framing, limit: 4096) == texts)
      }
    }
  }

  @Test(arguments: 0..<200)
  func anySplitGivesTheSameMessages(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let texts = (0..<20).map { _ in
      String(repeating: "é", count: Int.random(in: 0...50, using: &generator))
    }
    for framing in [Framing.length, .line] {
      let bytes = frames(texts, framing)
      #expect(read(cut(bytes, seed: UInt64(seed)), framing, limit: 4096) == texts)
    }
  }

  @Test func aRawMessageIsOneReadLessOneLineEnd() {
    let reads = ["a", "b\n", "c\r\n", "d\n\n", "e\nf", "\n", "g\r"].map { Array($0.utf8) }
    #expect(read(reads, .raw, limit: 0) == ["a", "b", "c", "d\n", "e\nf", "", "g\r"])
    #expect(read([Array("a\n".utf8)], .udp, limit: 0) == ["a\n"])
  }

  @Test func theLargestFrameIsWholeAndOneMoreIsRefusedAtItsHeader() {
    let largest = String(repeating: "x", count: WireLimit.frame)
    #expect(read([frames([largest])], .length, limit: WireLimit.frame) == [largest])
    #expect(
      read([[1, 0, 1, 0]], .length, limit: WireLimit.frame)
        == ["! length 65537 (01 00 01 00) is over the limit 65536"])
  }

  @Test(
    arguments: [
      ([0xff, 0xff, 0xff, 0xff], "length 4294967295 (ff ff ff ff) is over the limit 65536"),
      (
        [0, 0, 0, 0x80],
        "length 2147483648 (00 00 00 80) is over the limit 65536; big-endian it would be 128: the other byte order"
      ),
      ([0xff, 0xff, 0xff, 0x7f], "length 2147483647 (ff ff ff 7f) is over the limit 65536"),
      (
        [0, 0, 0, 5],
        "length 83886080 (00 00 00 05) is over the limit 65536; big-endian it would be 5: the other byte order"
      ),
      (
        Array("GET ".utf8),
        "length 542393671 (47 45 54 20) is over the limit 65536; the bytes are 'GET ': a browser or another HTTP client"
      ),
      (
        [0x16, 3, 1, 2],
        "length 33620758 (16 03 01 02) is over the limit 65536; 16 03 begins a TLS record: a TLS client"
      ),
      (
        Array("Hell".utf8),
        "length 1819043144 (48 65 6c 6c) is over the limit 65536; the bytes are the letters 'Hell': a raw client on the length port"
      ),
      (
        Array("hi\r\n".utf8),
        "length 168651112 (68 69 0d 0a) is over the limit 65536; the bytes are the letters 'hi^M^J': a raw client on the length port"
      ),
    ] as [([UInt8], String)])
  func lengthsOverTheLimitSayWhatTheyLookLike(header: [UInt8], sentence: String) {
    #expect(read([header, [1, 2, 3]], .length, limit: 65_536) == ["! " + sentence])
  }

  @Test func nothingComesAfterAnOversizedLength() {
    let bytes = frames(["a"]) + [0xff, 0xff, 0xff, 0xff] + frames(["b"])
    let result = read([bytes], .length, limit: 65_536)
    #expect(result.count == 2)
    #expect(result.first == "a")
  }

  @Test(arguments: 1...9)
  func aLongLineIsSkippedOnceAndTheNextOneComes(size: Int) {
    let bytes = Array("12345678\nshort\n12345\r\n123456\nend\n".utf8)
    let pieces = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min(bytes.count, $0 + size)])
    }
    let refused = "! the line is longer than 5 bytes; skipped to the next LF"
    #expect(read(pieces, .line, limit: 5) == [refused, "short", "12345", refused, "end"])
  }

  @Test func theEndInsideAMessageIsToldFromTheEndBehindIt() {
    #expect(
      read([[5, 0, 0, 0, 1]], .length, limit: 10) == [
        "! the stream ended inside a message: 5 of 9 bytes"
      ])
    #expect(
      read([[5, 0]], .length, limit: 10) == ["! the stream ended inside a message: 2 of 4 bytes"])
    #expect(read([frames(["a"])], .length, limit: 10) == ["a"])
    #expect(
      read([Array("ab".utf8)], .line, limit: 10) == [
        "! the stream ended inside a message: 2 of 3 bytes"
      ])
  }

  @Test func aHalfMessageKeepsNoOthersBytes() {
    var reader = MessageReader(framing: .length, limit: 65_536)
    reader.receive(
      ByteBuffer(bytes: frames([String(repeating: "x", count: 60_000), "y"]).dropLast()))
    #expect((try? reader.next())?.readableBytes == 60_000)
    #expect((try? reader.next()) == .some(nil))
    #expect(reader.pending == 4)
  }
}
