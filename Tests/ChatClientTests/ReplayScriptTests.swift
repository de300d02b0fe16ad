import ChatCapture
import ChatClient
import ChatScreen
import ChatWire
import Testing

/// A capture becomes steps of the screen, whatever is in it.
@Suite struct ReplayScriptTests {
  private static let path = CapturePath(
    local: CaptureAddress(bytes: [127, 0, 0, 1], port: 1),
    remote: CaptureAddress(bytes: [127, 0, 0, 1], port: 2))

  private static func file(_ connections: [[WireEntry]]) -> [UInt8] {
    var judge = CaptureJudge()
    var writer = CaptureFormat.pcapng.encoder
    var file = writer.head
    for entries in connections {
      for entry in entries {
        if case .opened(let framing) = entry {
          file += writer.encode(judge.open(framing, path, at: 5))
        }
        file += writer.encode(judge.add(entry))
      }
      file += writer.encode(judge.close(at: 90_000_000))
    }
    return file + writer.end()
  }

  private static let framed: [WireEntry] = [
    .opened(.length), .wrote([2, 0, 0, 0, 0x68, 0x69], at: 1_000_000, exact: true),
    .peerRead(offset: 0, length: 6, at: 1_200_000),
    .here(KernelFacts(segmentsOut: 1, bytesOut: 6), at: 1_200_001),
    .read([7, 0, 0, 0] + Array("a: hi".utf8), at: 1_300_000),
    .read(Array("ya".utf8), at: 2_300_000), .peerWrote(offset: 0, length: 11, at: 1_250_000),
  ]

  @Test func `a step is a call and what was told with it`() throws {
    let script = try ReplayScript(Self.file([Self.framed]), name: "a.pcapng")
    let steps = script.replay.steps
    #expect(steps.map(\.at) == [nil, 1_000_000, 1_200_000, 1_300_000, 2_300_000])
    #expect(steps[2].messages == [.wire(Self.framed[2]), .wire(Self.framed[3])])
    #expect(steps[4].messages.first == .wire(Self.framed[5]))
    #expect(steps[4].messages.last == .wire(Self.framed[6]))
    guard case .heard(.text("a: hiya"), _, 0..<11) = steps[4].messages[1] else {
      Issue.record("\(steps[4].messages)")
      return
    }
  }

  @Test func `keys go on and back, and nothing is sent`() throws {
    let script = try ReplayScript(Self.file([Self.framed]), name: "a.pcapng")
    var model = Model(size: Size(columns: 100, rows: 30), replay: script.replay)
    func status() -> String {
      let grid = view(model)
      return String(grid.text(row: 27).drop { $0 != "r" }.prefix { $0 != "→" })
        .split(separator: " ").joined(separator: " ")
    }
    func press(_ key: Key) -> [Effect] { update(&model, .key(key)) }
    #expect(status() == "replay a.pcapng · step 0 of 5")
    #expect(press(.character(" ")) == [])
    #expect(press(.right) == [])
    #expect(status() == "replay a.pcapng · step 2 of 5")
    #expect(model.wire.blocks.items.count == 2)
    #expect(press(.left) == [])
    #expect(model.wire.blocks.items.count == 1)
    #expect(press(.end) == [])
    #expect(status() == "replay a.pcapng · step 5 of 5")
    #expect(model.conversation.items.count == 1)
    #expect(press(.right) == [])
    #expect(press(.home) == [])
    #expect(model.wire.blocks.items.isEmpty && model.conversation.items.isEmpty)
    #expect(press(.character("a")) == [.playOn(from: 0, after: 0)])
    #expect(update(&model, .playOn(from: 0)) == [.playOn(from: 1, after: 0)])
    #expect(update(&model, .playOn(from: 1)) == [.playOn(from: 2, after: 200_000)])
    #expect(status() == "replay a.pcapng · step 2 of 5 · playing")
    #expect(press(.character("a")) == [])
    #expect(update(&model, .playOn(from: 2)) == [])
    #expect(status() == "replay a.pcapng · step 2 of 5")
    for character in "/burst 3 x" { #expect(press(.character(character)) == []) }
    #expect(press(.enter) == [])
    for character in "hi" { #expect(press(.character(character)) == []) }
    #expect(press(.enter) == [])
  }

  @Test func `a damaged capture is shown as far as it goes`() {
    let whole = Self.file([
      Self.framed, [.opened(.raw), .read([0xe4, 0xbd], at: 4), .wrote([1], at: 5, exact: false)],
      [.opened(.udp), .read([], at: 6)], [.opened(.line), .read([0x61, 10, 0xff], at: 7)],
    ])
    var seed: UInt64 = 1
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0...random(8) {
        let digit = UInt8(ascii: "0") + UInt8(random(10))
        let place = random(bytes.count)
        let isDigit = (0x30...0x39).contains(bytes[place])
        bytes[place] = isDigit ? digit : UInt8(random(256))
      }
      guard let script = try? ReplayScript(bytes, name: "x") else { continue }
      var model = Model(size: Size(columns: 100, rows: 30), replay: script.replay)
      for key in [Key.end, .left, .home, .right, .end] { _ = update(&model, .key(key)) }
      #expect(view(model).size == model.size)
      _ = script.dump
    }
  }
}
