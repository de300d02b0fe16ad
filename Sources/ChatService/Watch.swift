import ChatRoom
import NIOCore

/// The times of all who wait on one event loop, with one timer for them all.
///
/// Its time stands still while the loop does: a server that was stopped, or busy, for a while reads what arrived
/// meanwhile before anybody is held to account.
final class Watch {
  /// Where somebody waits.
  final class Post {
    fileprivate var due = Int.max
    fileprivate var owner: (any Waiting)?

    init(_ owner: any Waiting) {
      self.owner = owner
    }

    /// Lets go of the owner, for whom no time comes any more.
    func leave() { owner = nil }
  }

  /// The longest time, in milliseconds, between two beats while anybody waits.
  private static let beat = 1_000
  /// Lateness of a beat from which on the loop is said to have stood, in milliseconds.
  private static let slack = 1_000

  private let loop: any EventLoop
  private let clock: () -> Int
  private let alarm: Alarm
  private var wheel: Wheel<Post>
  /// Milliseconds for which the loop stood.
  private var lost = 0
  /// When the next beat is to be, by the loop's clock; nil while nobody waits.
  private var planned: Int?
  /// Whether the loop has stood since the last beat.
  private var hasStood = false

  /// - Parameters:
  ///   - loop: where everybody lives who waits.
  ///   - clock: its time in milliseconds, nil for that which it tells.
  init(on loop: any EventLoop, clock: (() -> Int)? = nil) {
    self.loop = loop
    self.clock = clock ?? { Int(clamping: loop.now.uptimeNanoseconds / 1_000_000) }
    alarm = Alarm(on: loop)
    wheel = Wheel(at: self.clock())
  }

  /// Milliseconds for which the loop has run, from some beginning.
  var now: Int {
    let now = clock()
    if let planned, now - planned > Watch.slack {
      lost += now - planned
      self.planned = now
      hasStood = true
    }
    return now - lost
  }

  /// Has the owner of `post` look at `due`, or earlier if that was asked for before.
  func wait(_ post: Post, until due: Int) {
    guard due < post.due else { return }
    post.due = due
    wheel.insert(post, due: due)
    arm(at: now)
  }

  private func arm(at now: Int) {
    guard wheel.count > 0 else { return planned = nil }
    let next = wheel.next(until: now + Watch.beat) + lost
    guard next < planned ?? .max else { return }
    planned = next
    alarm.set(loop.now + .milliseconds(Int64(next - lost - now))) { self.beat() }
  }

  private func beat() {
    let now = now
    planned = nil
    guard !hasStood else {
      // Sockets are read before the next beat.
      hasStood = false
      planned = now + lost + wheel.grain
      return alarm.set(loop.now + .milliseconds(Int64(wheel.grain))) { self.beat() }
    }
    for (post, due) in wheel.expire(at: now) where post.due == due {
      post.due = .max
      if let next = post.owner?.look(at: now) { wait(post, until: next) }
    }
    arm(at: now)
  }
}
