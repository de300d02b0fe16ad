import NIOCore

extension Connection {
  /// Writes one message.
  ///
  /// - Returns: done when the kernel has taken it.
  func send(bytes: [UInt8]) -> EventLoopFuture<Void> {
    send(String(decoding: bytes, as: UTF8.self))
  }
}
