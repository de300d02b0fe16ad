/// What became of the writes that went out together: the counts, and the causes that were measured.
package struct BurstReport: Equatable, Sendable {
  /// Why a stream's reads are not its writes.
  package enum Cause: String, CaseIterable, Sendable {
    /// The sender merged small writes while an acknowledgement was due (RFC 896).
    case nagle
    /// The sender merged writes behind a full congestion window, or by autocorking.
    case fullWindow = "full-window"
    /// The reader came when several segments had arrived.
    case lateReader = "late-reader"
    /// The reader took less than what was there.
    case smallBuffer = "small-buffer"
  }

  package var writes = 0
  package var bytes = 0
  /// Data segments that carried them; nil where nothing was measured.
  package var segments: Int?
  /// Whether `segments` is certain, and not "at least".
  package var isCertain = true
  /// nil where the reading side tells nothing.
  package var reads: Int?
  package var sticky = 0
  package var half = 0
  package var mixed = 0
  /// Never guessed: each follows from a measurement.
  package var causes: [Cause] = []

  package init() {}
}
