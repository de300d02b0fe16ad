/// What became of the writes that went out together: the counts, and the causes that were measured.
package struct BurstReport: Equatable, Sendable {
  /// Why a stream's reads are not its writes.
  package enum Cause: String, CaseIterable, Sendable {
    /// The sender merged small writes while an acknowledgement was due (RFC 896).
    case nagle
    /// The sender merged writes behind a full congestion window, or by autocorking.
    case fullWindow = "full-window"
    /// The sender held back what fills no segment, as TCP_CORK says (tcp(7)).
    case cork
    /// The reader came when several segments had arrived.
    case lateReader = "late-reader"
    /// The reader took less than what was there.
    case smallBuffer = "small-buffer"

    /// Whether the sender merged.
    package var isSender: Bool { self == .nagle || self == .fullWindow || self == .cork }
  }

  package var writes = 0
  package var bytes = 0
  /// Data segments that carried them; nil where nothing was measured.
  package var segments: Int?
  /// Whether `segments` is certain, and not "at least".
  package var isCertain = true
  /// nil where the reading side tells nothing.
  package var reads: Int?
  /// How many of the bytes were read, as far as is known.
  package var bytesRead = 0
  package var sticky = 0
  package var half = 0
  package var mixed = 0
  /// Messages of the framing that ended in these bytes, nil where that isn't known; on the raw port each read is one.
  package var messages: Int?
  /// Never guessed: each follows from a measurement.
  package var causes: [Cause] = []

  /// Writes that did not leave in a segment of their own.
  package var merged = 0
  /// Segments that were read together with another one.
  package var late = 0
  /// Reads that filled the reader's buffer and ended inside a write.
  package var cuts = 0
  /// The size of that buffer in bytes, nil where it isn't known.
  package var readSize: Int?
  /// Whether a read happened while the connection was being closed: no cause is named for such reads.
  package var isAtClose = false

  package init() {}

  /// Whether all of its bytes were read.
  package var isRead: Bool { reads != nil && bytesRead >= bytes }
}
