import ChatWire

// What became of a burst, counted from the maps of its stream.
extension WireStream {
  /// The report on a burst as of now; of reads only if the server tells of its side, or they are ours.
  func report(on burst: Burst, isTold: Bool) -> BurstReport {
    if let report = burst.report { return report }
    var report = BurstReport()
    report.writes = burst.writes
    report.bytes = burst.range.count
    report.readSize = burst.ends.readSize
    count(segmentsOf: burst, in: &report)
    if isTold || !tellsReadsByReport { count(readsOf: burst, in: &report) }
    report.messages = messages(in: burst.range, reads: report.reads)
    return report
  }

  private func count(segmentsOf burst: Burst, in report: inout BurstReport) {
    let count = segments.count(in: burst.range)
    guard count.atLeast > 0 else { return }
    report.segments = count.atLeast
    report.isCertain = count.atMost == count.atLeast && !isUncertain
    guard let atMost = count.atMost, atMost < burst.writes, !isUncertain else { return }
    report.merged = burst.writes - atMost
    switch (burst.ends.isCorked, burst.ends.noDelay) {
    case (true, _): report.causes.append(.cork)
    case (false, false?): report.causes.append(.nagle)
    case (false, true?): report.causes.append(.fullWindow)
    case (false, nil): break
    }
  }

  private func count(readsOf burst: Burst, in report: inout BurstReport) {
    let reads = calls.calls(in: burst.range)
    report.reads = reads.count
    for read in reads {
      report.bytesRead += read.clamped(to: burst.range).count
      let verdict = map.verdict(of: read)
      switch verdict {
      case .sticky: report.sticky += 1
      case .half: report.half += 1
      case .mixed: report.mixed += 1
      case .oneToOne, .unknown: break
      }
      if let size = burst.ends.readSize, read.count >= size, map.cuts(at: read.upperBound) {
        report.cuts += 1
      }
    }
    report.isAtClose = closesAt.map { burst.range.upperBound > $0 } ?? false
    guard !report.isAtClose else { return }
    if let segments = report.segments, report.isRead, reads.count < segments {
      report.late = segments - reads.count
      report.causes.append(.lateReader)
    }
    if report.cuts > 0 { report.causes.append(.smallBuffer) }
  }
}

extension CallMap {
  /// Whether a call goes on across a byte offset.
  fileprivate func cuts(at offset: Int) -> Bool {
    guard offset > 0, let call = calls(in: offset - 1..<offset + 1).first else { return false }
    return call.lowerBound < offset && offset < call.upperBound
  }
}
