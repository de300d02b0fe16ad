import ChatWire

/// The line above the composer: who, where, in which state, and what can be pressed.
struct StatusLine {
  let model: Model

  /// What of it there is.
  private struct Shown {
    var hasNick = false
    /// The places beside the one shown; nil for no rooms at all.
    var places: [Int]?
    var isNamed = false
    var hasFraming = false
    var hasAddress = false
    var hasCapture = false
    var hasLag = false
    var ends: [Phrase] = []
    var keys = 0
  }

  /// The line for `width` columns.
  ///
  /// The state is always there; anything else is if it fits beside what matters more.
  func row(width: Int) -> StyledRow {
    if let replay = model.replay { return row(replay, width: width) }
    let words = EndWords(model: model)
    let bar = RoomBar(rooms: model.rooms)
    var shown = Shown()
    @discardableResult
    func add(_ change: (inout Shown) -> Void) -> Bool {
      var wanted = shown
      change(&wanted)
      guard row(wanted, width: width) != nil else { return false }
      shown = wanted
      return true
    }
    add { $0.hasFraming = true }
    add { $0.hasCapture = true }
    if model.lag.isLong { add { $0.hasLag = true } }
    add { $0.places = [] }
    for place in bar.called { add { $0.places?.append(place) } }
    for place in (0..<words.turnedCount).reversed()
    where add({ $0.ends = words.turned(first: place + 1) }) { break }
    for place in bar.lively { add { $0.places?.append(place) } }
    add { $0.hasNick = true }
    if bar.row(with: shown.places ?? [], isNamed: true).width <= StatusLine.names(width) {
      add { $0.isNamed = true }
    }
    add { $0.keys = 1 }
    add { $0.hasAddress = true }
    let all = (shown.places ?? []) + bar.quiet
    if !shown.isNamed || bar.row(with: all, isNamed: true).width <= StatusLine.names(width) {
      add { $0.places = all }
    }
    add { $0.keys = 2 }
    add { $0.keys = 3 }
    add { $0.hasLag = true }
    add { $0.ends = words.full }
    return row(shown, width: width) ?? state.fitted(to: width)
  }

  /// The most columns of the rooms' names.
  private static func names(_ width: Int) -> Int { max(20, width * 2 / 5) }

  /// The line with what is wanted; nil if that does not fit.
  private func row(_ shown: Shown, width: Int) -> StyledRow? {
    var parts: [StyledRow] = shown.hasNick ? [own] : []
    if let places = shown.places {
      let rooms = RoomBar(rooms: model.rooms).row(with: places, isNamed: shown.isNamed)
      if !rooms.spans.isEmpty { parts.append(rooms) }
    }
    if shown.hasFraming { parts.append(shown.hasAddress ? place : framing) }
    parts.append(state)
    if shown.hasCapture { parts += capture }
    if shown.hasLag { parts += lag }
    parts += shown.ends.map { StyledRow($0[language], .status) }
    var row = StatusLine.joined(parts)
    if shown.keys == 0 { return row.width <= width ? row : nil }
    return row.appendRight(right(keys: shown.keys), width: width, gap: 2) ? row : nil
  }

  private var language: Language { model.language }

  private func styled(_ phrase: Phrase, _ style: Style) -> StyledRow {
    StyledRow(phrase[language], style)
  }

  private var own: StyledRow {
    var row = StyledRow(VisibleText.row(model.nick), .ownNick)
    if model.away != nil { row.append(Phrase.awayMark[language], .alarm) }
    return row
  }

  private var place: StyledRow { StyledRow(VisibleText.row(model.endpoint.description), .status) }
  private var framing: StyledRow { StyledRow(model.endpoint.framing.rawValue, .status) }

  private var state: StyledRow {
    switch model.state {
    case .connecting: styled(.connecting, .alarm)
    case .joined: styled(model.isForeign ? .connected : .joined, .status)
    case .waiting(let seconds):
      styled(.lost(seconds: StatusLine.tenths(seconds)), .alarm)
    case .closed: styled(.closed, .alarm)
    }
  }

  /// How long our own words took to come back last.
  private var lag: [StyledRow] {
    guard model.state == .joined, let value = model.lag.value else { return [] }
    return [StyledRow(Phrase.lag(value)[model.language], model.lag.isLong ? .alarm : .status)]
  }

  /// The mark of a capture that runs.
  private var capture: [StyledRow] {
    model.capture == nil ? [] : [styled(.capturing, .alarm)]
  }

  /// Where a replay stands, and its keys as far as they fit.
  private func row(_ replay: Replay, width: Int) -> StyledRow {
    let step = Phrase.step(replay.position, of: replay.steps.count)
    let state = styled(
      .joined(replay.isPlaying ? [step, .playing] : [step], by: .middleDot), .status)
    let name = styled(.replay(VisibleText.row(replay.name)), .ownNick)
    let keys: [(String, Phrase)] = [
      ("→", .onward), ("←", .backward), ("a", .play), ("^D", .quit),
    ]
    for count in (1...keys.count).reversed() {
      var row = StatusLine.joined([name, state])
      if row.appendRight(self.keys(keys.prefix(count)), width: width, gap: 2) { return row }
    }
    let whole = StatusLine.joined([name, state])
    return whole.width <= width ? whole : state
  }

  /// The right side: the first of the keys.
  private func right(keys count: Int) -> StyledRow {
    let other = model.focus == .wire ? Phrase.chat : .wire
    let keys: [(String, Phrase)] = [("F1", .help), ("F2", .framing), ("F3", other)]
    return self.keys(keys.prefix(count))
  }

  private func keys(_ keys: some Sequence<(String, Phrase)>) -> StyledRow {
    var row = StyledRow()
    for (key, name) in keys {
      if !row.spans.isEmpty { row.append("  ") }
      row.append(key, .keyName)
      row.append(" " + name[language], .status)
    }
    return row
  }

  private static func joined(_ parts: [StyledRow]) -> StyledRow {
    var row = StyledRow()
    for part in parts {
      if !row.spans.isEmpty { row.append(" · ", .status) }
      row.append(part)
    }
    return row
  }

  private static func tenths(_ seconds: Double) -> String {
    let clamped = seconds.isFinite ? min(max(0, seconds), 86_400) : 0
    let tenths = Int((clamped * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
