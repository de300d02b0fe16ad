import CSocket
import Glibc

/// Which of many connections have something to read (epoll(7)).
final class Readiness {
  private let epoll = cs_epoll_open()
  private var tags = [UInt32](repeating: 0, count: 1_024)

  deinit { close(epoll) }

  func watch(_ socket: Socket, as tag: Int) throws {
    guard cs_epoll_add(epoll, socket.descriptor, UInt32(truncatingIfNeeded: tag)) else {
      throw LoadFailure("epoll does not take connection \(tag)")
    }
  }

  /// Whether room to write is waited for as well.
  func change(_ socket: Socket, as tag: Int, writes: Bool) {
    _ = cs_epoll_change(epoll, socket.descriptor, UInt32(truncatingIfNeeded: tag), writes)
  }

  func forget(_ socket: Socket) { cs_epoll_remove(epoll, socket.descriptor) }

  /// The tags of those that are ready; none after `milliseconds` without any.
  func wait(_ milliseconds: Int) -> ArraySlice<UInt32> {
    let count = cs_epoll_wait(epoll, &tags, Int32(tags.count), Int32(clamping: milliseconds))
    return tags[0..<Int(count)]
  }
}
