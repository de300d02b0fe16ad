import CSocket
import Dispatch
import Glibc
package import NIOCore

/// Where TCP connections of one event loop wait for something to read, or their end, which is learnt without reading it.
///
/// They share one descriptor, an epoll(7) of their own: NIO's does not tell of those that it is not to read.
package final class Arrivals {
  /// One that waits.
  typealias Tag = UInt32

  private let epoll: CInt
  private let source: any DispatchSourceRead
  private var waiting: [Tag: () -> Void] = [:]
  private var last: Tag = 0

  /// Nil if there is no descriptor left for it.
  package init?(on loop: any EventLoop) {
    let epoll = cs_epoll_open()
    guard epoll >= 0 else { return nil }
    self.epoll = epoll
    let source = DispatchSource.makeReadSource(fileDescriptor: epoll)
    self.source = source
    let arrivals = NIOLoopBound(Weak(self), eventLoop: loop)
    source.setCancelHandler { close(epoll) }
    source.setEventHandler {
      let tags = [Tag](unsafeUninitializedCapacity: 256) { tags, count in
        count = Int(cs_epoll_wait(epoll, tags.baseAddress, CInt(tags.count), 0))
      }
      loop.execute { arrivals.value.arrivals?.arrived(tags) }
    }
    source.resume()
  }

  deinit { source.cancel() }

  /// Waits at a connection.
  ///
  /// - Parameters:
  ///   - channel: on the event loop of this.
  ///   - arrived: called there, once, unless it is cancelled before.
  /// - Returns: nil if it has no socket, or the kernel watches no more of them.
  func wait(at channel: any Channel, _ arrived: @escaping () -> Void) -> Tag? {
    last &+= 1
    guard let descriptor = StreamSocket(channel).descriptor,
      cs_epoll_once(epoll, descriptor, last)
    else { return nil }
    waiting[last] = arrived
    return last
  }

  /// Forgets it; the kernel does so when the connection is closed, or something arrives.
  func cancel(_ tag: Tag) { waiting[tag] = nil }

  private func arrived(_ tags: [Tag]) {
    for tag in tags { waiting.removeValue(forKey: tag)?() }
  }

  private final class Weak {
    weak var arrivals: Arrivals?

    init(_ arrivals: Arrivals) { self.arrivals = arrivals }
  }
}
