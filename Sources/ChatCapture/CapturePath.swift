/// The two addresses of a captured connection.
package struct CapturePath: Equatable, Sendable {
  package var local: CaptureAddress
  package var remote: CaptureAddress

  package init(local: CaptureAddress, remote: CaptureAddress) {
    self.local = local
    self.remote = remote
  }

  /// Whether its packets are IPv6: both addresses must have 16 bytes.
  var isIPv6: Bool { local.bytes.count == 16 && remote.bytes.count == 16 }
}

/// An IP address and a port.
package struct CaptureAddress: Equatable, Sendable, CustomStringConvertible {
  /// 4 or 16 bytes in network order; an IPv4-mapped address (RFC 4291, section 2.5.5.2) is held as its 4.
  package let bytes: [UInt8]
  package let port: UInt16

  package init(bytes: [UInt8], port: UInt16) {
    let isMapped = bytes.count == 16 && bytes.prefix(12).elementsEqual(CaptureAddress.mapped)
    self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
    self.port = port
  }

  private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]

  /// The address and its port, IPv6 in brackets and uncompressed.
  package var description: String {
    guard bytes.count == 16 else {
      return bytes.map { "\($0)" }.joined(separator: ".") + ":\(port)"
    }
    let groups = stride(from: 0, to: 16, by: 2).map {
      String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
    }
    return "[\(groups.joined(separator: ":"))]:\(port)"
  }
}
