import NIOCore
import NIOEmbedded
import Testing

@testable import ChatService

@Suite struct WatchTests {
  private final class Sleeper: Waiting {
    var looked: [Int] = []
    var next: Int?
    func look(at now: Int) -> Int? {
      looked.append(now)
      defer { next = nil }
      return next
    }
  }

  @Test func eachLooksOnceAtTheEarliestOfItsTimes() throws {
    let loop = EmbeddedEventLoop()
    let watch = Watch(on: loop)
    let sleeper = Sleeper()
    let post = Watch.Post(sleeper)
    watch.wait(post, until: 5_000)
    watch.wait(post, until: 2_000)
    watch.wait(post, until: 3_000)
    sleeper.next = 2_700
    loop.advanceTime(by: .seconds(60))
    #expect(sleeper.looked == [2_000, 2_700])
    try loop.syncShutdownGracefully()
  }

  @Test func whoHasLeftDoesNotLook() throws {
    let loop = EmbeddedEventLoop()
    let watch = Watch(on: loop)
    let sleeper = Sleeper()
    let post = Watch.Post(sleeper)
    watch.wait(post, until: 500)
    post.leave()
    loop.advanceTime(by: .seconds(2))
    #expect(sleeper.looked == [])
    try loop.syncShutdownGracefully()
  }

  /// The loop's tasks run on time; the clock says that they do not.
  @Test func timeForWhichTheLoopStoodDoesNotCount() throws {
    let loop = EmbeddedEventLoop()
    var stood = 0
    let watch = Watch(on: loop) { Int(loop.now.uptimeNanoseconds / 1_000_000) + stood }
    let sleeper = Sleeper()
    let post = Watch.Post(sleeper)
    watch.wait(post, until: 10_000)
    loop.advanceTime(by: .seconds(5))
    stood = 30_000
    loop.advanceTime(by: .milliseconds(4_800))
    #expect(sleeper.looked == [])
    loop.advanceTime(by: .milliseconds(1_500))
    #expect(sleeper.looked.count == 1)
    #expect((10_000...10_200).contains(sleeper.looked.first ?? 0))
    // Time as it is asked for never runs back.
    stood = 90_000
    let now = watch.now
    loop.advanceTime(by: .seconds(1))
    #expect(watch.now >= now)
    try loop.syncShutdownGracefully()
  }
}
