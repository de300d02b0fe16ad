import ChatScreen
import ChatWire
import Testing

/// What becomes of bursts, from entries as the client tells them.
@Suite struct BurstTests {
  private static let hello = Array("Hello, Hello. How are you?".utf8)

  /// A connection on the raw port whose both ends are known.
  private func log(
    framing: Framing = .raw, noDelay: Bool = true, readSize: Int = 1_024
  ) -> WireLog {
    var log = WireLog(framing: framing)
    _ = log.add(.opened(framing))
    log.set(Knobs(readSize: readSize, noDelay: true), at: .there)
    log.set(Knobs(noDelay: noDelay), at: .here)
    return log
  }

  /// Writes `count` times 26 B, with the segments that are out after each.
  private func write(_ count: Int, segments: [Int: Int], into log: inout WireLog) {
    for index in 1...count {
      _ = log.add(.wrote(Self.hello, at: 1_000 + index * 20, exact: true))
      if let sent = segments[index] {
        _ = log.add(
          .here(KernelFacts(segmentsOut: sent, bytesOut: index * 26), at: 1_000 + index * 20))
      }
    }
  }

  private func read(_ sizes: [Int], segments: Int = 0, into log: inout WireLog) {
    var offset = 0
    for (index, size) in sizes.enumerated() {
      let at = 201_000 + index * 10
      _ = log.add(.peerRead(offset: offset, length: size, at: at))
      let fact = WireFact(
        .read, offset: offset, length: size, microseconds: at, segments: segments)
      _ = log.add(.there(fact, at: at))
      offset += size
    }
  }

  private func sentence(_ log: WireLog, _ direction: Direction = .outgoing) -> String? {
    log.reports(direction).last.map { "\(BurstSentence($0))" }
  }

