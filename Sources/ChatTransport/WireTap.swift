package import ChatWire
package import NIOCore

/// The client's last handler before the socket: it tells of every read and write, and changes no byte.
///
/// One write is in flight at a time, so that each is a `write(2)` of its own: NIO merges writes that wait
/// together into one writev(2). Reads are passed on; NIO gives one for each `read(2)`.
package final class WireTap: ChannelDuplexHandler {
  package typealias InboundIn = ByteBuffer
  package typealias InboundOut = ByteBuffer
  package typealias OutboundIn = ByteBuffer
  package typealias OutboundOut = ByteBuffer

  /// What the tap sees, in the order in which it happens.
  package enum Sight: Sendable {
    case read(ByteBuffer)
    /// Bytes that the kernel took; `exact` means in one call, at once.
    case wrote(ByteBuffer, exact: Bool)
    /// What the kernel tells of the connection now, different from what it told last.
    case facts(KernelFacts)
    /// What is read from here on is what was left at the end of the stream, read at once by a late reader.
    case atClose
    /// The connection is over; what was not told as written is not.
    case closed((any Error)?)
  }

  private struct Pending {
    var bytes: ByteBuffer
    var promise: EventLoopPromise<Void>?
  }

  private let isWatched: Bool
  private let see: (Sight) -> Void
  private var sampler: Sampler?
  private var pending = CircularBuffer<Pending>()
  private var inFlight = false
  private var pumping = false
  private var closing: (mode: CloseMode, promise: EventLoopPromise<Void>?)?
  private var failure: (any Error)?

  /// - Parameters:
  ///   - isWatched: whether to ask the kernel for its facts too.
  ///   - see: called on the channel's event loop.
  package init(isWatched: Bool = false, see: @escaping (Sight) -> Void) {
    self.isWatched = isWatched
    self.see = see
  }

  package func channelActive(context: ChannelHandlerContext) {
    if isWatched { sampler = Sampler(context.channel) { [see] in see(.facts($0)) } }
    context.fireChannelActive()
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    see(.read(bytes))
    sampler?.sample()
    context.fireChannelRead(wrapInboundOut(bytes))
  }

  package func write(
    context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
  ) {
    pending.append(Pending(bytes: unwrapOutboundIn(data), promise: promise))
  }

  package func flush(context: ChannelHandlerContext) {
    pump(context)
  }

  /// Closing waits until everything that was written before it is out.
  package func close(
    context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
  ) {
    guard mode == .output, !pending.isEmpty else {
      return context.close(mode: mode, promise: promise)
    }
    closing = (mode, promise)
  }

  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event as? Pacer.Event {
    case .arrived: sampler?.sample()
    case .atClose: see(.atClose)
    case nil: break
    }
    context.fireUserInboundEventTriggered(event)
  }

  package func errorCaught(context: ChannelHandlerContext, error: any Error) {
    failure = failure ?? error
    context.close(promise: nil)
  }

  package func channelInactive(context: ChannelHandlerContext) {
    sampler?.stop()
    sampler = nil
    let unsent = Array(pending)
    pending.removeAll()
    closing?.promise?.fail(ChannelError.ioOnClosedChannel)
    closing = nil
    see(.closed(failure))
    for write in unsent { write.promise?.fail(ChannelError.ioOnClosedChannel) }
    context.fireChannelInactive()
  }

  /// Hands writes to the kernel one by one; a promise that is done on return is a call that took all at once.
  private func pump(_ context: ChannelHandlerContext) {
    guard !pumping else { return }
    pumping = true
    defer { pumping = false }
    while !inFlight, failure == nil, let next = pending.first {
      inFlight = true
      var atOnce = true
      let done = context.eventLoop.makePromise(of: Void.self)
      done.futureResult.assumeIsolated().whenComplete { result in
        self.finished(next, result, exact: atOnce, context)
      }
      context.writeAndFlush(wrapOutboundOut(next.bytes), promise: done)
      atOnce = false
    }
    guard pending.isEmpty, let closing else { return }
    self.closing = nil
    context.close(mode: closing.mode, promise: closing.promise)
  }

  private func finished(
    _ write: Pending, _ result: Result<Void, any Error>, exact: Bool,
    _ context: ChannelHandlerContext
  ) {
    inFlight = false
    switch result {
    case .success:
      if !pending.isEmpty { pending.removeFirst() }
      see(.wrote(write.bytes, exact: exact))
      sampler?.sample()
      write.promise?.succeed()
      pump(context)
    case .failure(let error):
      // A channel that is closing fails every write at once: no other is tried.
      failure = failure ?? error
      context.close(promise: nil)
    }
  }
}
