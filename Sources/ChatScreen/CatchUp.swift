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
  /// Whether we have not been in the room yet.
  private(set) var isNew = true
  /// The newest number that was heard, or that was taken when we came; nil if none was.
  private var last: Int?
  /// What was asked for; nil while nothing is.
  private var missing: Range<Int>?
  /// The newest of it that came.
  private var answered: Int?
  /// Whether nothing of the answer has come.
  private var isAwaiting = false
  /// Messages that came before the answer, which belong behind it and are most likely in it too.
  private var held: [(number: Int, message: Kept)] = []

  /// What came, when, and in which bytes.
  typealias Kept = (heard: Heard, time: WallTime, bytes: Range<Int>?)

  /// We came into the room; `next` is the number that its next message takes.
  ///
  /// Who is new there wants `recall` messages of before.
  ///
  /// - Returns: the numbers that we did not hear, nil if there are none or nobody can tell.
  mutating func welcomed(_ connection: String, next: Int, recall: Int = 0) -> Range<Int>? {
    cutOff()
    let first = isNew ? max(1, next - recall) : next
    isNew = false
    let boot = connection.prefix { $0 != "." }
    (missing, answered, held) = (nil, nil, [])
    if boot == self.boot, let last, last < next - 1 { missing = last + 1..<next }
    if first < next { missing = first..<next }
    isAwaiting = missing != nil
    (self.boot, last) = (boot, next - 1)
    return missing
  }

  /// Keeps a message that overtook the answer.
  ///
  /// - Returns: whether it is kept; else it is to be shown, what was kept before it first.
  mutating func keeps(_ number: Int, _ message: Kept) -> Bool {
    guard isAwaiting, number > last ?? 0, number > held.last?.number ?? 0,
      held.count < CatchUp.margin
    else {
      isAwaiting = false
      return false
    }
    held.append((number, message))
    return true
  }

  /// The messages that were kept and come before `number`.
  mutating func released(before number: Int = .max) -> [Kept] {
    guard !isAwaiting || number == .max, !held.isEmpty else { return [] }
    isAwaiting = false
    let due = held.prefix { $0.number < number }
    held.removeFirst(due.count)
    return due.map(\.message)
  }

  /// What was missed is answered up to a number.
  ///
  /// - Returns: whether nothing of it is left.
  mutating func isAnswered(upTo number: Int) -> Bool {
    guard let missing else { return false }
    if number >= missing.lowerBound {
      answered = max(answered ?? 0, min(number, missing.upperBound - 1))
    }
    guard missing.upperBound - 1 <= number else { return false }
    isAwaiting = false
    return true
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
  mutating func asked() { (missing, isAwaiting) = (nil, false) }

  /// The connection is gone: what was asked for and did not come is missed still, and so is what was kept.
  mutating func cutOff() {
    held = []
    guard let missing, last == missing.upperBound - 1 else { return }
    (last, self.missing, isAwaiting) = (answered ?? missing.lowerBound - 1, nil, false)
  }

  /// Messages went by without numbers: what was missed can't be told.
  mutating func lost() {
    self = CatchUp()
    isNew = false
  }
}

extension Model {
  /// Asks for what was said while we were away.
  mutating func catchUp(_ connection: String, next: Int, at time: WallTime) -> [Effect] {
    guard catchesUp else {
      rooms.place.catchUp.lost()
      return []
    }
    let isNew = rooms.place.catchUp.isNew
    guard
      let missed = rooms.place.catchUp.welcomed(connection, next: next, recall: preferences.recall)
    else { return [] }
    sayBack()
    let count = min(CatchUp.limit, missed.count)
    say(.system(isNew ? .before(count) : .missed(missed.count, shown: count)), at: time)
    let question = Command.history(min(CatchUp.limit, count + CatchUp.margin))
    return [.send(addressed(question.text))]
  }
}
