import ChatWire

/// The line above the composer: who, where, in which state, and what can be pressed.
struct StatusLine {
  let model: Model

  /// The line for `width` columns. What matters less gives way first; the state never does.
  func row(width: Int) -> StyledRow {
    let nick = VisibleText.row(model.nick)
    let candidates = [
      ([StyledRow(nick, .ownNick), where_, state] + details, right),
      ([StyledRow(nick, .ownNick), where_, state] + details, shortRight),
      ([StyledRow(nick, .ownNick), where_, state], shortRight),
      ([StyledRow(nick, .ownNick), framing, state], shortRight),
      ([framing, state], shortRight),
      ([state], shortRight),
    ]
    for (left, right) in candidates {
      var row = StatusLine.joined(left)
      guard !right.spans.isEmpty else {
        if row.width <= width { return row }
        continue
      }
      if row.appendRight(right, width: width) { return row }
    }
    return model.hint.map { StyledRow($0, .hint) } ?? state
  }

  private var where_: StyledRow { StyledRow(VisibleText.row(model.endpoint.description), .status) }
  private var framing: StyledRow { StyledRow(model.endpoint.framing.rawValue, .status) }

  private var state: StyledRow {
    switch model.state {
    case .connecting: StyledRow("connecting …", .alarm)
    case .joined: StyledRow(model.isForeign ? "connected" : "joined", .status)
    case .waiting(let seconds):
      StyledRow("lost: retrying in \(StatusLine.tenths(seconds)) s", .alarm)
    case .closed: StyledRow("closed", .alarm)
    }
  }

  private var details: [StyledRow] {
    guard let observed = model.observed else { return [] }
    return [StyledRow("read \(Number.grouped(observed.readSize))", .status)]
  }

  private var right: StyledRow {
    if let hint = model.hint { return StyledRow(hint, .hint) }
    var row = StyledRow()
    let keys = [("F1", "help"), ("F2", "framing"), ("F3", model.focus == .wire ? "chat" : "wire")]
    for (place, (key, name)) in keys.enumerated() {
      row.append(place == 0 ? "" : "  ")
      row.append(key, .keyName)
      row.append(" " + name, .status)
    }
    return row
  }

  /// The right side where there is little room: the hint, which must be seen.
  private var shortRight: StyledRow { model.hint.map { StyledRow($0, .hint) } ?? StyledRow() }

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
