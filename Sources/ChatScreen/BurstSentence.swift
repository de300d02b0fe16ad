package import ChatWire

/// What became of a burst, in words: `20 writes → 6 segments → 1 read: the sender merged 14 (Nagle), …`.
package struct BurstSentence: CustomStringConvertible, Sendable {
  private let report: BurstReport

  package init(_ report: BurstReport) { self.report = report }

  /// Whether there is anything to say: several writes, or one that was not read in one.
  package static func isWorthwhile(_ report: BurstReport) -> Bool {
    report.writes > 1 || (report.reads ?? 0) > 1 || (report.segments ?? 0) > 1
  }

  package var description: String {
    let reasons = reasons.joined(separator: ", ")
    return counts + (reasons.isEmpty ? "" : ": " + reasons)
  }

  private var counts: String {
    var parts = [Number.count(report.writes, "write")]
    if let segments = report.segments {
      parts.append((report.isCertain ? "" : "at least ") + Number.count(segments, "segment"))
    }
    if let reads = report.reads {
      parts.append(Number.count(reads, "read") + (report.isRead ? "" : " (\(soFar))"))
    }
    if let messages = report.messages, messages != report.reads {
      parts.append(Number.count(messages, "message"))
    }
    return parts.joined(separator: " → ")
  }

  private var soFar: String {
    "\(Number.grouped(report.bytesRead)) of \(Number.grouped(report.bytes)) B"
  }

  private var reasons: [String] {
    var reasons: [String] = []
    if report.merged > 0 {
      let name =
        switch report.causes.first(where: \.isSender) {
        case .nagle: " (Nagle)"
        case .fullWindow: " (full window or autocorking)"
        case .cork: " (TCP_CORK)"
        default: ""
        }
      reasons.append("the sender merged \(Number.grouped(report.merged))" + name)
    }
    if report.late > 0 {
      let least = report.isCertain ? "" : "at least "
      reasons.append("the reader came late for " + least + Number.grouped(report.late))
    }
    if report.causes.contains(.smallBuffer), let size = report.readSize {
      let times = report.cuts == 1 ? "once" : "\(Number.grouped(report.cuts)) times"
      reasons.append("a buffer of \(Number.grouped(size)) B cut writes " + times)
    }
    if report.isAtClose { reasons.append("read while closing") }
    if report.reads == nil { reasons.append("reads not told by this server") }
    if reasons.isEmpty, report.isRead { reasons.append(outcome) }
    return reasons
  }

  /// What to say of reads for which no cause was measured.
  private var outcome: String {
    if report.sticky + report.half + report.mixed == 0 {
      return report.reads == report.writes
        ? "each write was read alone" : "not all writes are known"
    }
    return "cause not measured"
  }
}
