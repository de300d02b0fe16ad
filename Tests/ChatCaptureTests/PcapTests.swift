import ChatCapture
import ChatWire
import Testing

/// What is written as pcapng is read back, and no byte of such a file can do harm.
@Suite struct PcapTests {
  @Test(arguments: Framing.allCases)
  func `a file gives back what was told, in order`(framing: Framing) throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      var dice = Dice(state: seed)
      let entries = dice.entries(framing, count: 80) + dice.entries(.raw, count: 20)
      let path = seed.isMultiple(of: 2) ? CapturePath.ipv6 : .ipv4
      let capture = try PcapReader.read(file(entries, .pcapng, path: path))
      #expect(capture.entries == entries, "seed \(seed)")
      #expect(!capture.isCut)
    }
  }

  @Test func `what comes without packets is not kept back for long`() throws {
    let facts = (1...40).map { WireEntry.here(KernelFacts(unread: $0), at: 1_000 + $0) }
    var judge = CaptureJudge()
    var writer = CaptureFormat.pcapng.encoder
    var file = writer.head + writer.encode(judge.open(.raw, .ipv4, at: 1_000))
    for fact in facts { file += writer.encode(judge.add(fact)) }
    let told = try PcapReader.read(file).entries
    #expect(told.starts(with: [.opened(.raw)] + facts.prefix(32)))
    #expect(try PcapReader.read(file + writer.end()).entries == [.opened(.raw)] + facts)
  }

  @Test func `every fact has its place in a comment`() {
    // A field more needs one more in `Remark` and in `Dice`.
    #expect(Mirror(reflecting: KernelFacts()).children.count == 9)
    #expect(
      Mirror(reflecting: WireFact(.read, offset: 0, length: 0, microseconds: 0)).children.count == 7
    )
    let link = LinkFacts(
      localHost: "", localPort: 0, remoteHost: "", remotePort: 0, mssOut: 0, mssIn: 0, pathMTU: 0,
      roundTrip: 0, hasTimestamps: false, hasSack: false)
    #expect(Mirror(reflecting: link).children.count == 10)
  }

  @Test func `a file that ends anywhere gives what is whole`() throws {
    var dice = Dice(state: 7)
    let entries =
      dice.entries(.udp, count: 6)
      + dice.entries(.length, count: 20).filter {
        switch $0 {
        case .wrote(let bytes, _, _), .read(let bytes, _): bytes.count < 1_000
        default: true
        }
      }
    let whole = file(entries, .pcapng)
    let all = try PcapReader.read(whole).entries
    for count in 12..<whole.count {
      guard let capture = try? PcapReader.read(Array(whole.prefix(count))) else {
        Issue.record("\(count) bytes are refused")
        return
      }
      #expect(all.starts(with: capture.entries))
    }
  }

  @Test func `damage is a sentence or another capture, never a trap`() {
    var dice = Dice(state: 8)
    let whole = file(dice.entries(.raw, count: 20) + dice.entries(.udp, count: 20), .pcapng)
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let place = Int.random(in: 0..<min(bytes.count, 6_000), using: &dice)
        bytes[place] = [0, 1, 4, 0x7f, 0x80, 0xff].randomElement(using: &dice) ?? 0
      }
      if Bool.random(using: &dice) {
        bytes.removeSubrange(Int.random(in: 0..<bytes.count, using: &dice)...)
      }
      do { _ = try PcapReader.read(bytes) } catch { #expect("\(error)".hasPrefix("it")) }
    }
    let head = CaptureFormat.pcapng.encoder.head
    for _ in 0..<2_000 {
      _ = try? PcapReader.read(dice.bytes(0...200))
      _ = try? PcapReader.read(head + dice.bytes(0...200))
    }
  }

  @Test(arguments: [
    "opened", "opened tcp", "read", "write #1 5 B part 2 of 1", "write #1 5 B part 1 of 0",
    "server read #1 bytes 5",
    "server read #1 bytes 99999999999999999999+1",
    "server wrote #1 bytes 1+9223372036854775807 at 1",
    "server wrote #1 bytes -1+2 at 3", "kernel out 1 at 2", "/wire read 1 at 2",
    "/said 1 2 a b at 3",
    "at", " at 1", "≥1", "",
  ])
  func `a comment that is not ours says nothing`(comment: String) throws {
    var bytes = file([.opened(.line)], .pcapng)
    let text = Array(comment.utf8)
    var block: [UInt8] = [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    block += [1, 0, UInt8(text.count), 0] + text
    while !block.count.isMultiple(of: 4) { block.append(0) }
    let length = UInt8(block.count + 4)
    block[4] = length
    bytes += block + [length, 0, 0, 0]
    #expect(try PcapReader.read(bytes).entries == [.opened(.line)])
  }

  @Test func `a write is this block`() {
    var judge = CaptureJudge()
    var writer = CaptureFormat.pcapng.encoder
    _ = writer.encode(judge.open(.raw, .ipv4, at: 0))
    let entry = WireEntry.wrote(Array("hi!".utf8), at: 1_700_000_000_000_001, exact: true)
    let expected: [UInt8] =
      // Enhanced Packet Block, 112 bytes, interface 0, time in microseconds, 57 bytes of 57.
      [6, 0, 0, 0, 112, 0, 0, 0, 0, 0, 0, 0, 0x24, 0x0a, 0x06, 0x00, 0x01, 0x40, 0x1e, 0x18]
      + [57, 0, 0, 0, 57, 0, 0, 0]
      // Ethernet.
      + [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0]
      // IPv4: 43 bytes, the fourth packet, DF, TTL 64, TCP.
      + [0x45, 0, 0, 43, 0, 4, 0x40, 0, 64, 6, 0x3c, 0xc7, 127, 0, 0, 1, 127, 0, 0, 1]
      // TCP: 51234 to 20000, both numbers at the first byte of the first connection, PSH and ACK.
      + [0xc8, 0x22, 0x4e, 0x20, 0, 0x0f, 0x42, 0x40, 0, 0x0f, 0x42, 0x40, 0x50, 0x18, 0xff, 0xff]
      + [0x8d, 0x7c, 0, 0, 0x68, 0x69, 0x21, 0, 0, 0]
      // opt_comment, opt_endofopt.
      + [1, 0, 12, 0] + Array("write #1 3 B".utf8) + [0, 0, 0, 0, 112, 0, 0, 0]
    #expect(writer.encode(judge.add(entry)) == expected)
  }

  @Test func `files of others are refused`() {
    #expect(throws: CaptureError.notPcapng) { try PcapReader.read([]) }
    #expect(throws: CaptureError.notPcapng) { try PcapReader.read(Array("hello, world".utf8)) }
    // A section header of dumpcap's, its shb_userappl alone.
    let head: [UInt8] = [
      0x0a, 0x0d, 0x0d, 0x0a, 44, 0, 0, 0, 0x4d, 0x3c, 0x2b, 0x1a, 1, 0, 0, 0, 0xff, 0xff, 0xff,
      0xff, 0xff, 0xff, 0xff, 0xff, 4, 0, 7, 0, 0x64, 0x75, 0x6d, 0x70, 0x63, 0x61, 0x70, 0, 0, 0,
      0, 0, 44, 0, 0, 0,
    ]
    #expect(throws: CaptureError.foreign("dumpcap")) { try PcapReader.read(head) }
    var big = head
    big.replaceSubrange(8..<12, with: [0x1a, 0x2b, 0x3c, 0x4d])
    #expect(throws: CaptureError.foreign(nil)) { try PcapReader.read(big) }
  }
}
