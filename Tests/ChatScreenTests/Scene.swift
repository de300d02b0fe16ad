import ChatScreen
import ChatWire

/// The situations that the golden screens show.
enum Scene: String, CaseIterable {
  /// A burst of 20 on the raw port, read by a late server in one go.
  case sticky
  /// The same with the kernels' facts: Nagle merged 14 writes, and the reader came late for 5 segments.
  case measured
  /// A small read buffer cuts one write.
  case halves
  /// A reader that is late: what was written waits in its kernel.
  case late
  /// A conversation on the length port: frames, private messages, presence.
  case framed
  /// What hostile peers may say.
  case hostile
  /// No server, and a line that waits.
  case lost
  /// A picked line and its bytes.
  case picked
  /// The same bytes, five decoders.
  case decoded
  /// The headers around a write.
  case layered

  func stage(_ columns: Int, _ rows: Int) -> Stage {
    switch self {
    case .sticky: Scene.sticky(columns, rows)
    case .measured: Scene.measured(columns, rows)
    case .halves: Scene.halves(columns, rows)
    case .late: Scene.late(columns, rows)
    case .framed: Scene.framed(columns, rows)
    case .hostile: Scene.hostile(columns, rows)
    case .lost: Scene.lost(columns, rows)
    case .picked: Scene.picked(columns, rows)
    case .decoded: Scene.decoded(columns, rows)
    case .layered: Scene.layered(columns, rows)
    }
  }

