import ChatScreen
import ChatWire

/// What has to happen before a lecture goes on.
enum Obligation: Equatable, Sendable {
  /// The connection has this framing (nil: any) and takes text, and the server tells its side.
  case joined(Framing?)
  /// This many bytes are written, from the connection's first.
  case written(Int)
  /// The server's end has these knobs.
  case knobs(Knobs)
  /// Both ends have read all that was written.
  case quiet
  case condition(Condition)

  /// What the effect of a typed line is to be waited for, the model and the tally being those before it; nil
  /// where nothing is.
  init?(_ effect: Effect, _ model: Model, _ tally: Tally) {
    let framing = model.endpoint.framing
    switch effect {
    case .framing(let framing): self = .joined(framing)
    case .knob(let knobs, .there): self = .knobs(knobs)
    case .send(let text):
      self = .written(tally.end + Obligation.bytes(text, framing, model.sending.damage))
    case .burst(let count, let text):
      let (bytes, overflow) = Obligation.bytes(text, framing, nil).multipliedReportingOverflow(
        by: count)
      guard !overflow else { return nil }
      self = .written(tally.end + bytes)
    default: return nil
    }
  }

  func isMet(_ model: Model, _ tally: Tally, _ facts: Facts) -> Bool {
    switch self {
    case .joined(let framing):
      guard model.state == .joined, framing == nil || framing == model.endpoint.framing else {
        return false
      }
      return model.observed != nil || model.isForeign || model.endpoint.framing == .udp
    case .written(let bytes): return tally.end >= bytes
    case .knobs(let knobs): return model.observed.map { knobs.stand(in: $0) } ?? false
    case .quiet: return tally.isQuiet
    case .condition(let condition): return Judgement(condition, facts).holds
    }
  }

  /// The sentence for what did not happen.
  func missing(_ model: Model, _ facts: Facts) -> Phrase {
    switch self {
    case .joined: .noObservedConnection
    case .written: .notAllWritten
    case .knobs: .knobsNotTurned
    case .quiet: .notAllRead
    case .condition(let condition): Judgement(condition, facts).sentence
    }
  }

  private static func bytes(_ text: String, _ framing: Framing, _ damage: Sending.Damage?) -> Int {
    var count = text.utf8.count
    if framing == .length { count += WireLimit.header }
    if framing == .line { count += 1 }
    if case .drop = damage { count -= 1 }
    return count
  }
}

extension Knobs {
  /// Whether the server's end is as these knobs want it.
  func stand(in observed: Observed) -> Bool {
    (late ?? observed.late) == observed.late && (readSize ?? observed.readSize) == observed.readSize
      && (noDelay ?? observed.noDelay) == observed.noDelay
      && (quickAck ?? observed.quickAck) == observed.quickAck
  }
}
