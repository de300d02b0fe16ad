import ChatWire
import DequeModule
import NIOCore

/// The messages of one connection on their way to its channel: each in its writes and pauses, one after the other.
///
/// It lives on the channel's event loop. A write follows when the one before it is done, so that whatever waits
/// costs no more than its message.
final class Sender {
  private struct Job {
    var plan: SendingPlan
    let done: EventLoopPromise<Void>
  }

  private let channel: any Channel
  private let loop: any EventLoop
  private let progress: (Progress) -> Void
  private var jobs: Deque<Job> = []
  /// The write that waits for its pause.
  private var held: (piece: SendingPlan.Piece, timer: Scheduled<Void>)?
  private var isWriting = false
  private var isPumping = false
  private var isHurried = false
  private var emptied: (() -> Void)?

  /// What became of the oldest message.
  enum Progress {
    /// A part of it is written, or all of it.
    case part, whole
    /// It and all behind it will not be sent.
    case dropped
  }

  init(_ channel: any Channel, progress: @escaping (Progress) -> Void) {
    self.channel = channel
    self.progress = progress
    loop = channel.eventLoop
  }

  /// Sends what `plan` makes, behind all that was sent before.
  ///
  /// - Returns: done when the kernel has taken the last of it; fails if it never will.
  func send(_ plan: SendingPlan) -> EventLoopFuture<Void> {
    let job = Job(plan: plan, done: loop.makePromise())
    jobs.append(job)
    pump()
    return job.done.futureResult
  }

  /// Waits for nothing any more: a message that is begun goes out without its pauses; what waits for the pause
  /// before it does not, and neither does all that is behind it.
  func hurry() {
    isHurried = true
    guard let held else { return }
    self.held = nil
    held.timer.cancel()
    if held.piece.beginsMessage { giveUp() } else { write(held.piece) }
    pump()
  }

  /// Calls `body` once nothing is left to send.
  func whenEmpty(_ body: @escaping () -> Void) {
    emptied = body
    pump()
  }

  /// The channel is closed: nothing more goes out.
  func stop() {
    held?.timer.cancel()
    held = nil
    dropAll()
  }

  private func pump() {
    guard !isPumping else { return }
    isPumping = true
    defer { isPumping = false }
    while !isWriting, held == nil {
      guard let piece = jobs.first == nil ? nil : jobs[0].plan.next() else {
        guard jobs.isEmpty else {
          jobs.removeFirst().done.succeed()
          continue
        }
        emptied?()
        emptied = nil
        return
      }
      guard piece.pause > 0 else {
        write(piece)
        continue
      }
      guard isHurried else { return hold(piece) }
      if piece.beginsMessage { giveUp() } else { write(piece) }
    }
  }

  private func hold(_ piece: SendingPlan.Piece) {
    let pause = TimeAmount.milliseconds(Int64(piece.pause))
    let timer = loop.assumeIsolated().scheduleTask(in: pause) {
      self.held = nil
      self.write(piece)
      self.pump()
    }
    held = (piece, timer)
  }

  private func write(_ piece: SendingPlan.Piece) {
    isWriting = true
    let done = loop.makePromise(of: Void.self)
    done.futureResult.assumeIsolated().whenComplete { result in
      self.isWriting = false
      switch result {
      case .success:
        self.progress(piece.endsMessage ? .whole : .part)
        if piece.endsMessage, let job = self.jobs.first, job.plan.remaining == 0 {
          self.jobs.removeFirst()
          job.done.succeed()
        }
        self.pump()
      case .failure: self.dropAll()
      }
    }
    channel.writeAndFlush(piece.bytes, promise: done)
  }

  private func giveUp() {
    progress(.dropped)
    dropAll()
  }

  private func dropAll() {
    let dropped = jobs
    jobs = []
    for job in dropped { job.done.fail(ChannelError.ioOnClosedChannel) }
  }
}
