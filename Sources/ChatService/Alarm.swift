import NIOCore

/// Something that is done once, at the earliest of the times that were asked for.
final class Alarm {
  private let loop: any EventLoop
  private var scheduled: Scheduled<Void>?
  private var time = NIODeadline.distantFuture

  init(on loop: any EventLoop) {
    self.loop = loop
  }

  /// Does `action` at `time`, unless the alarm is set to an earlier one.
  func set(_ time: NIODeadline, _ action: @escaping () -> Void) {
    guard time < self.time else { return }
    scheduled?.cancel()
    self.time = time
    scheduled = loop.assumeIsolated().scheduleTask(deadline: time) {
      self.time = .distantFuture
      action()
    }
  }

  func cancel() {
    scheduled?.cancel()
    time = .distantFuture
  }
}
