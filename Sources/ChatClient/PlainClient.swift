package import ChatScreen
import ChatTransport
package import ChatWire
package import Logging
package import NIOCore

/// The client without a screen: lines in, messages out, for pipes and scripts.
///
/// Lines go out unchanged, slash or not. Nothing else is sent unless a name or the wire view asks for it.
package struct PlainClient: Sendable {
  /// How long the end of input may come after the server's close and still be before it in truth: a server
  /// that answers a `/quit` by closing is as fast as our next read(2).
  private static let overlap = TimeAmount.milliseconds(300)

  package var endpoint: Endpoint
  /// The port that was given for its framing, if it is another than that of the endpoint.
  package var given: Int?
  /// Asked for with `/nick` before the first line.
  package var nick: Nick?
  /// Shows each write and read on standard error.
  package var wire = false
  /// Takes each write and read.
  package var capture: CaptureFile?
  /// Sends nothing that a foreign server would not understand.
  package var foreign = false
  /// Seconds to go on receiving after the end of input.
  package var linger = 1.0
  /// Told on standard error before anything else.
  package var notices: [String] = []
  /// Takes diagnostics.
  package var logger = Logger(label: "chat-tui") { _ in SwiftLogNoOpLogHandler() }
  /// The file that the lines are read from.
  package var input: Int32 = StandardInput.descriptor
  package var output = StandardOutput.output
  package var error = StandardOutput.error

  package init(endpoint: Endpoint) {
    self.endpoint = endpoint
  }

  /// Runs from the first line to the last message.
  ///
  /// - Parameter loop: where the connection lives.
  /// - Returns: the exit status: 0, or 1 if the server was not there, refused us, is one of another framing or left
  ///   before the input's end, if the input could not be read, or a line was too long to be sent.
  package func run(on loop: any EventLoop) async -> Int32 {
    for notice in notices { error.tell(notice) }
    logger.debug("dialling \(endpoint.address)")
    let bound = loop.submit {
      let link = PlainLink(self, on: loop)
      link.start()
      return NIOLoopBound(link, eventLoop: loop)
    }
    guard let link = try? await bound.get() else { return 1 }
    let outcome = loop.makePromise(of: PlainSender.Outcome?.self)
    Task { outcome.succeed(await PlainSender(self, over: link, on: loop).run()) }
    let end = try? await loop.flatSubmit { link.value.ended }.get()
    loop.scheduleTask(in: PlainClient.overlap) { outcome.succeed(nil) }
    let sent = try? await outcome.futureResult.get()
    switch end {
    case .failed(let failure): error.tell("\(failure); \(failure.advice)")
    case .refused(let sentence): error.tell("the server closed the connection: \(sentence)")
    case .misread(let sentence): error.tell(sentence)
    case .lost where sent == .complete: return 0
    case .lost where sent == .incomplete: break
    case .lost(let sentence): error.tell(sentence)
    case nil: break
    }
    return 1
  }
}

extension StandardOutput {
  /// The characters of a sentence that are shown: a message that it quotes may have 16 MiB.
  private static let sentence = 400

  /// Writes one sentence of the client's own, harmless and short whatever it quotes.
  package func tell(_ sentence: String) {
    let shown = sentence.prefix(StandardOutput.sentence)
    let end = shown.endIndex < sentence.endIndex ? "…" : ""
    line("chat-tui: \(VisibleText.row(shown))\(end)")
  }
}
