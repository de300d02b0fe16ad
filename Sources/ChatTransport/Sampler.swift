import ChatWire
import NIOCore

/// Asks the kernel about a TCP connection when something happens there, and for a while behind it: segments may
/// leave long after their write.
///
/// What is as it was told last is not told again. With nothing under way nothing is asked.
final class Sampler {
  /// When to ask, counted from what happened: within one round trip here, behind a tail-loss probe, and behind
  /// an acknowledgement that was delayed, 40 to 200 ms (RFC 9293, section 3.8.6.3).
  private static let moments: [TimeAmount] = [1, 5, 20, 50, 100, 200].map { .milliseconds($0) }
  /// How often to ask as long as bytes wait in the kernel.
  private static let period = TimeAmount.milliseconds(200)

  private let socket: StreamSocket
  private let loop: any EventLoop
  private let tell: (KernelFacts) -> Void
  private var repeats = Repeats()
  private var last: KernelFacts?
  private var beginning = NIODeadline.now()
  /// How many of the moments are over.
  private var step = 0
  private var next: Scheduled<Void>?

  init(_ channel: any Channel, tell: @escaping (KernelFacts) -> Void) {
    socket = StreamSocket(channel)
    loop = channel.eventLoop
    self.tell = tell
  }

  /// Asks now, and at each of the moments from now on.
  func sample() {
    ask()
    beginning = .now()
    guard next == nil || step > 0 else { return }
    step = 0
    next?.cancel()
    schedule()
  }

  func stop() {
    next?.cancel()
    next = nil
  }

  private func schedule() {
    let isEarly = Sampler.moments.indices.contains(step)
    let due = isEarly ? beginning + Sampler.moments[step] : .now() + Sampler.period
    next = loop.assumeIsolated().scheduleTask(deadline: due) {
      self.next = nil
      self.step += 1
      let isUnderWay = self.ask()
      if isUnderWay || self.step < Sampler.moments.count { self.schedule() }
    }
  }

  /// - Returns: whether bytes wait in the kernel.
  @discardableResult
  private func ask() -> Bool {
    guard let asked = socket.facts else { return false }
    let facts = repeats.takenOff(asked)
    if facts != last {
      last = facts
      tell(facts)
    }
    return facts.unsent > 0 || facts.unread > 0
  }
}
