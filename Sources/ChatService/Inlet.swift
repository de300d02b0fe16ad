import ChatWire
import NIOCore

/// The receiving half of a TCP connection: what its bytes ask the server to do.
struct Inlet {
  /// One thing to do.
  enum Step: Equatable {
    /// Say this text; on the raw port it may be no UTF-8.
    case say([UInt8])
    case command(Command)
    /// Tell why this message was not taken; the next one will be.
    case refuse(ErrorCode, String)
    /// Tell why nothing more can be read.
    case end(ErrorCode, String)
  }

  private static let slash = UInt8(ascii: "/")

  private var reader: MessageReader
  private let longestLine: Int
  private var read = 0
  private var takesAnyBytes: Bool

  /// - Parameters:
  ///   - framing: that of the port.
  ///   - maxFrame: the largest payload of a frame, in bytes.
  ///   - longestLine: in bytes, its end not counted.
  init(_ framing: Framing, maxFrame: Int, longestLine: Int = WireLimit.line) {
    takesAnyBytes = framing == .raw
    self.longestLine = longestLine
    reader = MessageReader(framing: framing, limit: framing == .length ? maxFrame : longestLine)
  }

  /// Messages whose end has come, empty ones and those that were too long among them.
  var taken: Int { read + reader.skipped }

  /// Whether the bytes so far end inside a message.
  var isMidway: Bool { reader.isMidway }

  /// From now on the messages end in LF and are UTF-8.
  mutating func turnToLines() {
    takesAnyBytes = false
    reader = MessageReader(framing: .line, limit: longestLine)
  }

  /// Takes what one read returned; call `next` until it gives nil before the next one.
  mutating func receive(_ bytes: ByteBuffer) {
    reader.receive(bytes)
  }

  /// What the end of the stream has cut, nil if it came between messages.
  func finish() -> WireError? { reader.finish() }

  mutating func next() -> Step? {
    while true {
      do throws(WireError) {
        guard let message = try reader.next() else { return nil }
        read += 1
        // An empty message is a keep-alive, or an empty line: it says nothing.
        if message.readableBytes > 0 { return step(message) }
      } catch {
        return refusal(error)
      }
    }
  }

  private func step(_ message: ByteBuffer) -> Step {
    if !takesAnyBytes, let offset = TextBytes.firstInvalid(message.readableBytesUInt8Span) {
      return .refuse(.utf8, WireError.notUTF8(offset: offset).description)
    }
    let bytes = message.readableBytesView
    guard bytes.first == Inlet.slash else { return .say(Array(bytes)) }
    guard bytes.dropFirst().first != Inlet.slash else { return .say(Array(bytes.dropFirst())) }
    return .command(Command(String(buffer: message)))
  }

  private func refusal(_ error: WireError) -> Step {
    guard case .oversized(let bytes, let limit) = error else {
      return .refuse(error.code ?? .unknown, error.description)
    }
    var text = error.description
    if case .letters = LengthGuess(bytes: bytes, limit: limit) {
      text += "; chat-server --port off --raw-port 30000 serves raw clients there"
    }
    return .end(.frame, text)
  }
}
