import ChatCapture
import ChatWire

/// SplitMix64 (Steele, Lea, Flood 2014), so that a failure can be repeated by its seed.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
    (0..<Int.random(in: count, using: &self)).map { _ in UInt8.random(in: 0...255, using: &self) }
  }

  /// What a client may see of a connection, in an order that may be.
  mutating func entries(_ framing: Framing, count: Int) -> [WireEntry] {
    var at = 1_700_000_000_000_000
    var (written, read, readThere, writtenThere) = (0, 0, 0, 0)
    var entries: [WireEntry] = [.opened(framing)]
    while entries.count < count {
      at += Int.random(in: 0...50_000, using: &self)
      let limit = framing == .udp ? 1_200 : Int.random(in: 0...40, using: &self) == 0 ? 140_000 : 90
      let bytes = bytes((framing == .udp ? 0 : 1)...limit)
      switch Int.random(in: 0...5, using: &self) {
      case 0:
        entries.append(.wrote(bytes, at: at, exact: bytes.count < 60_000))
        written += bytes.count
      case 1:
        entries.append(.read(bytes, at: at))
        read += bytes.count
      case 2 where readThere < written:
        let length = Int.random(in: 1...written - readThere, using: &self)
        entries.append(.peerRead(offset: readThere, length: length, at: at - 70))
        readThere += length
      case 3 where writtenThere < read:
        let length = Int.random(in: 1...read - writtenThere, using: &self)
        entries.append(.peerWrote(offset: writtenThere, length: length, at: at - 90))
        writtenThere += length
      case 4 where Bool.random(using: &self):
        entries.append(.atClose(Bool.random(using: &self) ? .here : .there, at: at))
        entries.append(
          .link(
            LinkFacts(
              localHost: "127.0.0.1", localPort: 1, remoteHost: "::1", remotePort: 2, mssOut: 3,
              mssIn: 4, pathMTU: 5, roundTrip: 6, hasTimestamps: Bool.random(using: &self),
              hasSack: Bool.random(using: &self))))
      case 4:
        entries.append(
          .here(
            KernelFacts(
              segmentsOut: 3, bytesOut: written, segmentsIn: 4, bytesIn: read, unread: 5, unsent: 6,
              notSent: 7, isCertain: Bool.random(using: &self), repeated: 8), at: at)
        )
      case 5:
        entries.append(
          .there(
            WireFact(
              .wrote, offset: 5, length: 6, microseconds: 7, segments: 8, unread: 9, unsent: 10),
            at: at))
      default: break
      }
    }
    return entries
  }
}

extension CapturePath {
  static let ipv4 = CapturePath(
    local: CaptureAddress(bytes: [127, 0, 0, 1], port: 51_234),
    remote: CaptureAddress(bytes: [127, 0, 0, 1], port: 20_000))
  static let ipv6 = CapturePath(
    local: CaptureAddress(bytes: Array(repeating: 0, count: 15) + [1], port: 51_234),
    remote: CaptureAddress(bytes: Array(repeating: 0, count: 15) + [1], port: 20_000))
}

/// The file that a client writes that is told `entries`.
func file(_ entries: [WireEntry], _ format: CaptureFormat, path: CapturePath = .ipv4) -> [UInt8] {
  var judge = CaptureJudge()
  var encoder = format.encoder
  var file = encoder.head
  for entry in entries {
    if case .opened(let framing) = entry {
      file += encoder.encode(judge.open(framing, path, at: 1_700_000_000_000_000))
    }
    file += encoder.encode(judge.add(entry))
  }
  return file + encoder.encode(judge.close(at: 1_700_000_009_000_000)) + encoder.end()
}
