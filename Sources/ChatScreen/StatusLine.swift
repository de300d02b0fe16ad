import ChatWire

/// The line above the composer: who, where, in which state, and what can be pressed.
struct StatusLine {
  let model: Model

  /// The line for `width` columns.
  ///
  /// What matters less gives way first; the state never does.
  func row(width: Int) -> StyledRow {
    if let replay = model.replay { return row(replay, width: width) }
    let rooms = RoomBar(rooms: model.rooms).row(width: max(20, width * 2 / 5))
    let nick = [own] + rooms
    let words = EndWords(model: model)
    let sending = words.sending.map { StyledRow($0[language], .status) }
    func with(_ who: [StyledRow], _ ends: [Phrase], keys counts: Int...) -> [Candidate] {
      counts.map {
        (who + ends.map { StyledRow($0[language], .status) } + sending, right(keys: $0))
      }
    }
    let who = nick + [place, state] + capture
    var candidates = with(who + lag, words.full, keys: 3)
    if model.lag.isLong {
      candidates +=
        with(who + lag, words.full, keys: 2, 1) + with(who + lag, words.short, keys: 2, 1)
      candidates += with(who + lag, words.tiny, keys: 1, 0)
    }
    candidates += with(who, words.full, keys: 3, 2, 1)
    candidates += with(who, words.short, keys: 3, 2, 1)
    // What is as it always is gives way before the place and the keys.
    if words.areUsual { candidates += with(who, words.tiny, keys: 2) + with(who, [], keys: 2, 1) }
    candidates += with(who, words.tiny, keys: 2, 1, 0)
    if words.areUsual { candidates += with(who, [], keys: 0) }
    candidates += with(nick + [framing, state] + capture, words.tiny, keys: 0)
    if words.areUsual { candidates += with(nick + [framing, state] + capture, [], keys: 0) }
    candidates += with([framing, state] + capture, words.tiny, keys: 0)
    if words.tiny.count > 1 {
      candidates += with(
        [framing, state] + capture, [words.tiny[0], Phrase(verbatim: "…")], keys: 0)
    }
    if !sending.isEmpty { candidates += with([framing, state] + capture, [], keys: 0) }
    for who in [
      who, nick + [framing, state] + capture, [framing, state] + capture, [framing, state], [state],
    ] {
      candidates.append((who, StyledRow()))
    }
    for (left, right) in candidates {
      var row = StatusLine.joined(left)
      guard !right.spans.isEmpty else {
        if row.width <= width { return row }
        continue
      }
      if row.appendRight(right, width: width) { return row }
    }
    return state
  }

  private var language: Language { model.language }

  private func styled(_ phrase: Phrase, _ style: Style) -> StyledRow {
    StyledRow(phrase[language], style)
  }

  /// What stands at the left, and at the right.
  private typealias Candidate = ([StyledRow], StyledRow)

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
      if row.appendRight(self.keys(keys.prefix(count)), width: width) { return row }
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
