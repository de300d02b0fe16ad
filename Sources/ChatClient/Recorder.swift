import ChatCapture
import ChatScreen
import ChatWire
import NIOCore

/// Writes down what the wire pane is told, while somebody wants that.
///
/// It lives on one event loop. A file that takes no more ends the capture with one sentence, and nothing else.
final class Recorder {
  /// How long a read waits for the server's word on its writes, before it is written with an open verdict.
  private static let patience = TimeAmount.milliseconds(200)

  private let loop: any EventLoop
  /// The addresses of the connection in hand.
  private let path: () -> CapturePath
  private let report: (Message) -> Void
  private var file: CaptureFile?
  private var encoder: any CaptureEncoder = CaptureFormat.pcapng.encoder
  private var judge = CaptureJudge()
  private var flushing: Scheduled<Void>?
  /// The framing of the connection in hand, nil while there is none.
  private var framing: Framing?
  /// Bytes that it has carried.
  private var written = 0
  private var read = 0
  private var calls = 0

  init(
    on loop: any EventLoop, path: @escaping () -> CapturePath, report: @escaping (Message) -> Void
  ) {
    self.loop = loop
    self.path = path
    self.report = report
  }

  /// Begins a capture in place of the one before it; of a connection in hand, what is yet to come.
  func start(_ argument: String) {
    do throws(CaptureFileError) {
      start(try CaptureFile.open(argument))
    } catch {
      report(.heard(.trouble(.noCapture("\(error)")), at: Clock.wallTime()))
    }
  }

  func start(_ file: CaptureFile) {
    stop()
    self.file = file
    encoder = file.target.format.encoder
    judge = CaptureJudge(epoch: Clock.epoch())
    calls = 0
    report(.capture(file.target.path))
    report(.heard(.notice(.capturing(to: file.target.path)), at: Clock.wallTime()))
    write(encoder.head)
    if let framing { open(framing, written: written, read: read) }
  }

  /// Ends the capture, if there is one.
  func stop() {
    guard file != nil else { return }
    if framing != nil { encode(judge.close(at: Clock.microseconds())) }
    write(encoder.end())
    end(.notice(.captured(calls, in: file?.target.path ?? "")))
  }

  /// Takes what the screen is told, before or after it.
  func take(_ message: Message) {
    guard case .wire(let entry) = message else { return }
    switch entry {
    case .opened(let framing):
      self.framing = framing
      (written, read) = (0, 0)
      return open(framing)
    case .wrote(let bytes, _, _): written += bytes.count
    case .read(let bytes, _): read += bytes.count
    case .peerRead, .peerWrote, .here, .there, .link, .atClose: break
    }
    guard file != nil else { return }
    encode(judge.add(entry))
    if judge.isWaiting, flushing == nil {
      flushing = loop.assumeIsolated().scheduleTask(in: Recorder.patience) { self.flush() }
    }
  }

  /// The connection in hand is over.
  func closed() {
    defer { framing = nil }
    guard file != nil, framing != nil else { return }
    encode(judge.close(at: Clock.microseconds()))
  }

  private func open(_ framing: Framing, written: Int = 0, read: Int = 0) {
    guard file != nil else { return }
    encode(
      judge.open(framing, path(), at: Clock.microseconds(), written: written, read: read))
  }

  private func flush() {
    flushing = nil
    encode(judge.flush())
  }

  private func encode(_ records: [CaptureRecord]) {
    guard file != nil, !records.isEmpty else { return }
    calls += records.count { $0.number > 0 }
    write(encoder.encode(records))
  }

  private func write(_ bytes: [UInt8]) {
    do throws(CaptureFileError) {
      try file?.write(bytes)
    } catch {
      end(.trouble(.captureEnded("\(error)")))
    }
  }

  private func end(_ word: Heard) {
    guard let file else { return }
    file.close()
    self.file = nil
    flushing?.cancel()
    flushing = nil
    report(.capture(nil))
    report(.heard(word, at: Clock.wallTime()))
  }
}
