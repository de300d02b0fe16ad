import ChatCapture
import ChatWire
import Testing

/// The two formats that are text, letter by letter.
@Suite struct TextFormatTests {
  private static let entries: [WireEntry] = [
    .opened(.raw), .wrote(Array("Hello, Hello. How".utf8), at: 1_700_000_000_000_123, exact: true),
    .peerRead(offset: 0, length: 17, at: 1_700_000_000_000_456),
    .read([0xe4, 0xbd, 0xa0], at: 1_700_000_000_200_000),
    .peerWrote(offset: 0, length: 3, at: 1_700_000_000_100_000),
    .here(KernelFacts(segmentsOut: 1, bytesOut: 17), at: 1_700_000_000_200_001),
  ]

  @Test func `a hexdump`() {
    let text = String(decoding: file(Self.entries, .hex), as: UTF8.self)
    #expect(
      text == """
        # WireChat: the calls of one client; O is a write of it, I a read. text2pcap -D -t %s.%f
        # opened raw 127.0.0.1:51234 to 127.0.0.1:20000
        # write #1 17 B
        O 1700000000.000123
        000000: 48 65 6c 6c 6f 2c 20 48 65 6c 6c 6f 2e 20 48 6f  |Hello, Hello. Ho|
        000010: 77                                               |w|

        # server read #1 bytes 0+17 · 1:1 at 1700000000000456
        # read #1 3 B · 1:1
        I 1700000000.200000
        000000: e4 bd a0                                         |...|

        # server wrote #1 bytes 0+3 at 1700000000100000
        # kernel out 1 segments 17 B in 0 segments 0 B unread 0 unsent 0 held 0 repeated 0 at 1700000000200001
        # closed

        """)
  }

  @Test func `JSON lines`() {
    let text = String(decoding: file(Self.entries, .jsonl), as: UTF8.self)
    #expect(
      text == """
        {"at":1700000000000000,"kind":"opened","framing":"raw","local":"127.0.0.1:51234","remote":"127.0.0.1:20000"}
        {"at":1700000000000123,"kind":"write","number":1,"offset":0,"length":17,"exact":true,"hex":"48656c6c6f2c2048656c6c6f2e20486f77"}
        {"at":1700000000000456,"kind":"server read","number":1,"offset":0,"length":17,"verdict":"1:1"}
        {"at":1700000000200000,"kind":"read","number":1,"offset":0,"length":3,"verdict":"1:1","hex":"e4bda0"}
        {"at":1700000000100000,"kind":"server write","number":1,"offset":0,"length":3}
        {"at":1700000000200001,"kind":"kernel","segmentsOut":1,"bytesOut":17,"segmentsIn":0,"bytesIn":0,"unread":0,"unsent":0,"notSent":0,"repeated":0,"certain":true}
        {"at":1700000009000000,"kind":"closed"}

        """)
  }

  @Test(
    arguments: [
      ("a.pcapng", "a.pcapng", .pcapng), ("a b.HEX", "a b.HEX", .hex), ("a hex", "a", .hex),
      ("/dev/full jsonl", "/dev/full", .jsonl), ("a.hex pcapng", "a.hex", .pcapng),
    ] as [(String, String, CaptureFormat)])
  func `the suffix or a last word is the format`(
    argument: String, path: String, format: CaptureFormat
  ) {
    let target = CaptureTarget(argument)
    #expect(target?.path == path)
    #expect(target?.format == format)
  }

  @Test(arguments: ["", "a", "a.txt", "pcapng", " hex", "a.pcapng x", "."])
  func `without either there is no capture`(argument: String) {
    #expect(CaptureTarget(argument) == nil)
  }
}
