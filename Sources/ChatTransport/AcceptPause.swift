package import NIOCore

/// Stops accepting for a moment after `accept(2)` failed.
///
/// Out of descriptors the listening socket stays readable, and accepting again at once would burn a core.
/// The clients that wait meanwhile do so in the kernel's backlog.
package final class AcceptPause: ChannelInboundHandler {
  package typealias InboundIn = any Channel

  private let length: TimeAmount
  private let paused: () -> Void
  private var isPaused = false

  /// - Parameters:
  ///   - length: how long nothing is accepted.
  ///   - paused: called each time.
  package init(length: TimeAmount = .milliseconds(200), paused: @escaping () -> Void = {}) {
    self.length = length
    self.paused = paused
  }

  package func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is IOError else { return context.fireErrorCaught(error) }
    guard !isPaused else { return }
    isPaused = true
    paused()
    setAutoRead(false, context)
    context.eventLoop.assumeIsolated().scheduleTask(in: length) {
      self.isPaused = false
      self.setAutoRead(true, context)
    }
  }

  /// Fails only on a channel that is closed, where nothing is accepted anyway.
  private func setAutoRead(_ isOn: Bool, _ context: ChannelHandlerContext) {
    try? context.channel.syncOptions?.setOption(.autoRead, value: isOn)
  }
}
