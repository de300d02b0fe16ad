import ChatScreen
import ChatWire
import NIOCore

/// What plain mode shows: messages on standard output, one a line, and with `--wire` the bytes on standard error.
final class Printer {
  /// How long a read waits for the server's word on its writes, before it is printed with an open verdict.
  private static let patience = TimeAmount.milliseconds(200)

  private let endpoint: Endpoint
  private let loop: any EventLoop
  private let output: StandardOutput
  private let error: StandardOutput
  private let visible: Bool
  private var dump: WireDump?
  private var flushing: Scheduled<Void>?
  private var telling: Scheduled<Void>?

  init(
    endpoint: Endpoint, wire: Bool, on loop: any EventLoop, output: StandardOutput,
    error: StandardOutput
  ) {
    self.endpoint = endpoint
    self.loop = loop
    self.output = output
    self.error = error
    visible = output.isTerminal
    dump = wire ? WireDump(framing: endpoint.framing) : nil
  }

  func print(_ message: Message) {
    switch message {
    case .heard(let heard, _, _): print(heard)
    case .wire(let entry):
      if endpoint.framing == .udp, case .read(let bytes, _) = entry { printDatagram(bytes) }
      guard let blocks = dump?.add(entry) else { return }
      write(blocks)
      if flushing == nil, dump?.isWaiting == true {
        flushing = loop.assumeIsolated().scheduleTask(in: Printer.patience) { self.flush() }
      }
      tellLater()
    case .link(.observed(let observed)): dump?.set(observed.knobs, at: .there)
    default: break
    }
  }

  /// Prints what still waits for a verdict.
  func flush() {
    flushing?.cancel()
    flushing = nil
    write(dump?.flush() ?? [])
  }

  private func tellLater() {
    guard telling == nil, dump?.owesBurst == true else { return }
    telling = loop.assumeIsolated().scheduleTask(in: Printer.patience) { self.tell() }
  }

  /// Prints what became of the bursts that were read; later facts may still be on their way until then.
  private func tell() {
    telling = nil
    write(dump?.bursts(at: Clock.microseconds()) ?? [])
    tellLater()
  }

  /// Prints all that is left.
  func end() {
    flush()
    telling?.cancel()
    write(dump?.bursts(at: nil) ?? [])
  }

  private func print(_ heard: Heard) {
    switch heard {
    case .event(let event): line(event.text)
    case .text(let text): line(text)
    case .rawRead(let bytes):
      guard !visible else { return line(String(decoding: bytes, as: UTF8.self)) }
      output.write(bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")])
    case .datagram: break  // A read of its own, shown as that.
    case .notice(let text), .trouble(let text): error.tell(text.description)
    case .table(let lines): for line in lines { error.tell(line.description) }
    }
  }

  /// What came, from where, and how many bytes it was.
  private func printDatagram(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let source = " \(endpoint.address) \(bytes.count) B"
    guard !visible else { return line(String(decoding: bytes, as: UTF8.self) + source) }
    output.write(bytes + Array((source + "\n").utf8))
  }

  /// One message; on a terminal nothing in it is a control.
  private func line(_ text: String) {
    guard visible else { return output.line(text) }
    for row in VisibleText.rows(text) { output.line(row) }
  }

  private func write(_ blocks: [String]) {
    guard !blocks.isEmpty else { return }
    error.line(blocks.joined(separator: "\n"))
  }
}
