package import ChatCapture
package import ChatScreen
package import ChatWire
import Glibc
import NIOCore

/// A capture file made ready to be shown again.
package struct ReplayScript: Sendable {
  /// The most bytes of a file that is read.
  private static let limit = 256 << 20

  package let entries: [WireEntry]
  /// Whether the file ends inside a block.
  package let isCut: Bool
  private let name: String

  /// Reads a capture of ours.
  ///
  /// - Throws: `ReplayError` if it can't be read, or is none.
  package init(path: String) throws(ReplayError) {
    let bytes = try ReplayScript.bytes(of: path)
    do throws(CaptureError) {
      try self.init(bytes, name: path.split(separator: "/").last.map(String.init) ?? path)
    } catch {
      throw ReplayError(description: "\(path): \(error)")
    }
  }

  /// Reads the bytes of a capture of ours.
  package init(_ bytes: [UInt8], name: String) throws(CaptureError) {
    let capture = try PcapReader.read(bytes)
    (entries, isCut) = (capture.entries, capture.isCut)
    self.name = name
  }

  /// The wire as text, a block for each write and read.
  package var dump: [String] {
    var dump = WireDump(framing: .length)
    return entries.flatMap { dump.add($0) } + dump.flush()
  }

  /// A step for each call and each new connection, with all that was told up to the next.
  package var replay: Replay {
    var steps: [Replay.Step] = []
    var reading = ReplayReading()
    for entry in entries {
      let messages = [.wire(entry)] + reading.heard(in: entry)
      switch entry {
      case .opened(let framing):
        let endpoint = Endpoint(framing: framing, host: name, port: 0)
        steps.append(Replay.Step([.link(.connecting(endpoint))] + messages, at: steps.last?.at))
      case .wrote(_, let at, _), .read(_, let at), .peerRead(_, _, let at):
        steps.append(Replay.Step(messages, at: at))
      case .peerWrote, .here, .there, .link, .atClose:
        if steps.isEmpty { steps.append(Replay.Step([], at: nil)) }
        steps[steps.count - 1].messages += messages
      }
    }
    return Replay(name: name, steps: steps)
  }

  private static func bytes(of path: String) throws(ReplayError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReplayError(path, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw ReplayError(path, errno) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
      guard bytes.count < 4 || PcapReader.mayRead(bytes) else {
        throw ReplayError(description: "\(path): \(CaptureError.notPcapng)")
      }
      guard bytes.count <= limit else {
        throw ReplayError(description: "\(path): it has more than \(limit >> 20) MiB")
      }
    }
  }
}

/// What the conversation hears in the reads of a capture.
private struct ReplayReading {
  private var framing = Framing.length
  /// Where the next message begins in what was read of its connection.
  private var taken = 0
  private var reader = MessageReader(framing: .length, limit: WireLimit.fromServer(.length))

  mutating func heard(in entry: WireEntry) -> [Message] {
    switch entry {
    case .opened(let framing):
      self.framing = framing
      taken = 0
      reader = MessageReader(framing: framing, limit: WireLimit.fromServer(framing))
      return []
    case .read(let bytes, let at): return heard(in: bytes, at: at)
    case .wrote, .peerRead, .peerWrote, .here, .there, .link, .atClose: return []
    }
  }

  private mutating func heard(in bytes: [UInt8], at: Microseconds) -> [Message] {
    let time = Clock.wallTime(ms: at / 1_000)
    let end = taken + reader.pending + bytes.count
    if framing == .raw {
      defer { taken = end }
      return [.heard(.rawRead(bytes), at: time, bytes: taken..<end)]
    }
    reader.receive(ByteBuffer(bytes: bytes))
    var messages: [Message] = []
    while true {
      do throws(WireError) {
        guard let message = try reader.next() else { return messages }
        let start = taken
        taken = max(start, end - reader.pending)
        guard message.readableBytes > 0 else { continue }
        let text = String(buffer: message)
        messages.append(ReplayReading.message(text, at: time, in: start..<taken))
      } catch .lineTooLong(let limit) {
        messages.append(.heard(.trouble(.error(.lineTooLong(limit: limit))), at: time))
      } catch {
        return messages + [.heard(.trouble(.noFrame(.error(error))), at: time)]
      }
    }
  }

  private static func message(_ text: String, at time: WallTime, in bytes: Range<Int>) -> Message {
    guard let event = Event(text) else { return .heard(.text(text), at: time, bytes: bytes) }
    let own = event.ms.map { Clock.wallTime(ms: $0) }
    return .heard(.event(event), at: own ?? time, bytes: bytes)
  }
}

/// Why there is no replay, as a sentence.
package struct ReplayError: Error, CustomStringConvertible {
  package let description: String

  init(description: String) { self.description = description }

  init(_ path: String, _ code: Int32) {
    description = "\(path): \(String(cString: strerror(code)))"
  }
}
