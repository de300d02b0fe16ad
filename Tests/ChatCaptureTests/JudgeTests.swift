import ChatCapture
import ChatWire
import Testing

/// Reads are written down when their verdict is known, in one order with all else.
@Suite struct JudgeTests {
  private var judge = CaptureJudge(epoch: 1_000)

  init() { _ = judge.open(.raw, .ipv4, at: 0) }

  @Test mutating func `a read waits for the server's word, and all behind it`() {
    #expect(judge.add(.read(Array("hihi".utf8), at: 5)) == [])
    #expect(judge.add(.wrote([1], at: 6, exact: true)) == [])
    #expect(judge.add(.peerWrote(offset: 0, length: 2, at: 3)) == [])
    #expect(judge.isWaiting)
    let ready = judge.add(.peerWrote(offset: 2, length: 2, at: 4))
    #expect(
      ready == [
        CaptureRecord(.read(Array("hihi".utf8), .sticky(2)), number: 1, range: 0..<4, at: 1_005),
        CaptureRecord(.write([1], exact: true), number: 1, range: 0..<1, at: 1_006),
        CaptureRecord(.serverWrite, number: 1, range: 0..<2, at: 1_003),
        CaptureRecord(.serverWrite, number: 2, range: 2..<4, at: 1_004),
      ])
    #expect(!judge.isWaiting)
  }

  @Test mutating func `a word that never comes leaves the verdict open`() {
    #expect(judge.add(.read([1, 2], at: 5)) == [])
    #expect(
      judge.flush() == [CaptureRecord(.read([1, 2], .unknown), number: 1, range: 0..<2, at: 1_005)])
  }

  @Test mutating func `a server that owes its word stops no file`() {
    var ready: [CaptureRecord] = []
    for at in 0..<1_500 { ready += judge.add(.read([1], at: at)) }
    #expect(ready.count > 1_000)
  }

  @Test mutating func `a capture that begins late counts from there`() {
    _ = judge.open(.raw, .ipv4, at: 0, written: 100, read: 50)
    #expect(judge.add(.wrote([1, 2, 3], at: 1, exact: true)).count == 1)
    #expect(judge.add(.peerRead(offset: 90, length: 10, at: 2)) == [])
    #expect(
      judge.add(.peerRead(offset: 100, length: 3, at: 2)) == [
        CaptureRecord(.serverRead(.oneToOne), number: 1, range: 0..<3, at: 1_002)
      ])
    #expect(judge.add(.here(KernelFacts(), at: 3)) == [])
  }

  @Test mutating func `a call that had begun before the capture is not judged`() {
    _ = judge.open(.raw, .ipv4, at: 0, written: 100, read: 50)
    _ = judge.add(.wrote([1, 2, 3], at: 1, exact: true))
    #expect(
      judge.add(.peerRead(offset: 97, length: 6, at: 2)).map(\.kind) == [.serverRead(.unknown)])
    _ = judge.add(.wrote([4], at: 3, exact: true))
    #expect(
      judge.add(.peerRead(offset: 103, length: 1, at: 4)).map(\.kind) == [.serverRead(.oneToOne)])
    _ = judge.add(.peerWrote(offset: 48, length: 4, at: 5))
    #expect(judge.add(.read([1, 2], at: 6)).map(\.kind) == [.read([1, 2], .unknown)])
    _ = judge.add(.peerWrote(offset: 52, length: 1, at: 7))
    #expect(judge.add(.read([3], at: 8)).map(\.kind) == [.read([3], .oneToOne)])
  }

  @Test mutating func `numbers of a server that can't be add nothing`() {
    for (offset, length) in [(-1, 5), (Int.max, 5), (0, 0), (5, -5), (Int.max - 1, Int.max)] {
      #expect(judge.add(.peerRead(offset: offset, length: length, at: 1)) == [])
      #expect(judge.add(.peerWrote(offset: offset, length: length, at: 1)) == [])
    }
  }
}
