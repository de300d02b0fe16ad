/// The headers that a payload gets, so that it looks like a packet: Ethernet, IP, and TCP or UDP.
///
/// IEEE 802.3; RFC 791 and RFC 8200; RFC 9293 and RFC 768; the checksum is that of RFC 1071.
struct Packet {
  /// Locally administered addresses: nobody's.
  static let ourEthernet: [UInt8] = [2, 0, 0, 0, 0, 1]
  static let theirEthernet: [UInt8] = [2, 0, 0, 0, 0, 2]
  /// The most bytes that fit behind the IPv4 and TCP headers: the length of an IP packet has 16 bits.
  static let segmentLimit = 65_495
  /// The same behind IPv4 and UDP headers; behind IPv6 no datagram is longer either.
  static let datagramLimit = 65_507

  /// The flags of a TCP header.
  struct Flags: OptionSet {
    let rawValue: UInt8
    static let fin = Flags(rawValue: 1)
    static let syn = Flags(rawValue: 2)
    static let push = Flags(rawValue: 8)
    static let ack = Flags(rawValue: 16)
  }

  let path: CapturePath
  /// Whether it goes from us to the server.
  let isOurs: Bool
  /// The identification of an IPv4 header.
  let identification: UInt16

  private var source: CaptureAddress { isOurs ? path.local : path.remote }
  private var destination: CaptureAddress { isOurs ? path.remote : path.local }

  /// The packet of a TCP segment.
  ///
  /// A SYN carries the largest segment size and a window scale of 14: a gigabyte, never full.
  func segment(
    _ payload: some Collection<UInt8>, sequence: UInt32, acknowledgement: UInt32, _ flags: Flags
  ) -> [UInt8] {
    var options: [UInt8] = []
    if flags.contains(.syn) { options = [2, 4, 0xff, 0xd7, 1, 3, 3, 14] }
    var header = Octets()
    header.big(source.port)
    header.big(destination.port)
    header.big(sequence)
    header.big(acknowledgement)
    header.put(UInt8((20 + options.count) / 4) << 4)
    header.put(flags.rawValue)
    header.big(UInt16.max)
    return wrap(header.bytes, [0, 0] + options, payload, protocol: 6)
  }

  /// The packet of a UDP datagram; what is over the limit is left out.
  func datagram(_ payload: some Collection<UInt8>) -> [UInt8] {
    let payload = payload.prefix(Packet.datagramLimit)
    var header = Octets()
    header.big(source.port)
    header.big(destination.port)
    header.big(UInt16(payload.count + 8))
    return wrap(header.bytes, [], payload, protocol: 17)
  }

  /// Puts the checksum between the parts of a transport header, and the IP and Ethernet headers in front.
  private func wrap(
    _ head: [UInt8], _ tail: [UInt8], _ payload: some Collection<UInt8>, protocol number: UInt8
  ) -> [UInt8] {
    let count = head.count + 2 + tail.count + payload.count
    var pseudo = Octets()
    pseudo.put(source.bytes)
    pseudo.put(destination.bytes)
    pseudo.big(UInt32(number))
    pseudo.big(UInt32(count))
    var sum = Checksum()
    for part in [pseudo.bytes, head, tail] { sum.add(part) }
    sum.add(payload)
    var frame = Octets()
    frame.put(isOurs ? Packet.theirEthernet : Packet.ourEthernet)
    frame.put(isOurs ? Packet.ourEthernet : Packet.theirEthernet)
    frame.big(path.isIPv6 ? 0x86dd : 0x0800 as UInt16)
    frame.put(path.isIPv6 ? ipv6(count, number) : ipv4(count, number))
    frame.put(head)
    // A UDP checksum of 0 would say that there is none.
    frame.big(sum.value == 0 && number == 17 ? UInt16.max : sum.value)
    frame.put(tail)
    frame.put(payload)
    return frame.bytes
  }

  private func ipv4(_ count: Int, _ number: UInt8) -> [UInt8] {
    var header = Octets()
    header.put([0x45, 0])
    header.big(UInt16(truncatingIfNeeded: count + 20))
    header.big(identification)
    header.put([0x40, 0, 64, number])
    var sum = Checksum()
    for part in [header.bytes, source.bytes, destination.bytes] { sum.add(part) }
    header.big(sum.value)
    header.put(source.bytes)
    header.put(destination.bytes)
    return header.bytes
  }

  private func ipv6(_ count: Int, _ number: UInt8) -> [UInt8] {
    var header = Octets()
    header.put([0x60, 0, 0, 0])
    header.big(UInt16(truncatingIfNeeded: count))
    header.put([number, 64])
    header.put(source.bytes)
    header.put(destination.bytes)
    return header.bytes
  }
}

/// The Internet checksum (RFC 1071) over parts, of which only the last may have an odd count.
struct Checksum {
  private var sum: UInt64 = 0

  mutating func add(_ bytes: some Sequence<UInt8>) {
    var isHigh = true
    for byte in bytes {
      sum &+= isHigh ? UInt64(byte) << 8 : UInt64(byte)
      isHigh.toggle()
    }
  }

  var value: UInt16 {
    var folded = sum
    while folded > 0xffff { folded = (folded >> 16) + (folded & 0xffff) }
    return ~UInt16(folded)
  }
}
