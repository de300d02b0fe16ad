import ChatTransport
import ChatWire
import NIOCore

/// What the server does to one connection, call by call, for the one who observes it.
///
/// Until somebody does, the first facts are kept, as long as a connection may come under observation; the kernel
/// is not asked about the calls behind those.
final class Tap {
  /// How long after its accept a connection may come under observation.
  static let window = TimeAmount.seconds(2)
  private static let kept = 16

  private let accepted: NIODeadline
  private let socket: StreamSocket
  private var read = 0
  private var wrote = 0
  /// Writes that are noted and not told.
  private var writes: [WireFact] = []
  private var early: [WireFact] = []
  private var observer: ((WireFact) -> Void)?

  /// - Parameters:
  ///   - channel: the connection.
  ///   - accepted: when it was accepted.
  init(_ channel: any Channel, accepted: NIODeadline = .now()) {
    socket = StreamSocket(channel)
    self.accepted = accepted
  }

  /// Whether the connection may still come under observation.
  var isOpen: Bool { observer == nil && !isOver }

  /// Whether nobody observes it, nor can any more.
  var isOver: Bool { observer == nil && NIODeadline.now() - accepted > Tap.window }

  /// Whether it only counts bytes, unless somebody observes.
  var isQuiet: Bool { observer == nil && early.count >= Tap.kept }

  /// Counts bytes that were written while it was quiet.
  func passed(_ count: Int) { wrote += count }

  /// Hands over what was kept, and from now on each fact as it comes.
  func observe(_ observer: @escaping (WireFact) -> Void) {
    self.observer = observer
    early.forEach(observer)
    early = []
  }

  /// Notes a read that returned `count` bytes.
  ///
  /// - Returns: false once nobody can ask for facts any more.
  func read(_ count: Int) -> Bool {
    let fact = WireFact(.read, offset: read, length: count, microseconds: age)
    read += count
    return tell([fact])
  }

  /// Notes that `count` bytes are about to be written, as one call or as part of one.
  func writing(_ count: Int) {
    writes.append(WireFact(.wrote, offset: wrote, length: count, microseconds: age))
    wrote += count
  }

  /// What was noted is written, or waits until the peer takes it.
  ///
  /// - Returns: false once nobody can ask for facts any more.
  func flushed() -> Bool {
    defer { writes = [] }
    return tell(writes)
  }

  /// Microseconds since the accept.
  private var age: Int { Int((NIODeadline.now() - accepted).nanoseconds / 1_000) }

  private func tell(_ facts: [WireFact]) -> Bool {
    guard !isOver else { return false }
    guard !isQuiet else { return true }
    let kernel = socket.facts
    for (turn, var fact) in facts.enumerated() {
      fact.fill(from: kernel, read: read)
      // What the kernel tells is of the moment behind the last of several writes.
      if turn + 1 < facts.count { fact.segments = 0 }
      guard let observer else {
        if early.count < Tap.kept { early.append(fact) }
        continue
      }
      observer(fact)
    }
    return true
  }
}

extension WireFact {
  /// Takes the kernel's part from what it told behind the call.
  ///
  /// What is unread is reckoned from the bytes that the segments brought, so that both are of one moment.
  fileprivate mutating func fill(from kernel: KernelFacts?, read: Int) {
    guard let kernel else { return }
    segments = way == .read ? kernel.segmentsIn : kernel.segmentsOut
    unread = max(0, kernel.bytesIn - read)
    unsent = kernel.unsent
  }
}
