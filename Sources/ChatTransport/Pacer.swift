package import ChatWire
package import NIOCore

/// How one end of a TCP connection reads: how late, how much at once, and how soon it acknowledges.
///
/// The first handler behind the socket, once a knob is turned. A late reader waits from the moment when something
/// arrived, or from its read before if something is left, and reads once. At FIN or RST NIO reads all that is
/// left at once, whatever is asked for: the reader is late no more then, and says so with `Event.atClose` first.
package final class Pacer: ChannelInboundHandler {
  package typealias InboundIn = ByteBuffer
  package typealias InboundOut = ByteBuffer

  /// What the handlers behind it are told of, as a user event.
  package enum Event: Sendable {
    /// Something arrived, and waits.
    case arrived
    /// What is read from here on is what was left at the end of the stream, read at once.
    case atClose
  }

  private enum State {
    /// NIO reads when there is something.
    case eager
    /// Nothing is asked for.
    case idle
    case waiting(Arrivals.Tag)
    /// Something arrived at that time.
    case holding(since: NIODeadline, Scheduled<Void>)
    /// One read was asked for.
    case reading
    /// The stream has ended.
    case over
  }

  /// What was turned so far; nil is as it came.
  package private(set) var knobs = Knobs()
  private var state = State.eager {
    willSet {
      // One that only changes its end goes on.
      if case .holding = newValue { return }
      if case .holding(let since, _) = state { heldBefore = heldBefore + (.now() - since) }
    }
  }
  private var heldBefore = TimeAmount.zero
  /// Reads in a row of an eager reader, as its owner has set it.
  private var readsInARow: UInt?
  private var context: ChannelHandlerContext?

  private let arrivals: () -> Arrivals?

  /// - Parameter arrivals: where it waits for something to read, nil if there is no such place.
  package init(arrivals: @escaping () -> Arrivals?) {
    self.arrivals = arrivals
  }

  /// Puts a pacer in front of everything else in a channel, on its event loop.
  package static func install(
    in channel: any Channel, arrivals: @escaping () -> Arrivals?
  ) throws -> Pacer {
    let pacer = Pacer(arrivals: arrivals)
    try channel.pipeline.syncOperations.addHandler(pacer, position: .first)
    return pacer
  }

  /// Whether nothing is read at all for now, for reasons of its owner's; it takes the place of the option `autoRead`.
  package var isPaused = false {
    didSet {
      guard isPaused != oldValue else { return }
      switch state {
      case .eager: set(.autoRead, !isPaused)
      case .idle: wait()
      default: break
      }
    }
  }

  /// Milliseconds for which something that had arrived was not read.
  package var held: Int {
    var held = heldBefore
    if case .holding(let since, _) = state { held = held + (.now() - since) }
    return Int(held.nanoseconds / 1_000_000)
  }

  private var late: TimeAmount { .milliseconds(Int64(knobs.late ?? 0)) }
}

// MARK: - The knobs

extension Pacer {
  /// Turns knobs; what they are about happens from the next read on.
  package func turn(_ change: Knobs) {
    guard let context else { return }
    let socket = StreamSocket(context.channel)
    knobs = knobs.turned(by: change)
    if let noDelay = change.noDelay { socket.set(.noDelay, noDelay) }
    if let quickAck = change.quickAck { socket.set(.quickAck, quickAck) }
    if let size = change.readSize { set(.recvAllocator, ExactReadAllocator(size: size)) }
    if change.late != nil { turnLate() }
  }

  private func turnLate() {
    guard !isOver else { return knobs.late = 0 }
    guard late > .zero else { return hurry() }
    switch state {
    case .eager:
      readsInARow = try? context?.channel.syncOptions?.getOption(.maxMessagesPerRead)
      set(.maxMessagesPerRead, 1)
      set(.autoRead, false)
      wait()
    case .holding(let since, let hold):
      hold.cancel()
      self.hold(since: since)
    default: break
    }
  }

  /// Reads as NIO does; a read that is held back comes at once.
  private func hurry() {
    if case .eager = state { return }
    stop()
    state = .eager
    if let readsInARow { set(.maxMessagesPerRead, readsInARow) }
    set(.autoRead, !isPaused)
  }

  private var isOver: Bool {
    if case .over = state { true } else { false }
  }

  /// Fails only on a channel that is closed, where nothing is read anyway.
  private func set<Option: ChannelOption>(_ option: Option, _ value: Option.Value) {
    try? context?.channel.syncOptions?.setOption(option, value: value)
  }
}

// MARK: - One read after the other

extension Pacer {
  private func wait() {
    guard let context, !isPaused else { return state = .idle }
    let tag = arrivals()?.wait(at: context.channel) { [weak self] in self?.arrived() }
    guard let tag else { return hold(since: .now()) }
    state = .waiting(tag)
  }

  private func arrived() {
    guard case .waiting = state else { return }
    hold(since: .now())
    context?.fireUserInboundEventTriggered(Event.arrived)
  }

  private func hold(since: NIODeadline) {
    guard let context else { return }
    let hold = context.eventLoop.assumeIsolated().scheduleTask(deadline: since + late) {
      guard !self.isPaused else { return self.state = .idle }
      self.state = .reading
      context.read()
    }
    state = .holding(since: since, hold)
  }

  /// Lets go of what was to come.
  private func stop() {
    switch state {
    case .waiting(let tag): arrivals()?.cancel(tag)
    case .holding(_, let hold): hold.cancel()
    default: break
    }
  }

  private func end() {
    stop()
    state = .over
  }
}

// MARK: - A handler

extension Pacer {
  package func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    end()
    self.context = nil
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch state {
    case .eager, .over: break
    case .reading: state = .idle
    case .idle, .waiting, .holding:
      end()
      knobs.late = 0
      context.fireUserInboundEventTriggered(Event.atClose)
    }
    if let quickAck = knobs.quickAck { StreamSocket(context.channel).set(.quickAck, quickAck) }
    context.fireChannelRead(data)
  }

  package func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    if case .idle = state { wait() }
  }

  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent { end() }
    context.fireUserInboundEventTriggered(event)
  }

  package func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }
}
