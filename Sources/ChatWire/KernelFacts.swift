/// What the kernel tells of one end of a TCP connection at one moment.
///
/// Counts run from the connection's beginning. Their sources are TCP_INFO (`linux/tcp.h`) and the ioctls FIONREAD
/// and SIOCOUTQ (tcp(7)).
package struct KernelFacts: Equatable, Sendable {
  /// Data segments sent: `tcpi_data_segs_out`, retransmissions and probes taken off.
  package var segmentsOut: Int
  /// Bytes sent at least once: `tcpi_bytes_sent` less `tcpi_bytes_retrans`.
  package var bytesOut: Int
  /// Data segments received: `tcpi_data_segs_in`, those taken off that were seen to bring nothing new.
  package var segmentsIn: Int
  /// Bytes received in order: `tcpi_bytes_received`.
  package var bytesIn: Int
  /// Bytes that arrived and are not read: FIONREAD.
  package var unread: Int
  /// Bytes that were written and are not acknowledged: SIOCOUTQ.
  package var unsent: Int
  /// The part of `unsent` that was not sent at all yet: `tcpi_notsent_bytes`.
  package var notSent: Int
  /// Whether the segments are certain, and not "at least": nothing was sent twice, or the other end has said of
  /// each of those that it had it already (RFC 2883), which is what it says of a tail-loss probe.
  package var isCertain: Bool
  /// Data segments of ours that the other end received again, and counts: `tcpi_dsack_dups`.
  package var repeated: Int

  package init(
    segmentsOut: Int = 0, bytesOut: Int = 0, segmentsIn: Int = 0, bytesIn: Int = 0,
    unread: Int = 0, unsent: Int = 0, notSent: Int = 0, isCertain: Bool = true,
    repeated: Int = 0
  ) {
    self.segmentsOut = segmentsOut
    self.bytesOut = bytesOut
    self.segmentsIn = segmentsIn
    self.bytesIn = bytesIn
    self.unread = unread
    self.unsent = unsent
    self.notSent = notSent
    self.isCertain = isCertain
    self.repeated = repeated
  }
}
