package import ChatWire

/// What became of a burst, in words: `20 writes → 6 segments → 1 read: the sender merged 14 of the writes (Nagle), …`.
package struct BurstSentence: CustomStringConvertible, Sendable {
  private let report: BurstReport
  private let isDatagram: Bool

  package init(_ report: BurstReport, isDatagram: Bool = false) {
    (self.report, self.isDatagram) = (report, isDatagram)
  }

  /// Whether there is anything to say: several writes, or one that was not read in one.
  package static func isWorthwhile(_ report: BurstReport) -> Bool {
    report.writes > 1 || (report.reads ?? 0) > 1 || (report.segments ?? 0) > 1
  }

  package var description: String { phrase.description }

  var phrase: Phrase {
    let reasons = reasons
    if reasons.isEmpty { return counts }
    return .outcome(counts, because: .joined(reasons, by: .comma))
  }

  /// What became of it alone.
  var counts: Phrase {
    var parts = [Noun.write.count(report.writes)]
    if let segments = report.segments {
      let count = Noun.segment.count(segments)
      parts.append(report.isCertain ? count : .atLeast(count))
    }
    if let reads = report.reads {
      let count = Noun.read.count(reads)
      parts.append(report.isRead ? count : .soFar(count, report.bytesRead, of: report.bytes))
    }
    if let messages = report.messages, messages != report.reads {
      parts.append(Noun.message.count(messages))
    }
    return .joined(parts, by: .arrow)
  }

  private var reasons: [Phrase] {
    var reasons: [Phrase] = []
    if report.merged > 0 {
      let cause: Phrase? =
        switch report.causes.first(where: \.isSender) {
        case .nagle: .nagle
        case .fullWindow: .fullWindow
        case .cork: .tcpCork
        default: nil
        }
      reasons.append(.merged(report.merged, by: cause))
    }
    if report.late > 0 {
      reasons.append(.lateReader(report.late, isCertain: report.isCertain))
    }
    if report.causes.contains(.smallBuffer), let size = report.readSize {
      reasons.append(.smallBuffer(size, times: report.cuts))
    }
    if report.isAtClose { reasons.append(.whileClosing) }
    if report.reads == nil { reasons.append(isDatagram ? .eachIsADatagram : .readsUntold) }
    if reasons.isEmpty, report.isRead { reasons.append(outcome) }
    return reasons
  }

  /// What to say of reads for which no cause was measured.
  private var outcome: Phrase {
    if report.sticky + report.half + report.mixed == 0 {
      return report.reads == report.writes
        ? .readAlone : .notAllKnown
    }
    return .causeNotMeasured
  }
}
