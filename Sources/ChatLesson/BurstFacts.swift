import ChatWire

extension Facts {
  /// Adds what was measured of the bursts that made up the writes: why they were not read as written, and how many
  /// segments they took.
  ///
  /// - Parameter reports: those of the wire pane, the newest last. Nothing is added unless some of them, from
  ///   the newest on, are exactly the writes that count.
  mutating func add(_ reports: [BurstReport]) {
    guard var missing = numbers[.writes], missing > 0 else { return }
    var counted: [BurstReport] = []
    for report in reports.reversed() where missing > 0 {
      missing -= report.writes
      counted.append(report)
    }
    guard missing == 0 else { return }
    causes = BurstReport.Cause.allCases.filter { cause in
      counted.contains { $0.causes.contains(cause) }
    }
    let segments = counted.compactMap(\.segments)
    guard segments.count == counted.count else { return }
    numbers[.segments] = segments.reduce(0, +)
    isAtLeast = !counted.allSatisfy(\.isCertain)
  }
}