  @Test func nagleThenALateReader() {
    var log = log(noDelay: false)
    write(20, segments: [1: 1, 5: 2, 9: 3, 12: 4, 16: 5, 20: 6], into: &log)
    read([520], into: &log)
    #expect(
      sentence(log)
        == "20 writes → 6 segments → 1 read: the sender merged 14 of the writes (Nagle), the reader came late for 5 of the segments"
    )
    #expect(log.reports(.outgoing).last?.causes == [.nagle, .lateReader])
    #expect(log.reports(.outgoing).last?.sticky == 1)
  }

  @Test func aLateReaderAlone() {
    var log = log()
    write(20, segments: Dictionary(uniqueKeysWithValues: (1...20).map { ($0, $0) }), into: &log)
    read([520], into: &log)
    #expect(
      sentence(log)
        == "20 writes → 20 segments → 1 read: the reader came late for 19 of the segments")
  }

  @Test func aFullWindowMergesToo() {
    var log = log()
    write(20, segments: [1: 1, 20: 11], into: &log)
    read([26, 494], into: &log)
    #expect(log.reports(.outgoing).last?.causes == [.fullWindow, .lateReader])
  }

  @Test func corkMerges() {
    var log = log()
    var sending = Sending()
    sending.cork = true
    log.set(sending)
    write(20, segments: [20: 1], into: &log)
    read([520], into: &log)
    #expect(
      sentence(log)
        == "20 writes → 1 segment → 1 read: the sender merged 19 of the writes (TCP_CORK)")
  }

  @Test func aSmallBufferCuts() {
    var log = log(readSize: 8)
    write(1, segments: [1: 1], into: &log)
    read([8, 8, 8, 2], into: &log)
    #expect(
      sentence(log) == "1 write → 1 segment → 4 reads: a buffer of 8 B cut writes 3 times")
    #expect(log.reports(.outgoing).last?.causes == [.smallBuffer])
    #expect(log.reports(.outgoing).last?.half == 4)
  }

  @Test func oneToOne() {
    var log = log()
    write(2, segments: [1: 1, 2: 2], into: &log)
    read([26, 26], into: &log)
    #expect(
      sentence(log) == "2 writes → 2 segments → 2 reads: each write was read alone")
    #expect(log.reports(.outgoing).last?.causes == [])
  }

  @Test func withoutMeasurementNoCause() {
    var log = log()
    write(20, segments: [:], into: &log)
    read([520], into: &log)
    #expect(
      sentence(log) == "20 writes → 1 read: cause not measured")
    var foreign = WireLog(framing: .raw)
    _ = foreign.add(.opened(.raw))
    write(20, segments: [20: 6], into: &foreign)
    #expect(
      sentence(foreign)
        == "20 writes → 6 segments: the sender merged 14 of the writes (full window or autocorking), reads not told by this server"
    )
  }

  /// While reports are on their way nothing is concluded from what has not come.
  @Test func factsComeLate() {
    var log = log()
    write(20, segments: [1: 1, 20: 20], into: &log)
    #expect(sentence(log) == "20 writes → 20 segments → 0 reads (0 of 520 B)")
    read([100], into: &log)
    #expect(sentence(log) == "20 writes → 20 segments → 1 read (100 of 520 B)")
    #expect(log.reports(.outgoing).last?.causes == [])
  }

  @Test func whatWasSentTwiceIsAtLeast() {
    var log = log(noDelay: false)
    write(20, segments: [:], into: &log)
    _ = log.add(.here(KernelFacts(segmentsOut: 6, bytesOut: 520, isCertain: false), at: 5_000))
    read([520], into: &log)
    #expect(
      sentence(log)
        == "20 writes → at least 6 segments → 1 read: the reader came late for at least 5 of the segments"
    )
  }

  @Test func framesAreCounted() {
    var log = log(framing: .length)
    for index in 0..<3 { _ = log.add(.wrote([1, 0, 0, 0, 65], at: index, exact: true)) }
    _ = log.add(.here(KernelFacts(segmentsOut: 3, bytesOut: 15), at: 9))
    read([15], into: &log)
    #expect(
      sentence(log)
        == "3 writes → 3 segments → 1 read → 3 messages: the reader came late for 2 of the segments"
    )
  }

  @Test func aPauseEndsABurst() {
    var log = log()
    _ = log.add(.wrote([1], at: 0, exact: true))
    _ = log.add(.wrote([1], at: 100_000, exact: true))
    _ = log.add(.wrote([1], at: 200_001, exact: true))
    #expect(log.reports(.outgoing).map(\.writes) == [2, 1])
    var sending = Sending()
    sending.gap = 50
    log.set(sending)
    _ = log.add(.wrote([1], at: 350_001, exact: true))
    #expect(log.reports(.outgoing).map(\.writes) == [2, 2])
    log.mark()
    _ = log.add(.wrote([1], at: 350_002, exact: true))
    #expect(log.reports(.outgoing).map(\.writes) == [2, 2, 1])
  }

  @Test func theServersWritesAreABurstToo() {
    var log = log()
    _ = log.add(.read(Array(repeating: 65, count: 60), at: 900))
    for index in 0..<3 {
      _ = log.add(.peerWrote(offset: index * 20, length: 20, at: index))
      let fact = WireFact(
        .wrote, offset: index * 20, length: 20, microseconds: index, segments: index + 1)
      _ = log.add(.there(fact, at: index))
    }
    #expect(
      sentence(log, .incoming)
        == "3 writes → 3 segments → 1 read: the reader came late for 2 of the segments")
  }

  /// Numbers that no connection can have, in every field.
  @Test func nonsenseNeverTraps() {
    for extreme in [Int.min, -1, 0, .max >> 1, .max] {
      var log = log()
      write(3, segments: [1: 1], into: &log)
      _ = log.add(
        .here(
          KernelFacts(
            segmentsOut: extreme, bytesOut: extreme, segmentsIn: extreme, bytesIn: extreme,
            unread: extreme, unsent: extreme, notSent: extreme), at: extreme))
      for way in [WireFact.Way.read, .wrote] {
        for length in [Int.min, 0, 1, .max] {
          let fact = WireFact(
            way, offset: extreme, length: length, microseconds: extreme, segments: extreme,
            unread: extreme, unsent: extreme)
          _ = log.add(.peerRead(offset: extreme, length: length, at: extreme))
          _ = log.add(.peerWrote(offset: extreme, length: length, at: extreme))
          _ = log.add(.there(fact, at: extreme))
        }
      }
      var stage = Stage.joined(120, 40)
      stage.model.wire = log
      _ = stage.screen
      stage.enter("/tape in")
      _ = stage.screen
      stage.enter("/zoom-tape 1048576")
      _ = stage.screen
    }
  }

  @Test func manyWritesStayBounded() {
    var log = log()
    for index in 0..<30_000 {
      _ = log.add(.wrote([1], at: index, exact: true))
      _ = log.add(.peerRead(offset: index, length: 1, at: index))
    }
    #expect(log.reports(.outgoing).map(\.writes) == [10_000, 10_000, 10_000])
    #expect(log.reports(.outgoing).allSatisfy { $0.reads == 10_000 })
  }
}
