/// What the kernel tells of one end of a TCP connection at one moment.
///
/// Counts run from the connection's beginning. Their sources are TCP_INFO (`linux/tcp.h`) and the ioctls FIONREAD
/// and SIOCOUTQ (tcp(7)).
package struct KernelFacts: Equatable, Sendable {
  /// Data segments sent: `tcpi_data_segs_out`, retransmissions and probes taken off.
  package var segmentsOut: Int
  /// Bytes sent at least once: `tcpi_bytes_sent` less `tcpi_bytes_retrans`.
  package var bytesOut: Int
  /// Data segments received: `tcpi_data_segs_in`.
  package var segmentsIn: Int
  /// Bytes received in order: `tcpi_bytes_received`.
  package var bytesIn: Int
  /// Bytes that arrived and are not read: FIONREAD.
  package var unread: Int
  /// Bytes that were written and are not acknowledged: SIOCOUTQ.
  package var unsent: Int
  /// The part of `unsent` that was not sent at all yet: `tcpi_notsent_bytes`.
  package var notSent: Int
  /// Whether nothing was sent twice, so that the segments are certain and not "at least".
  package var isCertain: Bool

  package init(
    segmentsOut: Int = 0, bytesOut: Int = 0, segmentsIn: Int = 0, bytesIn: Int = 0,
    unread: Int = 0, unsent: Int = 0, notSent: Int = 0, isCertain: Bool = true
  ) {
    self.segmentsOut = segmentsOut
    self.bytesOut = bytesOut
    self.segmentsIn = segmentsIn
    self.bytesIn = bytesIn
    self.unread = unread
    self.unsent = unsent
    self.notSent = notSent
    self.isCertain = isCertain
  }
}
