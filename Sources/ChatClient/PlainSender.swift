import ChatScreen
import ChatWire
import NIOCore

/// Takes the lines of the input to the server, only as fast as the kernel takes them.
struct PlainSender: Sendable {
  enum Outcome: Sendable {
    /// The input is at its end, and the kernel has taken every line.
    case complete
    /// The input is at its end or can't be read, and something was not sent; the reason is told.
    case incomplete
    /// The connection was over before the input.
    case broken
  }

  private let client: PlainClient
  private let link: NIOLoopBound<PlainLink>
  private let loop: any EventLoop

  init(_ client: PlainClient, over link: NIOLoopBound<PlainLink>, on loop: any EventLoop) {
    self.client = client
    self.link = link
    self.loop = loop
  }

  /// Sends all lines once the connection is open, then shuts down sending.
  func run() async -> Outcome {
    guard (try? await loop.flatSubmit({ link.value.opened }).get()) == true else { return .broken }
    let framing = client.endpoint.framing
    let input = StandardInput(
      descriptor: client.input, cutter: LineCutter(framing == .raw ? .cut : .refused))
    var outcome = Outcome.complete
    do {
      while let pieces = try await input.next() {
        let lines = pieces.compactMap(line)
        if lines.count < pieces.count { outcome = .incomplete }
        // On the raw port nothing marks an empty line: there is nothing to write.
        let sent = framing == .raw ? lines.filter { !$0.isEmpty } : lines
        let written = loop.flatSubmit {
          sent.map { link.value.send($0) }.last ?? loop.makeSucceededVoidFuture()
        }
        guard (try? await written.get()) != nil else { return .broken }
      }
    } catch {
      client.error.tell("\(error)")
      outcome = .incomplete
    }
    loop.execute { link.value.finish() }
    return outcome
  }

  /// The bytes to send, or nil for those that fit in no message, after telling so.
  private func line(_ piece: LineCutter.Piece) -> [UInt8]? {
    let limit = client.endpoint.framing.limit
    switch piece {
    case .line(let bytes) where bytes.count <= limit:
      guard let name = ofTheScreen(bytes) else { return bytes }
      refuse("/\(name) is a command of the screen; --help has the flags, //\(name) says it")
    case .line(let bytes):
      refuse("\(bytes.count) bytes are over the limit \(limit); send it in parts")
    case .tooLong(let kept):
      refuse("a line of more than \(kept) bytes is over the limit \(limit); send it in parts")
    }
    return nil
  }

  /// The name of a command that only the screen has; a server of ours would refuse it.
  private func ofTheScreen(_ line: [UInt8]) -> String? {
    guard line.first == 0x2f, !client.foreign, client.endpoint.framing != .udp,
      case .unknown(let name) = Command(String(decoding: line, as: UTF8.self)),
      ClientCommand.has(name)
    else { return nil }
    return name
  }

  private func refuse(_ reason: String) {
    client.error.tell("not sent: \(reason)")
  }
}
