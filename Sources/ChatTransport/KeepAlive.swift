import NIOCore

/// When the kernel gives up a TCP connection whose other end does not answer (tcp(7)).
package struct KeepAlive: Equatable, Sendable {
  /// TCP_KEEPIDLE: seconds without a segment after which the kernel asks.
  package var idle: Int
  /// TCP_KEEPINTVL: seconds between two questions.
  package var interval: Int
  /// TCP_KEEPCNT: questions without an answer.
  package var count: Int
  /// TCP_USER_TIMEOUT: milliseconds that sent data may stay without acknowledgement.
  package var userTimeout: Int

  package init(idle: Int = 30, interval: Int = 10, count: Int = 3, userTimeout: Int = 30_000) {
    self.idle = idle
    self.interval = interval
    self.count = count
    self.userTimeout = userTimeout
  }

  typealias Option = ChannelOptions.Types.SocketOption

  /// Options of a socket; set on one that listens, they are those of all it accepts too.
  var options: [(Option, Int)] {
    [
      (.init(level: .socket, name: .so_keepalive), 1),
      // linux/tcp.h
      (.init(level: .tcp, name: .init(rawValue: 4)), idle),
      (.init(level: .tcp, name: .init(rawValue: 5)), interval),
      (.init(level: .tcp, name: .init(rawValue: 6)), count),
      (.init(level: .tcp, name: .init(rawValue: 18)), userTimeout),
    ]
  }
}
