import ChatWire

/// The blocks of a pcapng file that we write (draft-ietf-opsawg-pcapng, section 4), little-endian.
enum PcapBlock {
  static let section: UInt32 = 0x0a0d_0d0a
  static let interface: UInt32 = 1
  static let statistics: UInt32 = 5
  static let packet: UInt32 = 6

  static let byteOrderMagic: UInt32 = 0x1a2b_3c4d
  /// LINKTYPE_ETHERNET.
  static let ethernet: UInt16 = 1
  /// The most bytes of one packet; Wireshark refuses more (WTAP_MAX_PACKET_SIZE_STANDARD).
  static let snapLength: UInt32 = 262_144

  /// An option's code and value.
  struct Option {
    static let comment: UInt16 = 1

    var code: UInt16
    var value: [UInt8]

    init(_ code: UInt16, _ value: some Sequence<UInt8>) {
      self.code = code
      // An option's length has 16 bits.
      self.value = Array(value.prefix(Int(UInt16.max)))
    }

    init(comment: String) { self.init(Option.comment, comment.utf8) }
  }

  /// The Section Header Block: who made the file, and what it is.
  static func sectionHeader(application: String, comment: String) -> [UInt8] {
    var body = Octets()
    body.little(byteOrderMagic)
    body.little(UInt16(1))
    body.little(UInt16(0))
    // The section's length, not told.
    body.little(UInt32.max)
    body.little(UInt32.max)
    return block(section, body, [Option(4, application.utf8), Option(comment: comment)])
  }

  /// The Interface Description Block: Ethernet, times in microseconds.
  static func interfaceDescription(name: String, description: String) -> [UInt8] {
    var body = Octets()
    body.little(ethernet)
    body.little(UInt16(0))
    body.little(snapLength)
    return block(
      interface, body,
      [Option(2, name.utf8), Option(3, description.utf8), Option(9, [6])])
  }

  /// An Enhanced Packet Block on the only interface.
  static func enhancedPacket(
    _ data: [UInt8], at time: Microseconds, comments: [String]
  ) -> [UInt8] {
    var body = Octets()
    body.little(UInt32(0))
    put(time, in: &body)
    body.little(UInt32(truncatingIfNeeded: data.count))
    body.little(UInt32(truncatingIfNeeded: data.count))
    body.put(data)
    body.pad()
    return block(packet, body, comments.map { Option(comment: $0) })
  }

  /// An Interface Statistics Block, which carries what belongs to no packet.
  static func interfaceStatistics(at time: Microseconds, comments: [String]) -> [UInt8] {
    var body = Octets()
    body.little(UInt32(0))
    put(time, in: &body)
    return block(statistics, body, comments.map { Option(comment: $0) })
  }

  private static func put(_ time: Microseconds, in body: inout Octets) {
    let time = UInt64(clamping: time)
    body.little(UInt32(truncatingIfNeeded: time >> 32))
    body.little(UInt32(truncatingIfNeeded: time))
  }

  private static func block(_ type: UInt32, _ body: Octets, _ options: [Option]) -> [UInt8] {
    var rest = body
    for option in options {
      rest.little(option.code)
      rest.little(UInt16(truncatingIfNeeded: option.value.count))
      rest.put(option.value)
      rest.pad()
    }
    if !options.isEmpty { rest.little(UInt32(0)) }
    let length = UInt32(truncatingIfNeeded: rest.bytes.count + 12)
    var block = Octets()
    block.little(type)
    block.little(length)
    block.put(rest.bytes)
    block.little(length)
    return block.bytes
  }
}
