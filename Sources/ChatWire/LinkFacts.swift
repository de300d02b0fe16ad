/// What the kernel tells once of a TCP connection: what its segments are wrapped in.
///
/// The sources are TCP_INFO (`linux/tcp.h`), getsockname(2) and getpeername(2).
package struct LinkFacts: Equatable, Sendable {
  /// An address without brackets; with a colon in it, it is one of IPv6.
  package var localHost: String
  package var localPort: Int
  package var remoteHost: String
  package var remotePort: Int
  /// Payload bytes that one of our segments carries at most, its options taken off: `tcpi_snd_mss`.
  package var mssOut: Int
  /// The same of the other end's segments, as we have allowed it: `tcpi_advmss`.
  package var mssIn: Int
  /// Bytes of the largest IP packet on the way: `tcpi_pmtu`.
  package var pathMTU: Int
  /// The smoothed round trip in microseconds: `tcpi_rtt`.
  package var roundTrip: Int
  /// Whether each segment has the timestamps option (RFC 7323), which makes its header 12 bytes longer.
  package var hasTimestamps: Bool
  /// Whether acknowledgements may be selective (RFC 2018).
  package var hasSack: Bool

  package init(
    localHost: String, localPort: Int, remoteHost: String, remotePort: Int, mssOut: Int,
    mssIn: Int, pathMTU: Int, roundTrip: Int, hasTimestamps: Bool, hasSack: Bool
  ) {
    self.localHost = localHost
    self.localPort = localPort
    self.remoteHost = remoteHost
    self.remotePort = remotePort
    self.mssOut = mssOut
    self.mssIn = mssIn
    self.pathMTU = pathMTU
    self.roundTrip = roundTrip
    self.hasTimestamps = hasTimestamps
    self.hasSack = hasSack
  }

  /// Bytes of the header of each of our segments that carries data: 20 (RFC 9293), and 12 for timestamps and their padding.
  package var tcpHeader: Int { hasTimestamps ? 32 : 20 }
  /// Bytes of the IP header: 20 without options (RFC 791), 40 of IPv6 (RFC 8200).
  package var ipHeader: Int { localHost.contains(":") ? 40 : 20 }
}
