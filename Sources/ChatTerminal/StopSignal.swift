import Dispatch
import Glibc

/// SIGTSTP from outside, as a stream of requests to suspend.
///
/// It has to be there before curses is: curses leaves a signal alone that somebody else handles, and ignores one that
/// nobody does for as long as `doupdate` writes (ncurses, lib_tstp.c), so that a request then is lost.
@MainActor
final class StopSignal {
  let requests: AsyncStream<Void>
  private let source: any DispatchSourceSignal

  /// Returns once the signal is handled; Dispatch takes it over on a thread of its own.
  init() async {
    let source = DispatchSource.makeSignalSource(signal: SIGTSTP, queue: .main)
    let (requests, continuation) = AsyncStream.makeStream(of: Void.self)
    source.setEventHandler { continuation.yield() }
    source.setCancelHandler { continuation.finish() }
    await withCheckedContinuation { registered in
      source.setRegistrationHandler { registered.resume() }
      source.activate()
    }
    (self.requests, self.source) = (requests, source)
  }

  func cancel() { source.cancel() }
}
