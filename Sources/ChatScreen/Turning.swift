import ChatWire

// Knobs, and how messages go out.
extension Model {
  /// Turns knobs at one end or at both; where nobody turns them, that is said.
  mutating func turn(_ knobs: Knobs, at ends: [End]) -> [Effect] {
    var ends = ends
    if ends.contains(.there), let reason = whyNobodyTurns {
      ends.removeAll { $0 == .there }
      let only = ends.isEmpty ? "here turns our own end" : "turned here only"
      say(.trouble("\(reason): nobody there turns knobs; \(only)"))
    }
    return ends.map { .knob(knobs, $0) }
  }

  /// Why the server's end of our connection can't be turned, nil if it can.
  private var whyNobodyTurns: String? {
    if state != .joined { return "no connection" }
    if isForeign { return "no WireChat server" }
    if endpoint.framing == .udp { return "a udp socket is not observed" }
    return observed == nil ? "the server tells nothing of its end" : nil
  }

  mutating func change(_ change: Sending.Change) -> [Effect] {
    sending.apply(change)
    return [.sending(sending)]
  }

  /// A message goes out, and with it the damage that was due.
  mutating func sendingOut(_ effect: Effect) -> [Effect] {
    sending.damage = nil
    return [effect]
  }

  /// Why the damage that is due can't be done to a message, nil if it can or none is due.
  func impossible(in text: String) -> String? {
    guard let damage = sending.damage else { return nil }
    let size = Frame.size(of: text, endpoint.framing)
    switch damage {
    case .flip(let place) where place >= size, .drop(let place) where place >= size:
      let bytes = Number.grouped(size)
      return "\(bytes) B on the wire have no byte \(place); /flip off sends them whole"
    case .drop where size == 1: return "nothing would be left of it; /drop off sends it whole"
    default: return nil
    }
  }

  /// Races over several framings, unless it can't.
  mutating func race(_ count: Int, _ text: String) -> [Effect] {
    if isForeign {
      say(.trouble("no WireChat server: there are no three ports to race over"))
      return []
    }
    return [.race(count: count, text: text)]
  }
}
