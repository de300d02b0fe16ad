import Dispatch
import Glibc
import NIOCore

/// The moment at which a TCP connection has something to read, or its end, learnt without reading it.
final class Arrival {
  private let source: any DispatchSourceRead
  private var isOver = false

  /// Nil if there is no socket, or no descriptor left to watch it with.
  ///
  /// - Parameters:
  ///   - channel: whose event loop this is called on.
  ///   - arrived: called there, once, unless it is cancelled before.
  init?(at channel: any Channel, _ arrived: @escaping () -> Void) {
    guard let descriptor = StreamSocket(channel).duplicate() else { return nil }
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
    let loop = channel.eventLoop
    let bound = NIOLoopBound((self, arrived), eventLoop: loop)
    source.setCancelHandler { close(descriptor) }
    source.setEventHandler { [source] in
      source.cancel()
      loop.execute {
        let (arrival, arrived) = bound.value
        guard !arrival.isOver else { return }
        arrival.isOver = true
        arrived()
      }
    }
    source.resume()
  }

  func cancel() {
    isOver = true
    source.cancel()
  }
}
