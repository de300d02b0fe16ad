import ChatScreen
import ChatWire

extension Scene {
  /// Three frames on the length port, the second one twice cut; the middle line is picked.
  static func picked(_ columns: Int, _ rows: Int) -> Stage {
    var stage = talk(columns, rows)
    stage.press(.control("p"), .control("p"))
    return stage
  }

  /// The same talk, its incoming bytes through five decoders.
  static func decoded(_ columns: Int, _ rows: Int) -> Stage {
    var stage = talk(columns, rows)
    stage.enter("/decode in")
    return stage
  }

  /// The same talk, the headers around its last write.
  static func layered(_ columns: Int, _ rows: Int) -> Stage {
    var stage = talk(columns, rows)
    stage.take(
      .wire(
        .link(
          LinkFacts(
            localHost: "127.0.0.1", localPort: 51_234, remoteHost: "127.0.0.1", remotePort: 30_000,
            mssOut: 65_483, mssIn: 536, pathMTU: 65_535, roundTrip: 29, hasTimestamps: true,
            hasSack: true))))
    stage.enter("/layers")
    return stage
  }

  private static func talk(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.joined(columns, rows, framing: .length)
    let texts = ["/said 1 0 bob Hello", "/said 2 0 bob 你好吗", "/said 3 0 bob bye"]
    let bytes = texts.flatMap { text -> [UInt8] in
      [UInt8(text.utf8.count), 0, 0, 0] + Array(text.utf8)
    }
    stage.take(.wire(.wrote([2, 0, 0, 0] + Array("hi".utf8), at: 0, exact: true)))
    stage.take(.wire(.peerRead(offset: 0, length: 6, at: 100)))
    for (turn, end) in [0, 26, 43, bytes.count].enumerated().dropFirst() {
      let start = [0, 26, 43][turn - 1]
      stage.take(.wire(.peerWrote(offset: start, length: end - start, at: turn * 1_000)))
      stage.take(.wire(.read(Array(bytes[start..<end]), at: turn * 1_000)))
    }
    var offset = 0
    for (turn, text) in texts.enumerated() {
      let end = offset + 4 + text.utf8.count
      guard let event = Event(text) else { continue }
      let time = WallTime(hour: 15, minute: 2, second: turn)
      stage.take(.heard(.event(event), at: time, bytes: offset..<end))
      offset = end
    }
    return stage
  }
}
