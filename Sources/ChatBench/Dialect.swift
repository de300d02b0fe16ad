/// What a server speaks, as far as a load needs it.
package enum Dialect: String, CaseIterable, Sendable {
  /// A frame of our protocol, after `/hello`.
  case length
  /// A line of our protocol, after `/hello`.
  case line
  /// The raw port: nothing parts one message from the next.
  case raw
  /// PRIVMSG to one channel (RFC 2812).
  case irc
  /// PUB and SUB of one subject.
  case nats
  /// Frames without any greeting, as the floor takes them.
  case floor
  /// Lines without any greeting, as `ncat --chat` takes them.
  case ncat

  /// Whether a sender hears itself.
  var echoes: Bool { self != .irc && self != .ncat }

  /// Microseconds between two connections: the time that a short queue of new ones needs (listen(2)).
  var pause: UInt32 { self == .ncat ? 2_000 : 0 }

  /// Microseconds of silence after which those who came have been told of each other: ours tells once a second.
  var silence: Int { self == .length || self == .line ? 1_250_000 : 250_000 }

  /// What a new client says, step by step: bytes, and the bytes whose coming ends the step.
  func greeting(client: Int) -> [(say: [UInt8], answer: [UInt8])] {
    let nick = "b\(client)"
    func step(_ say: String, _ answer: String) -> (say: [UInt8], answer: [UInt8]) {
      (Array(say.utf8), Array(answer.utf8))
    }
    switch self {
    case .length: return [(frame(Array("/hello 1 \(nick)".utf8)), Array("/welcome 1 ".utf8))]
    case .line: return [step("/hello 1 \(nick)\n", "/welcome 1 ")]
    case .irc:
      return [
        step("NICK \(nick)\r\nUSER bench 0 * :bench\r\n", " 001 "),
        step("JOIN #bench\r\n", " 366 "),
      ]
    case .nats:
      let options = #"{"verbose":false,"pedantic":false,"echo":true}"#
      return [step("CONNECT \(options)\r\nSUB bench 1\r\nPING\r\n", "PONG")]
    case .raw, .floor, .ncat: return []
    }
  }

  /// What a client says to show that it lives; nil if `message` does not ask for it.
  func sign(to message: String) -> [UInt8]? {
    switch self {
    case .irc where message.hasPrefix("PING "): Array("PONG :bench\r\n".utf8)
    case .nats where message == "PING": Array("PONG\r\n".utf8)
    case .length where message.hasPrefix("/ping "):
      frame(Array("/pong\(message.dropFirst(5))".utf8))
    case .line where message.hasPrefix("/ping "): Array("/pong\(message.dropFirst(5))\n".utf8)
    default: nil
    }
  }

  /// One message to everybody.
  func message(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .length, .floor: frame(text)
    case .line, .ncat: text + [10]
    case .raw: text
    case .irc: Array("PRIVMSG #bench :".utf8) + text + [13, 10]
    case .nats: Array("PUB bench \(text.count)\r\n".utf8) + text + [13, 10]
    }
  }

  private func frame(_ payload: [UInt8]) -> [UInt8] {
    let count = UInt32(truncatingIfNeeded: payload.count)
    return (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + payload
  }
}