  private static func sticky(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows)
    let text = Array("Hello, Hello. How are you?".utf8)
    let greeting = Array("bob: 你好 👩\u{200d}👩\u{200d}👧\u{200d}👦 !".utf8)
    stage.take(.wire(.read(greeting, at: 0)))
    stage.take(.wire(.peerWrote(offset: 0, length: greeting.count, at: 0)))
    stage.take(.heard(.rawRead(greeting), at: WallTime(hour: 15, minute: 2, second: 11)))
    for index in 0..<20 { stage.take(.wire(.wrote(text, at: 3_000_000 + index * 20, exact: true))) }
    let echo = Array("alice: ".utf8) + Array(repeating: text, count: 20).flatMap { $0 }
    stage.take(.wire(.read(echo, at: 3_202_000)))
    stage.take(.wire(.peerRead(offset: 0, length: 520, at: 3_201_400)))
    stage.take(.wire(.peerWrote(offset: greeting.count, length: echo.count, at: 3_201_500)))
    stage.take(.heard(.rawRead(echo), at: WallTime(hour: 15, minute: 2, second: 14)))
    stage.type("hi")
    return stage
  }

  /// Writes of 26 B, each followed by what our kernel tells.
  private static func burst(_ segments: [Int], on stage: inout Stage) {
    let text = Array("Hello, Hello. How are you?".utf8)
    var seams = [0]
    for (index, sent) in segments.enumerated() {
      let at = 3_000_000 + index * 20
      stage.take(.wire(.wrote(text, at: at, exact: true)))
      if seams.count <= sent { seams.append((index + 1) * 26) }
      let out = seams.last ?? 0
      stage.take(
        .wire(
          .here(
            KernelFacts(
              segmentsOut: sent, bytesOut: out, unsent: (index + 1) * 26 - out,
              notSent: (index + 1) * 26 - out), at: at)))
    }
  }

  private static func measured(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows)
    stage.model.wire.set(Knobs(noDelay: false), at: .here)
    burst([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 6], on: &stage)
    stage.take(.wire(.peerRead(offset: 0, length: 520, at: 3_201_400)))
    stage.take(
      .wire(
        .there(
          WireFact(.read, offset: 0, length: 520, microseconds: 3_201_400, segments: 6),
          at: 3_201_400)))
    return stage
  }

  private static func halves(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows)
    stage.model.wire.set(Knobs(readSize: 8), at: .there)
    burst([1], on: &stage)
    for (turn, size) in [8, 8, 8, 2].enumerated() {
      let at = 3_000_100 + turn * 40
      stage.take(.wire(.peerRead(offset: turn * 8, length: size, at: at)))
      let fact = WireFact(
        .read, offset: turn * 8, length: size, microseconds: at, segments: 1,
        unread: 26 - turn * 8 - size)
      stage.take(.wire(.there(fact, at: at)))
    }
    return stage
  }

  private static func late(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows)
    let text = [UInt8](repeating: 0x61, count: 1_000)
    stage.take(.wire(.wrote(text, at: 0, exact: true)))
    stage.take(.wire(.here(KernelFacts(segmentsOut: 1, bytesOut: 1_000), at: 0)))
    stage.take(.wire(.peerRead(offset: 0, length: 1_000, at: 200_000)))
    for turn in 2...6 {
      stage.take(.wire(.wrote(text, at: 200_000 + turn * 10, exact: true)))
      let facts = KernelFacts(
        segmentsOut: turn, bytesOut: turn * 1_000, unsent: turn == 6 ? 1_000 : 0)
      stage.take(.wire(.here(facts, at: 200_000 + turn * 10)))
    }
    return stage
  }

  private static func framed(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows, framing: .length)
    stage.hear(.welcome(connection: "0badcafe.2", nick: "alice", room: "lobby", next: 1), at: 1)
    stage.hear(.names(count: 3, ["alice", "bob", "小明"]), at: 1)
    stage.hear(
      .said(seq: 1, ms: 0, nick: "bob", text: "morning, all of you who are here this early"), at: 2)
    stage.hear(.did(seq: 2, ms: 0, nick: "小明", text: "挥手 waves"), at: 3)
    stage.hear(.told(ms: 0, from: "bob", to: "alice", text: "psst"), at: 4)
    stage.hear(.told(ms: 0, from: "alice", to: "bob", text: "what?"), at: 5)
    stage.hear(.joined(["a", "b", "c", "d", "e"]), at: 6)
    stage.hear(.left("bob", reason: "quit"), at: 7)
    stage.hear(.gap(from: 3, to: 7), at: 8)
    stage.hear(.error(.nickTaken, "bob2 bob is taken; try bob2"), at: 9)
    stage.take(.wire(.wrote([12, 0, 0, 0] + Array("/hello 1 ali".utf8), at: 0, exact: true)))
    stage.take(.wire(.peerRead(offset: 0, length: 10, at: 100)))
    stage.take(.wire(.peerRead(offset: 10, length: 6, at: 200)))
    stage.take(.wire(.read([2, 0, 0, 0] + Array("hi".utf8) + [9, 0, 0, 0, 0x61], at: 203_000)))
    stage.take(.wire(.peerWrote(offset: 0, length: 6, at: 0)))
    stage.take(.wire(.peerWrote(offset: 6, length: 5, at: 0)))
    return stage
  }

  private static func hostile(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows, framing: .length)
    for (second, text) in [
      "\u{1b}[2J\u{1b}]52;c;aGk=\u{7}\u{9b}31m",
      "abc\u{202e}fed\u{2066}x\u{200b}y\u{e0041}\u{2028}z",
      "a" + String(repeating: "\u{301}", count: 500) + "|",
      "first\nbob: I am bob\n15:02:09 *** bob left",
      "👩\u{200d}👩\u{200d}👧\u{200d}👦 🇩🇪 ❤\u{fe0f} 👍🏽 你好 עברית",
    ].enumerated() {
      stage.hear(.said(seq: second, ms: 0, nick: "eve", text: text), at: second)
    }
    stage.take(
      .heard(.rawRead([0xff, 0xc3, 0x28, 0x0d, 0x41]), at: WallTime(hour: 1, minute: 2, second: 3)))
    return stage
  }

  private static func lost(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage(columns, rows, framing: .line)
    stage.take(
      .link(
        .waiting(
          stage.model.endpoint, seconds: 1.5,
          reason: .retrying(.noServer(at: "127.0.0.1:25000"), serve: true))))
    stage.enter("are you there? " + String(repeating: "你", count: 60))
    return stage
  }
}
