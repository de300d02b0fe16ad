import ChatWire

/// Writes records as pcapng: a packet for each call of ours and each read of the server, the rest as comments.
///
/// A packet's first comment is its own; those that follow were told after it, or before it if they say so. What
/// comes when no packet does goes into an Interface Statistics Block.
struct PcapWriter: CaptureEncoder {
  /// What the file says of itself.
  static let declaration = """
    Written by chat-tui of WireChat from the write(2) and read(2) calls of one client; not captured from a network. \
    One packet is one call, not one segment. The Ethernet, IP, TCP and UDP headers, the handshake and the FIN \
    are synthesised: MAC addresses are made up, IP addresses, ports and stream bytes are the connection's own. \
    Timestamps are those of the calls on the client's clock. A packet from the client is a write of the client; \
    a packet from the server with data is a read of the client; one without data is a read of the server, which it \
    told over another connection, on the client's clock as well as that is known. An acknowledgement number says how \
    far that side has read, not what its kernel acknowledged.
    """
  static let application = "WireChat chat-tui 1"
  /// Comments that may wait for a packet.
  private static let patience = 16

  private struct Pending {
    var bytes: [UInt8]
    var at: Microseconds
    var comments: [String]
  }

  private var connection: SyntheticConnection?
  private var isDatagram = false
  private var connections = 0
  /// The newest packet, which takes the comments that come with it.
  private var packet: Pending?
  /// Comments for the packet to come, and the time of the last.
  private var comments: [String] = []
  private var at: Microseconds = 0
  private var output: [UInt8] = []

  var head: [UInt8] {
    PcapBlock.sectionHeader(
      application: PcapWriter.application, comment: PcapWriter.declaration)
      + PcapBlock.interfaceDescription(name: "calls", description: "the calls of a chat client")
  }

  mutating func encode(_ records: [CaptureRecord]) -> [UInt8] {
    for record in records { encode(record) }
    flush()
    if comments.count >= PcapWriter.patience { settle() }
    defer { output = [] }
    return output
  }

  mutating func end() -> [UInt8] {
    settle()
    defer { output = [] }
    return output
  }

  private mutating func encode(_ record: CaptureRecord) {
    at = record.at
    switch record.kind {
    case .opened(let framing, let path):
      connections += 1
      isDatagram = framing == .udp
      connection = SyntheticConnection(path, isDatagram: isDatagram, number: connections)
      let packets = connection?.handshake() ?? []
      guard !packets.isEmpty else { return note(record) }
      let remarks = [Remark.text(record), "handshake, synthesised", "handshake, synthesised"]
      for (packet, remark) in zip(packets, remarks) { add(packet, remark) }
    case .write(let bytes, _): add(connection?.write(bytes) ?? [], record)
    case .read(let bytes, _): add(connection?.read(bytes) ?? [], record)
    case .serverRead:
      guard let packet = connection?.serverRead(to: record.range.upperBound) else {
        return note(record)
      }
      add(packet, Remark.text(record))
    case .serverWrite, .here, .there, .link, .atClose: note(record)
    case .closed:
      for packet in connection?.close() ?? [] { add(packet, "closed, synthesised") }
      connection = nil
    }
  }

  private mutating func add(_ packets: [[UInt8]], _ record: CaptureRecord) {
    for (place, packet) in packets.enumerated() {
      let part = Remark.Part(number: place + 1, count: packets.count)
      add(packet, Remark.text(record, part: packets.count > 1 ? part : nil))
    }
  }

  private mutating func add(_ bytes: [UInt8], _ remark: String) {
    flush()
    packet = Pending(bytes: bytes, at: at, comments: [remark] + comments.map { Remark.before + $0 })
    comments = []
  }

  /// Puts down what is on no packet of its own.
  private mutating func note(_ record: CaptureRecord) {
    let text = Remark.text(record, isAlone: true)
    if packet != nil { packet?.comments.append(text) } else { comments.append(text) }
  }

  private mutating func flush() {
    guard let packet else { return }
    output += PcapBlock.enhancedPacket(packet.bytes, at: packet.at, comments: packet.comments)
    self.packet = nil
  }

  private mutating func settle() {
    guard !comments.isEmpty else { return }
    output += PcapBlock.interfaceStatistics(at: at, comments: comments)
    comments = []
  }
}
