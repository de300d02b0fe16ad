/// The packets of one connection, as if each call had been one.
///
/// Sequence numbers are those of the streams. An acknowledgement number says how far that side has read:
/// ours as far as our reads went, the server's as far as it told of its own.
struct SyntheticConnection {
  private let path: CapturePath
  private let isDatagram: Bool
  /// The sequence number of the first byte of either side.
  private let start: UInt32
  private var identification: UInt16 = 0
  private var written = 0
  private var read = 0
  /// How far the server has read.
  private var readThere = 0

  /// A connection; the sequence numbers of each begin elsewhere, in case its ports come again.
  init(_ path: CapturePath, isDatagram: Bool, number: Int) {
    self.path = path
    self.isDatagram = isDatagram
    start = UInt32(truncatingIfNeeded: number &* 1_000_000)
  }

  /// SYN, SYN with ACK, ACK; nothing for UDP.
  mutating func handshake() -> [[UInt8]] {
    guard !isDatagram else { return [] }
    let syn = packet(ours: true)
      .segment([], sequence: start &- 1, acknowledgement: 0, .syn)
    let both = packet(ours: false)
      .segment([], sequence: start &- 1, acknowledgement: start, [.syn, .ack])
    return [syn, both, segment([], ours: true, .ack)]
  }

  /// A write of ours, in as many packets as it needs.
  mutating func write(_ bytes: [UInt8]) -> [[UInt8]] {
    guard !isDatagram else { return [packet(ours: true).datagram(bytes)] }
    return parts(of: bytes).map { part in
      defer { written &+= part.count }
      return segment(part, ours: true, [.push, .ack])
    }
  }

  /// A read of ours, in as many packets as it needs.
  mutating func read(_ bytes: [UInt8]) -> [[UInt8]] {
    guard !isDatagram else { return [packet(ours: false).datagram(bytes)] }
    return parts(of: bytes).map { part in
      defer { read &+= part.count }
      return segment(part, ours: false, [.push, .ack])
    }
  }

  /// A read of the server up to an offset, at most what is written; nil for UDP, where nothing shows it.
  mutating func serverRead(to end: Int) -> [UInt8]? {
    guard !isDatagram else { return nil }
    readThere = max(readThere, min(end, written))
    return segment([], ours: false, .ack)
  }

  /// FIN from us, FIN from the server, ACK; nothing for UDP.
  mutating func close() -> [[UInt8]] {
    guard !isDatagram else { return [] }
    let ours = segment([], ours: true, [.fin, .ack])
    written &+= 1
    readThere = written
    let theirs = segment([], ours: false, [.fin, .ack])
    read &+= 1
    return [ours, theirs, segment([], ours: true, .ack)]
  }

  private func parts(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: bytes.count, by: Packet.segmentLimit).map {
      bytes[$0..<min($0 + Packet.segmentLimit, bytes.count)]
    }
  }

  private mutating func segment(
    _ payload: ArraySlice<UInt8>, ours: Bool, _ flags: Packet.Flags
  ) -> [UInt8] {
    packet(ours: ours).segment(
      payload, sequence: place(ours ? written : read),
      acknowledgement: place(ours ? read : readThere), flags)
  }

  private func place(_ offset: Int) -> UInt32 { start &+ UInt32(truncatingIfNeeded: offset) }

  private mutating func packet(ours: Bool) -> Packet {
    identification &+= 1
    return Packet(path: path, isOurs: ours, identification: identification)
  }
}
