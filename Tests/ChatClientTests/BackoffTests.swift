import ChatClient
import Testing

@Suite struct BackoffTests {
  @Test(arguments: ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
  func onLoopbackNobodyWaitsOverASecond(host: String) {
    var backoff = Backoff(host: host)
    #expect(backoff.next(jitter: 0) == 0.5)
    for _ in 0..<20 { #expect(backoff.next(jitter: 1) <= 1) }
  }

  @Test func elsewhereWaitsDoubleUpToThirtySeconds() {
    var backoff = Backoff(host: "10.0.0.1")
    #expect((0..<9).map { _ in backoff.next(jitter: 0) } == [0.5, 1, 2, 4, 8, 16, 30, 30, 30])
    #expect(backoff.next(jitter: 1) == 30)
    backoff.reset()
    #expect(backoff.next(jitter: 1) == 0.625)
  }
}
