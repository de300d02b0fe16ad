import ChatWire

/// What a room's numbered messages tell of those that went by while we were away.
///
/// The numbers of one server run go on; after a restart they begin anew, and nothing was missed.
struct CatchUp: Sendable {
  /// The most that `/history` gives.
  static let limit = Command.historyRange.upperBound
  /// What is asked for beyond what was missed: as many may be said before the server reads the question.
  static let margin = 64

  private var boot: Substring = ""
  /// The newest number that was heard, or that was taken when we came; nil if none was.
  private var last: Int?
  /// What was asked for; nil while nothing is.
  private var missing: Range<Int>?

  /// We came into the room; `next` is the number that its next message takes.
  ///
  /// - Returns: the numbers that we did not hear, nil if there are none or nobody can tell.
  mutating func welcomed(_ connection: String, next: Int) -> Range<Int>? {
    let boot = connection.prefix { $0 != "." }
    missing = nil
    if boot == self.boot, let last, last < next - 1 { missing = last + 1..<next }
    (self.boot, last) = (boot, next - 1)
    return missing
  }

  /// Whether a message is news, be it live or one that was missed.
  mutating func takes(_ number: Int) -> Bool {
    guard let missing, let newest = last, number <= newest else {
      last = max(last ?? number, number)
      return true
    }
    return missing.contains(number)
  }

  /// What of a gap in the server's history is one of ours, nil if nothing is.
  func clipped(from first: Int, to last: Int) -> ClosedRange<Int>? {
    guard first <= last else { return nil }
    guard let missing else { return first...last }
    return (first...last).overlaps(missing) ? (first...last).clamped(to: ClosedRange(missing)) : nil
  }

  /// Somebody asks for old messages, and wants to see all of them.
  mutating func asked() { missing = nil }

  /// Messages went by without numbers: what was missed can't be told.
  mutating func lost() { self = CatchUp() }
}

extension Model {
  /// Asks for what was said while we were away.
  mutating func catchUp(_ connection: String, next: Int, at time: WallTime) -> [Effect] {
    guard catchesUp else {
      rooms.place.catchUp.lost()
      return []
    }
    guard let missed = rooms.place.catchUp.welcomed(connection, next: next) else { return [] }
    sayBack()
    let count = min(CatchUp.limit, missed.count)
    say(.system(.missed(missed.count, shown: count)), at: time)
    let question = Command.history(min(CatchUp.limit, count + CatchUp.margin))
    return [.send(addressed(question.text))]
  }
}
