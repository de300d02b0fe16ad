import ChatWire

// Knobs, and how messages go out.
extension Model {
  /// Turns knobs at one end or at both; where nobody turns them, that is said.
  mutating func turn(_ knobs: Knobs, at ends: [End]) -> [Effect] {
    var ends = ends
    if ends.contains(.there), let reason = whyNobodyTurns {
      ends.removeAll { $0 == .there }
      say(.trouble(.nobodyTurns(reason, alsoHere: !ends.isEmpty)))
    }
    hasTurned = hasTurned || ends.contains(.there)
    return ends.map { .knob(knobs, $0) }
  }

  /// Why the server's end of our connection can't be turned, nil if it can.
  private var whyNobodyTurns: Phrase? {
    if state != .joined { return .noConnection }
    if isForeign { return .noWireChatServer }
    if endpoint.framing == .udp { return .datagramsUnobserved }
    return observed == nil ? .endUntold : nil
  }

  mutating func change(_ change: Sending.Change) -> [Effect] {
    sending.apply(change)
    return [.sending(sending)]
  }

  /// A message goes out, and with it the damage that was due.
  mutating func sendingOut(_ effect: Effect) -> [Effect] {
    sending.damage = nil
    conversationView.follow()
    unread = nil
    if case .send(let text) = effect, state == .joined, comesBack(Command(text).bare) { lag.said() }
    return [effect]
  }

  /// Whether everybody or somebody hears it, and we with them.
  private func comesBack(_ command: Command) -> Bool {
    switch command {
    case .say, .me, .msg: true
    default: false
    }
  }

  /// Why the damage that is due can't be done to a message, nil if it can or none is due.
  func impossible(in text: String) -> Phrase? {
    guard let damage = sending.damage else { return nil }
    let size = Frame.size(of: text, endpoint.framing)
    switch damage {
    case .flip(let place) where place >= size, .drop(let place) where place >= size:
      return .noSuchByte(place, of: size)
    case .drop where size == 1: return .nothingLeft
    default: return nil
    }
  }

  /// Races over several framings, unless it can't.
  mutating func race(_ count: Int, _ text: String) -> [Effect] {
    if isForeign {
      say(.trouble(.noThreePorts))
      return []
    }
    return [.race(count: count, text: text)]
  }
}
